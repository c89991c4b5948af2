import { expect, test } from 'vitest';
import { comesBack, issueRefusal, type Supply } from './supply.ts';

const paper: Supply = {
  id: '01970000-0000-7000-8000-000000000001',
  unit: '01970000-0000-7000-8000-000000000002',
  kind: 'consumable',
  name: '复印纸',
  measure: '包',
  onHand: 10,
  out: 0,
  minimum: 5,
  validUntil: null,
  state: 'kept',
  version: 1,
};
const asked = (quantity: number, hasCard = false, hasHolder = false) => ({ quantity, hasCard, hasHolder });
const code = (supply: Partial<Supply>, what: ReturnType<typeof asked>) =>
  issueRefusal({ ...paper, ...supply }, what, '2026-03-05')?.code;

test('a consumable is given out to the last one, and no further', () => {
  expect(code({}, asked(10))).toBeUndefined();
  expect(code({}, asked(11))).toBe('supply-short');
  expect(code({ state: 'ended' }, asked(1))).toBe('not-now');
});

test('a component goes into a thing; a licence to somebody or onto a thing, and not after its last day', () => {
  expect(code({ kind: 'component' }, asked(1, false, true))).toBe('supply-needs-place');
  expect(code({ kind: 'component' }, asked(1, true))).toBeUndefined();
  expect(code({ kind: 'licence' }, asked(1))).toBe('supply-needs-place');
  expect(code({ kind: 'licence', validUntil: '2026-03-05' }, asked(1, false, true))).toBeUndefined();
  expect(code({ kind: 'licence', validUntil: '2026-03-04' }, asked(1, false, true))).toBe('supply-over');
});

test('only what is used up never comes back', () => {
  expect([comesBack('consumable'), comesBack('component'), comesBack('licence')]).toEqual([false, true, true]);
});
