import { expect, test } from 'vitest';
import { roomExcess } from './excess.ts';

const caps = (...all: (number | null)[]) => all.map((capM2) => ({ capM2, toVacate: false }));
const excess = (areaM2: number, ...all: (number | null)[]) => roomExcess({ areaM2, bound: false }, caps(...all), 0.5);

test('SA-01 the worked example space.room_over_standard: 3.0, 0.5, −9.0', () => {
  expect(excess(21, 18)).toEqual({ capM2: 18, excessM2: 3, status: 'over' });
  // Half a square metre is an error of measuring.
  expect(excess(27.5, 9, 9, 9)).toEqual({ capM2: 27, excessM2: 0.5, status: 'within' });
  expect(excess(15, 12, 12)).toEqual({ capM2: 24, excessM2: -9, status: 'within' });
});

test('beyond the tolerance is over; walls that cannot be moved are told apart', () => {
  expect(excess(27.51, 9, 9, 9).status).toBe('over');
  expect(roomExcess({ areaM2: 30, bound: true }, caps(18), 0.5)).toEqual({ capM2: 18, excessM2: 12, status: 'bound' });
  expect(roomExcess({ areaM2: 18.2, bound: true }, caps(18), 0.5).status).toBe('within');
});

test('nothing is said of an empty room, of somebody without a standard, or of a room that waits to be vacated', () => {
  expect(excess(20)).toEqual({ capM2: null, excessM2: null, status: 'empty' });
  expect(excess(20, 9, null)).toEqual({ capM2: null, excessM2: null, status: 'insufficient' });
  expect(roomExcess({ areaM2: 20, bound: false }, [{ capM2: null, toVacate: true }], 0.5).status).toBe('not-vacated');
});
