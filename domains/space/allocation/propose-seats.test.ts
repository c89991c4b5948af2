import { expect, test } from 'vitest';
import { proposeSeats } from './propose-seats.ts';

const room = (id: string, areaM2: number, more: object = {}) => ({
  room: id,
  unit: 'U',
  floor: '1',
  areaM2,
  sitting: 0,
  keptM2: null,
  ...more,
});
const who = (person: string, more: object = {}) => ({ person, unit: 'U', floor: '1', needM2: 9, ...more });

test('each finds a place in a room of the own unit, on the own floor first; nobody sits in what is full or another’s', () => {
  const seats = proposeSeats(
    [who('a'), who('b', { floor: '2' }), who('c'), who('d', { unit: 'V' })],
    [room('101', 9), room('201', 9, { floor: '2' }), room('102', 18, { sitting: 2 }), room('301', 90, { unit: 'W' })],
  );
  expect(seats.get('b')).toBe('201');
  expect([seats.get('a'), seats.get('c')].filter(Boolean)).toEqual(['101']);
  expect(seats.has('d')).toBe(false);
});

test('nobody is put beside somebody whose standard takes the room', () => {
  const director = room('201', 26, { sitting: 1, keptM2: 24 });
  expect(proposeSeats([who('a'), who('b')], [director]).size).toBe(0);
  expect(proposeSeats([who('a'), who('b')], [room('202', 18, { sitting: 1, keptM2: 9 })]).size).toBe(1);
});

test('a room takes as many as its area has room for', () => {
  const seats = proposeSeats([who('a'), who('b'), who('c')], [room('101', 18)]);
  expect(seats.size).toBe(2);
});
