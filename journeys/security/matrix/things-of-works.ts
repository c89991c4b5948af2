import { newId } from '@opengoa/kernel';
import type { Town } from '../town.ts';
import { behindTheWalls, type Place, type Places } from './places.ts';
import { atEach, idsOf, local, type Things } from './things.ts';
import { plainPremises } from './things-of-floor-plans.ts';

interface Worked {
  readonly building: string;
  readonly proposed: string;
  readonly approved: string;
  readonly underWay: string;
  readonly spending: string;
  readonly paper: string;
  readonly expense: string;
}

/** At every place: works that wait, works that are approved, works under way with a payment; and an expense of a building. */
export async function thingsOfWorks(town: Town, places: Places): Promise<Things> {
  const things = await atEach(places, (place) => workedAt(town, place));
  const at =
    (which: 'proposed' | 'approved' | 'underWay', more: object) =>
    ({ relation }: Place) => ({ renovation: things[relation][which], ...more });
  return {
    ids: idsOf(things),
    inputs: {
      'space.propose-renovation': ({ relation }) => plan(things[relation].building),
      'space.approve-renovation': at('proposed', { version: 1 }),
      'space.refuse-renovation': at('proposed', { version: 1, opinion: '暂缓' }),
      'space.cancel-renovation': at('proposed', { version: 1, why: '改期' }),
      'space.begin-renovation': at('approved', { version: 2, ...begun }),
      'space.raise-budget': at('approved', { version: 2, budgetFen: 200_000, paper: '追加批复', why: '隐蔽工程' }),
      'space.record-spending': at('underWay', { day: '2026-03-02', amountFen: 1_000, receipt: '2' }),
      'space.strike-spending': ({ relation }) => ({ spending: things[relation].spending, why: '登记有误' }),
      'space.accept-renovation': (place) => ({
        ...at('underWay', { version: 3, on: '2026-03-03', opinion: '合格' })(place),
        files: [things[place.relation].paper],
      }),
      'space.renovation': ({ relation }) => ({ id: things[relation].underWay }),
      'space.record-expense': ({ relation }) => expense(things[relation].building, '2'),
      'space.strike-expense': ({ relation }) => ({ expense: things[relation].expense, why: '登记有误' }),
      'space.cost': () => ({}),
    },
  };
}

const begun = { on: '2026-03-02', contractor: '青山建筑', contractFen: 90_000 };
const plan = (building: string) => ({
  building,
  name: '防水维修',
  kind: 'major',
  what: '屋面防水',
  budgetFen: 100_000,
  source: '维修专项',
  paper: '批复',
  from: '2026-03-01',
  to: '2026-04-30',
});
const expense = (building: string, receipt: string) => ({
  building,
  kind: 'property',
  from: '2026-01-01',
  to: '2026-03-31',
  amountFen: 1_000,
  receipt,
});

async function workedAt(town: Town, place: Place): Promise<Worked> {
  const { building } = await behindTheWalls(town, (client) => plainPremises(client, place));
  const clerk = local(town, place, 'space-clerk', place.locals.asker, '房管员');
  const head = local(town, place, 'head', place.locals.head, '负责人');
  const propose = async () => (await clerk.does('space.propose-renovation', plan(building))).facts[0]!.object.id;
  const [proposed, approved, underWay] = [await propose(), await propose(), await propose()];
  for (const renovation of [approved, underWay])
    await head.does('space.approve-renovation', { renovation, version: 1 });
  await clerk.does('space.begin-renovation', { renovation: underWay, version: 2, ...begun });
  const paid = { renovation: underWay, day: '2026-03-02', amountFen: 1_000, receipt: '1' };
  await clerk.does('space.record-spending', paid);
  const recorded = await clerk.does('space.record-expense', expense(building, '1'));
  return behindTheWalls(town, async (client) => {
    const paper = newId();
    await client.query('insert into kernel.file_place (node_id, id) values (1, $1)', [paper]);
    await client.query(
      `insert into kernel.file (node_id, id, unit_id, person_id, point, name, media_type, bytes, sha256, scan, stored_at)
       values (1, $1, $2, $3, 'space.renovation-paper', '验收单.pdf', 'application/pdf', 10, repeat('c', 64), 'clean', now())`,
      [paper, place.unit, place.locals.asker],
    );
    const { rows } = await client.query('select id from space.spending where renovation_id = $1', [underWay]);
    const spending = rows[0].id as string;
    return { building, proposed, approved, underWay, spending, paper, expense: recorded.facts[0]!.object.id };
  });
}
