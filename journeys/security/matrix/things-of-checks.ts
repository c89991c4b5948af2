import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';

const monthEnd = '2026-02-28';
const sum = (place: Place) => ({ unit: place.unit, monthEnd, class: 'A02', amountFen: 1 });

interface Checked {
  readonly check: string;
  readonly closing: string;
  readonly waiting: string;
  readonly disputing: string;
  readonly disputed: string;
  readonly clearance: string;
  readonly difference: string;
}

/** At every place: a self-check with lines of its asker, a clearance, and a difference between cards and ledger. */
export async function thingsOfChecks(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => checkedAt(town, place));
  return {
    ids: idsOf(things),
    inputs: {
      'assets.open-self-check': ({ unit, word }) => ({ unit, title: word, dueDay: '2099-12-31' }),
      'assets.confirm-holdings': ({ relation }) => ({
        check: things[relation].check,
        lines: [things[relation].waiting],
      }),
      'assets.dispute-holding': ({ relation }) => ({
        line: things[relation].disputing,
        reason: 'elsewhere',
        said: '在别处',
      }),
      'assets.settle-dispute': ({ relation }) => ({ line: things[relation].disputed, how: 'found', words: '已找到' }),
      'assets.close-self-check': ({ relation }) => ({ check: things[relation].closing }),
      'assets.open-clearance': ({ unit, locals }) => ({ unit, person: locals.head, leftOn: '2026-03-31' }),
      'assets.clear-post': ({ relation }) => ({ clearance: things[relation].clearance, words: '另行移交' }),
      'assets.clearance': ({ relation }) => ({ id: things[relation].clearance }),
      'assets.enter-ledger-sum': sum,
      'assets.reconcile': ({ unit }) => ({ unit, monthEnd }),
      'assets.end-difference': ({ relation }) => ({
        difference: things[relation].difference,
        state: 'explained',
        words: '在途',
      }),
    },
  };
}

async function checkedAt(town: Town, place: Place): Promise<Checked> {
  const clerk = local(town, place, 'assets-clerk', place.locals.head, '资产管理员');
  for (let at = 0; at < 3; at += 1)
    await clerk.does('assets.register-card', {
      unit: place.unit,
      name: `${place.word}${at}`,
      class: 'A02010104',
      valueFen: 480_000,
      acquiredOn: '2024-03-01',
      user: place.locals.asker,
    });
  const { facts } = await clerk.does('assets.open-self-check', {
    unit: place.unit,
    title: place.word,
    dueDay: '2099-12-31',
  });
  const check = facts[0]!.object.id;
  await clerk.does('assets.enter-ledger-sum', sum(place));
  await clerk.does('assets.reconcile', { unit: place.unit, monthEnd });
  const clearance = (
    await clerk.does('assets.open-clearance', { unit: place.unit, person: place.locals.asker, leftOn: '2026-03-31' })
  ).facts[0]!.object.id;
  const ids = async (text: string, values: unknown[]) =>
    behindTheWalls(town, async (client) => (await client.query(text, values)).rows.map(({ id }: { id: string }) => id));
  const [waiting, disputing, disputed] = await ids(
    'select id from assets.self_check_line where check_id = $1 and person_id = $2 order by card_number limit 3',
    [check, place.locals.asker],
  );
  const asker = town.at.with([], { unit: place.unit, person: place.locals.asker, name: '使用人' });
  await asker.does('assets.dispute-holding', { line: disputed, reason: 'not-there', said: '找不到' });
  const [difference] = await ids('select id from assets.difference where unit_id = $1 order by id limit 1', [
    place.unit,
  ]);
  // One check of a unit is open at a time: at one place there is one to be closed, at the others one may be opened.
  await ids("update assets.self_check set state = 'closed' where id = $1 returning id", [check]);
  const [closing] = await ids(
    `insert into assets.self_check (node_id, id, unit_id, number, title, due_day, state, opened_name, opened_at)
     select 1, gen_random_uuid(), unit_id, number || '-2', title, due_day, $2, opened_name, opened_at from assets.self_check where id = $1
     returning id`,
    [check, place.relation === 'child' ? 'open' : 'closed'],
  );
  return {
    check,
    closing: closing!,
    waiting: waiting!,
    disputing: disputing!,
    disputed: disputed!,
    clearance,
    difference: difference!,
  };
}
