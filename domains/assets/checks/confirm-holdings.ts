import { notFound, refuse, sql, verb } from '@opengoa/kernel';
import { type Line, selfCheckOf } from './check-store.ts';
import { ConfirmHoldings, HoldingsConfirmed } from './contract.ts';

/** 确认名下资产: whoever uses the things says that they are there, all at once or one by one. */
export const confirmHoldings = verb('assets.confirm-holdings', {
  title: { zh: '确认', en: 'Confirm what is mine' },
  input: ConfirmHoldings,
  who: ['self'],
  on: 'assets.self-check',
  facts: [HoldingsConfirmed],
  refusals: ['nothing-waiting'],
  load: (tx, { check, lines }, { actor }) =>
    tx.rows<Pick<Line, 'id' | 'unit' | 'person' | 'state'>>(sql`
      select id, unit_id as unit, person_id as person, state from assets.self_check_line
       where check_id = ${check} and person_id = ${actor.person}::uuid and (${lines ?? null}::uuid[] is null or id = any (${lines ?? []}::uuid[]))
       order by id for update`),
  at: ([first], _input, { actor }) => ({ unit: first?.unit ?? actor.unit ?? '', person: first?.person ?? null }),
  decide(lines, { check }) {
    const [first] = lines;
    if (!first) return notFound();
    const waiting = lines.filter(({ state }) => state === 'waiting').map(({ id }) => id);
    if (waiting.length === 0) return refuse('nothing-waiting', {}, { status: 409 });
    return [HoldingsConfirmed.of({ object: selfCheckOf(check), unit: first.unit, body: { lines: waiting } })];
  },
});
