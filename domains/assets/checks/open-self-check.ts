import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { ledgersOf } from '../equipment/headcount-store.ts';
import { nextNumber } from '../papers/next-number.ts';
import { selfCheckOf } from './check-store.ts';
import { OpenSelfCheck, SelfCheckOpened } from './contract.ts';

/** 发起资产自查: each user of the unit is asked once about what is in their name (条例第三十四条). */
export const openSelfCheck = verb('assets.open-self-check', {
  title: { zh: '发起自查', en: 'Open a self-check' },
  input: OpenSelfCheck,
  who: ['assets-clerk'],
  facts: [SelfCheckOpened],
  refusals: ['unit-unknown', 'due-past', 'check-open', 'nobody-holds'],
  async load(tx, { unit }, context) {
    const units = ledgersOf(context.organisation.institutionOf(unit)?.id ?? unit, context).filter((each) =>
      context.organisation.covers(unit, each, true),
    );
    return {
      id: newId(),
      units,
      number: await nextNumber(tx, 'self-check', 'ZC-ZCX', context.today),
      open: await tx.maybe<{ number: string }>(
        sql`select number from assets.self_check where unit_id = ${unit} and state = 'open'`,
      ),
      lines: await tx.one<{ count: number }>(sql`
        select count(*)::int as count from assets.card where unit_id = any (${units}::uuid[]) and user_id is not null and state = 'in-use'`),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, units, number, open, lines }, { unit, title, dueDay }, { organisation, today }) {
    if (!organisation.unit(unit)) return refuse('unit-unknown', {}, { status: 404 });
    if (dueDay < today) return refuse('due-past', { day: dueDay });
    if (open) return refuse('check-open', { number: open.number }, { status: 409 });
    if (lines.count === 0) return refuse('nobody-holds');
    const body = { number, title, dueDay, units: [...units], lines: lines.count };
    return [SelfCheckOpened.of({ object: selfCheckOf(id), unit, body })];
  },
});
