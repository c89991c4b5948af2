import { expect, test } from 'vitest';
import { type BoundInstrument, type BoundMeter, doublyBound } from './doubly-bound.ts';

const meter = (id: string, more: Partial<BoundMeter> = {}): BoundMeter => ({
  id,
  building: id,
  carrier: 'electricity',
  kind: 'main',
  validFrom: '2020-01-01',
  validTo: null,
  ...more,
});
const number = (of: string, key: string, more: Partial<BoundInstrument> = {}): BoundInstrument => ({
  meter: of,
  key,
  from: null,
  to: null,
  ...more,
});
const found = (...args: [readonly BoundMeter[], readonly BoundInstrument[], Parameters<typeof doublyBound>[2]?]) =>
  doublyBound(args[0], args[1], args[2] ?? [], '2026-03-01').map(({ rule, meters }) => [rule, ...meters]);

test('one number at two meters at once, however it is written; one after the other is an instrument that moved', () => {
  const both = [meter('a'), meter('b')];
  expect(found(both, [number('a', 'gw 7'), number('b', 'GW7')])).toEqual([['number-twice', 'a', 'b']]);
  expect(found(both, [number('a', 'GW7', { to: '2025-06-01' }), number('b', 'GW7', { from: '2025-06-01' })])).toEqual(
    [],
  );
  expect(found(both, [number('a', 'GW7', { to: '2025-06-02' }), number('b', 'GW7', { from: '2025-06-01' })])).toEqual([
    ['number-twice', 'a', 'b'],
  ]);
  // The other meter was out of service before.
  expect(found([meter('a', { validTo: '2019-12-31' }), meter('b')], [number('a', 'GW7'), number('b', 'GW7')])).toEqual(
    [],
  );
});

test('a hyphen or a leading nought is worth a look; a slash tells the channels of a gateway apart', () => {
  const both = [meter('a'), meter('b')];
  expect(found(both, [number('a', '0010-23'), number('b', '1023')])).toEqual([['number-alike', 'a', 'b']]);
  expect(found(both, [number('a', 'GW-1/11'), number('b', 'GW-11/1')])).toEqual([]);
});

test('one register read for two meters', () => {
  const points = [
    { meter: 'b', register: '10.0.0.1:502/1/3/40' },
    { meter: 'a', register: '10.0.0.1:502/1/3/40' },
    { meter: 'a', register: '10.0.0.1:502/1/3/42' },
  ];
  expect(found([meter('a'), meter('b')], [], points)).toEqual([['register-twice', 'a', 'b']]);
});

test('two main meters of one carrier in a building; another carrier, a sub-meter and one out of service stand beside nothing', () => {
  const at = (id: string, more: Partial<BoundMeter> = {}) => meter(id, { building: 'house', ...more });
  expect(found([at('a'), at('b')], [])).toEqual([['mains-side-by-side', 'a', 'b']]);
  expect(
    found([at('a'), at('b', { carrier: 'water' }), at('c', { kind: 'sub' }), at('d', { validTo: '2025-12-31' })], []),
  ).toEqual([]);
});
