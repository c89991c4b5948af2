import { afterAll, beforeAll, expect, test } from 'vitest';
import { house, policiesOff, type House } from '../testing/testing.ts';

let at: House;
beforeAll(async () => {
  at = await house({ rooms: [] });
  await policiesOff(at.urls.superuser);
});
afterAll(() => at?.close());

const made = async (name: '周敏' | '何涛') =>
  ((await at.as(name).read('kernel.my-calendar')) as { madeAt: string | null }).madeAt;

test('SEC-AC-17 a calendar address is its owner’s, even with the database’s policies off', async () => {
  await at.as('周敏').does('kernel.make-calendar', { fleet: false });
  expect(await made('周敏')).not.toBeNull();
  // It is not told to anybody else, …
  expect(await made('何涛')).toBeNull();
  // … nobody else takes it back, …
  expect((await at.as('何涛').does('kernel.revoke-calendar', {})).facts).toEqual([]);
  expect(await made('周敏')).not.toBeNull();
  // … and an address that somebody else makes or takes back leaves it alone.
  await at.as('何涛').does('kernel.make-calendar', { fleet: false });
  expect(await made('周敏')).not.toBeNull();
  expect((await at.as('何涛').does('kernel.revoke-calendar', {})).facts).toHaveLength(1);
  expect([await made('周敏'), await made('何涛')]).toEqual([expect.any(String), null]);
});
