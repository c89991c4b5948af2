import { expect, test } from 'vitest';
import { checksOfKit, type KitWork } from './checks.ts';

const since = new Date('2026-03-01T00:00:00Z');
const work: KitWork = {
  state: 'live',
  runs: 3,
  judged: 5,
  insufficient: 9,
  waiting: 0,
  lastVerdict: null,
  bareMoves: 0,
};
const told = (more: Partial<KitWork>) => checksOfKit({ ...work, ...more }, since).map(({ check, n }) => [check, n]);

test('a kit that runs, judges and is answered has nothing to be told', () => {
  expect(told({})).toEqual([]);
  expect(told({ waiting: 2, lastVerdict: new Date('2026-03-02T00:00:00Z') })).toEqual([]);
});

test('what never ran is not silent, and silence needs runs that had too little data', () => {
  expect(told({ runs: 0, judged: 0, insufficient: 0 })).toEqual([['never-run', 1]]);
  expect(told({ judged: 0 })).toEqual([['silent', 9]]);
  expect(told({ judged: 0, insufficient: 0 })).toEqual([]);
});

test('findings that wait are told where no verdict came for long; a retired kit is asked about its moves alone', () => {
  expect(told({ waiting: 2 })).toEqual([['no-verdicts', 2]]);
  expect(told({ waiting: 2, lastVerdict: new Date('2026-02-28T00:00:00Z') })).toEqual([['no-verdicts', 2]]);
  expect(told({ state: 'retired', runs: 0, waiting: 2, bareMoves: 1 })).toEqual([['moved-without-evidence', 1]]);
});
