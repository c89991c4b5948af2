import assets from '@opengoa/assets/domain';
import energy from '@opengoa/energy/domain';
import space from '@opengoa/space/domain';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { remembering } from '../domains/energy/testing/as-it-was.ts';
import { aBuilding, aRoom } from '../domains/space/testing/given.ts';

let at: House;
let behind: pg.Client;
beforeAll(async () => {
  at = await house({ rooms: [energy, assets, space] });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

/** Opens, fills and submits June of a unit. */
async function submitted(clerk: Person, unit: string, heads: number): Promise<void> {
  const statement = (await clerk.does('energy.open-statement', { unit, month: '2024-06' })).facts[0]!.object.id;
  const now = async () =>
    (await clerk.read('energy.statement', { id: statement })) as {
      readonly version: number;
      readonly notes: readonly { readonly check: string; readonly line: string; readonly outcome: string }[];
    };
  const cell = { statement, line: 'heads', field: 'amount', value: heads, basis: 'ledger', why: '在册' };
  await clerk.does('energy.fill-cell', { ...cell, version: (await now()).version });
  for (const { check, line } of (await now()).notes.filter(({ outcome }) => outcome === 'warn'))
    await clerk.does('energy.answer-check', { statement, version: (await now()).version, check, line, why: '属实' });
  await clerk.does('energy.submit-statement', {
    statement,
    version: (await now()).version,
    head: '陈局',
    statistician: '钱能耗',
  });
}

test('issue 5: seats, quotas, headcounts and canteens of June are told as they were on every past day', async () => {
  const { finance, bureau, city, persons } = at.ids;
  const clerk = at.as('钱能耗');
  const equipment = at.with([{ role: 'assets-clerk', unit: city, below: true }], { unit: city });
  const premises = at.with([{ role: 'space-clerk', unit: city, below: true }], { unit: bureau });
  const { source } = at.kernel.kits.get('energy/heads-across-offices')!;
  expect(source.asKnown).toBeDefined();
  const building = await aBuilding(premises, bureau);
  const allot = { unit: finance, from: '2020-01-01', paper: '分配通知' };
  const [one, two] = [await aRoom(premises, building, { allot }), await aRoom(premises, building, { allot })];
  const version = async (seating: string) =>
    (await behind.query('select version from space.seating where id = $1', [seating])).rows[0].version as number;
  const quota = (from: string) =>
    premises.does('space.set-quota', { unit: finance, from, paper: '核定文件', form: 'multi-storey' });
  const headcount = (more: object) =>
    equipment.does('assets.set-headcount', {
      unit: finance,
      fromDay: '2024-01-01',
      establishment: 12,
      offices: 5,
      ...more,
    });
  const canteen = (people: number) =>
    clerk.does('energy.record-kitchen-waste', {
      unit: finance,
      canteen: '机关食堂',
      month: '2024-06',
      wasteKg: 300,
      meals: 2_000,
      people,
      document: '台账',
    });
  const seats: Record<string, string> = {};
  const sit = async (room: string, name: '周敏' | '何涛' | '陈局') => {
    const seat = { room, person: persons[name].person, from: '2024-01-01' };
    seats[name] = (await premises.does('space.seat-person', seat)).facts[0]!.object.id;
  };
  let struck = '';
  await submitted(clerk, finance, 30);
  const history = remembering(at, [source], ['2024-06-01', '2024-07-01']);
  await history.remember();
  for (const act of [
    () => headcount({ actual: 4 }),
    () => sit(one, '周敏'),
    () => canteen(5),
    async () => void (struck = (await quota('2024-01-01')).facts[0]!.object.id),
    () => sit(one, '何涛'),
    () => headcount({ actual: 7 }),
    () => sit(two, '陈局'),
    async () =>
      premises.does('space.change-standing', {
        seating: seats['陈局'],
        version: await version(seats['陈局']!),
        standing: 'left',
        paper: '调令',
      }),
    () => canteen(9),
    async () =>
      premises.does('space.end-seating', {
        seating: seats['何涛'],
        version: await version(seats['何涛']!),
        day: '2024-06-10',
        why: '腾退',
      }),
    async () =>
      premises.does('space.move-person', {
        seating: seats['周敏'],
        version: await version(seats['周敏']!),
        to: two,
        from: '2024-06-20',
      }),
    () => premises.does('space.strike-quota', { quota: struck, why: '录错' }),
    () => headcount({}),
  ]) {
    await act();
    await history.remember();
  }
  for (const moment of history.moments) expect(await history.asKnownAt(moment)).toEqual(moment.said);
  // Most acts changed what was told, so that none of them could have been read before its time.
  expect(new Set(history.moments.map(({ said }) => JSON.stringify(said))).size).toBeGreaterThan(9);
}, 120_000);
