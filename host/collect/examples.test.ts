import { expect, test } from 'vitest';
import { findRooms } from '../program/find-rooms.ts';

test('every topic’s example is a message that it takes', async () => {
  const collects = (await findRooms()).flatMap(({ collects: own = [], tells = [] }) => [...own, ...tells]);
  expect(collects.length).toBeGreaterThan(0);
  for (const { name, payload, example } of collects)
    expect([name, payload.safeParse(example).error]).toEqual([name, undefined]);
});
