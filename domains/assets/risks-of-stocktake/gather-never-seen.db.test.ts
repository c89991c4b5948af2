import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { reading } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, expect, test } from 'vitest';
import assets from '../domain.ts';
import { aFloor } from '../stocktake/a-floor.ts';
import { neverSeen } from './gather-never-seen.ts';

let at: House;
let behind: pg.Client;
let now = new Date('2025-03-05T10:00:00+08:00');
beforeAll(async () => {
  at = await house({ rooms: [assets], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
}, 120_000);
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

test('cards of a sealed stocktake are handed over with every sealed stocktake that expected them; what somebody only says is there was not seen', async () => {
  const grants = [{ role: 'assets-clerk', unit: at.ids.finance, below: true }];
  const by = (name: '何涛' | '周敏') =>
    at.with(grants, { unit: at.ids.finance, person: at.ids.persons[name].person, name });
  const [clerk, second] = [by('何涛'), by('周敏')];
  const { floor, cards } = await aFloor(behind, at.ids.finance, { word: '核', rooms: 1, perRoom: 2 });
  const take = async (signs: boolean) => {
    const opened = await clerk.does('assets.open-stocktake', {
      unit: at.ids.finance,
      title: '盘',
      scope: 'floor',
      place: floor,
    });
    const { stocktake } = opened.result as { stocktake: string };
    if (!signs) return;
    const sheet = (await clerk.read('assets.stocktake-sheet', { id: stocktake })) as {
      places: { id: string }[];
      lines: { id: string; code: string }[];
    };
    const place = sheet.places[0]!.id;
    const at9 = now.toISOString();
    await clerk.does('assets.sync-scans', {
      stocktake,
      entries: [
        [randomUUID(), 'typed', place, cards[0]!.number, 1, at9],
        [randomUUID(), 'done', place, '', 0, at9],
      ],
    });
    // Not scanned and said to be there, its label gone, the first time; not the second.
    const missed = sheet.lines.find((line) => line.code === cards[1]!.number)!.id;
    await clerk.does('assets.settle-difference', {
      stocktake,
      lines: [missed],
      how: now.getFullYear() === 2025 ? 'present' : 'lost',
    });
    await clerk.does('assets.sign-stocktake', { stocktake, version: 1 });
    await second.does('assets.sign-stocktake', { stocktake, version: 2 });
  };
  await take(true);
  now = new Date('2026-03-05T10:00:00+08:00');
  await take(true);
  await take(false);
  const cases = await reading(at.kernel, { actor: clerk.actor, who: ['assets-clerk'], room: 'assets' }, (tx, context) =>
    neverSeen.gather(tx, ['2026-01-01', '2026-04-01'], context),
  );
  const rounds = (n: number) => (cases[n]!.inputs as { rounds: { seen: boolean; lost: boolean }[] }).rounds;
  expect(cases.map(({ subject }) => subject.id)).toEqual(cards.map(({ id }) => id));
  expect(rounds(0).map(({ seen }) => seen)).toEqual([true, true]);
  expect(rounds(1).map(({ seen, lost }) => [seen, lost])).toEqual([
    [false, false],
    [false, true],
  ]);
});
