import { expect, test } from 'vitest';
import { type LevelInputs, escalation, isDowngrade, levelOf } from './levels.ts';

const limits = {
  lossFen: { red: 5_000_000, orange: 1_000_000, yellow: 100_000 },
  probability: { orange: 0.6, yellow: 0.3 },
  breach: { orange: 0.75, yellow: 0.5 },
};
const quiet: LevelInputs = {
  evidenceClass: 'S',
  impact: 'none',
  probability: 0.1,
  lossFen: 1000,
  breachProbability: null,
  limitBroken: false,
  shadowOrData: false,
};
const level = (more: Partial<LevelInputs>) => levelOf({ ...quiet, ...more }, limits);

test('red: documentary with impact, a broken limit, or a loss at the highest limit', () => {
  expect(level({ evidenceClass: 'D', impact: 'integrity' })).toEqual({
    level: 'red',
    reason: 'documentary-with-impact',
  });
  expect(level({ limitBroken: true })).toEqual({ level: 'red', reason: 'limit-broken' });
  expect(level({ probability: 0.5, lossFen: 10_000_000 })).toEqual({ level: 'red', reason: 'expected-loss' });
  expect(level({ evidenceClass: 'D' }).level).toBe('blue');
});

test('orange and yellow: probability and loss together, or a breach ahead', () => {
  expect(level({ probability: 0.6, lossFen: 1_000_000 })).toEqual({ level: 'orange', reason: 'probability-and-loss' });
  expect(level({ probability: 0.59, lossFen: 1_000_000 }).level).toBe('yellow');
  expect(level({ probability: 0.99, lossFen: 99_999 }).level).toBe('blue');
  expect(level({ breachProbability: 0.75 })).toEqual({ level: 'orange', reason: 'breach-ahead' });
  expect(level({ breachProbability: 0.74 }).level).toBe('yellow');
});

test('a kit in shadow stays with its owner, however loud', () => {
  expect(level({ shadowOrData: true, limitBroken: true })).toEqual({ level: 'blue', reason: 'shadow-or-data' });
});

test('red is answered in a day and goes up at once; only downward needs a second person', () => {
  expect(escalation.red).toMatchObject({ answerWithin: { hours: 24 }, atOnceUpward: true });
  expect(escalation.orange.answerWithin).toEqual({ workdays: 3 });
  expect([isDowngrade('red', 'orange'), isDowngrade('yellow', 'red'), isDowngrade('blue', 'blue')]).toEqual([
    true,
    false,
    false,
  ]);
});
