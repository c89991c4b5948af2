import { expect, test } from 'vitest';
import { linesOf, pathTo, treeOf, type UnitRow } from './unit-tree.ts';

const unit = (id: string, parent: string | null): UnitRow => ({
  id,
  unit_id: null,
  name: id,
  short_name: null,
  code: null,
  kind: 'institution',
  level: 'city',
  parent_id: parent,
  people: 0,
  establishment: 0,
  valid_from: '2020-01-01',
  valid_to: null,
});
const units = [unit('青山省', null), unit('临江市', '青山省'), unit('石桥县', '临江市'), unit('办公室', '临江市')];
const names = (open: string[]) => linesOf(treeOf(units), new Set(open)).map((line) => `${line.depth}${line.unit.id}`);

test('only what is open is seen', () => {
  expect(names([])).toEqual(['1青山省']);
  expect(names(['青山省', '临江市'])).toEqual(['1青山省', '2临江市', '3石桥县', '3办公室']);
  expect(names(['临江市'])).toEqual(['1青山省']);
});

test('a unit whose parent is not seen is a root of its own', () =>
  expect(treeOf([unit('石桥县', '临江市')]).map((node) => node.unit.id)).toEqual(['石桥县']));

test('the way down to a unit', () => expect(pathTo(units, '石桥县')).toEqual(['青山省', '临江市', '石桥县']));

test('a circle in the data does not hang the page', () =>
  expect(pathTo([unit('a', 'b'), unit('b', 'a')], 'a')).toEqual(['b', 'a']));
