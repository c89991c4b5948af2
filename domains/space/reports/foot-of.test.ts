import { expect, test } from 'vitest';
import { footOf } from './foot-of.ts';

test('a foot is the sum of its own lines; what nobody knows is not nought', () => {
  const lines = [
    { rooms: 3, officeM2: 393.4, quotaM2: null },
    { rooms: 2, officeM2: 225, quotaM2: null },
  ];
  expect(footOf(lines, ['rooms', 'officeM2', 'quotaM2'])).toEqual({ rooms: 5, officeM2: 618.4, quotaM2: null });
  expect(footOf([], ['rooms'])).toEqual({ rooms: null });
});
