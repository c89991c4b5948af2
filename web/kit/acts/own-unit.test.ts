import { expect, test } from 'vitest';
import { field } from '../room.ts';
import { withOwnUnit } from './own-unit.ts';

const own = { id: 'u1', name: '财政局' };
const unit = field('unit', '单位', 'Unit', 'unit');

test('an act on nothing yet begins with the unit one acts for, and says whose it is', () => {
  const { fields, initial } = withOwnUnit({ fields: [unit] }, {}, own);
  expect(initial).toEqual({ unit: { id: 'u1', label: '财政局' } });
  expect(fields[0]?.help?.zh).toBe('已填本人单位，可更改');
});

test('what begins with a unit of its own keeps it; an act on a thing, an optional unit, and somebody of no unit are left alone', () => {
  expect(withOwnUnit({ fields: [unit], initial: () => ({ unit: 'u2' }) }, {}, own).initial).toEqual({ unit: 'u2' });
  expect(withOwnUnit({ fields: [unit] }, { id: 'x' }, own).initial).toEqual({});
  expect(withOwnUnit({ fields: [unit] }, { cards: ['x'] }, own).initial).toEqual({});
  expect(withOwnUnit({ fields: [{ ...unit, required: false }] }, {}, own).initial).toEqual({});
  expect(withOwnUnit({ fields: [{ ...unit, where: { 'f.kind': 'institution' } }] }, {}, own).initial).toEqual({});
  expect(withOwnUnit({ fields: [unit] }, {}, null).initial).toEqual({});
});
