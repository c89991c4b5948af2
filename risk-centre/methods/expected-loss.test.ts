import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type QueueItem, atStake, byExpectedLossPerHour, drawUpQueue, meanLoss, riskMatrix } from './expected-loss.ts';
import { examples, near } from './worked-examples.ts';

const { input, expected } = examples['risk.expected_loss_queue'];
const items = input['items(id,p,loss,hours)'].map(([id, probability, lossFen, hours]) => ({
  id,
  probability,
  lossFen,
  hours,
})) as QueueItem[];

test('the worked queue is in the worked order, and only what fits is taken', () => {
  const order = byExpectedLossPerHour(items);
  expect(order.map(({ id }) => id)).toEqual(expected.order_by_expected_loss_per_hour);
  for (const { id, expectedLossFen, perHourFen } of order) {
    expect(expectedLossFen).toSatisfy(near(expected.expected_loss[id as 'A']));
    expect(perHourFen).toSatisfy(near(expected.per_hour[id as 'A']));
  }
  const queue = drawUpQueue(items, { hoursAvailable: input.hours_available });
  expect(queue.places.map(({ id }) => id)).toEqual(['D', 'A', 'B']);
  expect(queue.waiting.map(({ id }) => id)).toEqual(['C']);
  expect(queue.hoursUsed).toBe(7);
});

test('one subject’s episodes are at stake together as in the worked example', () => {
  const worked = examples['risk.entity_aggregate'];
  const stake = atStake(
    worked.input['episodes(p,loss)'].map(([probability, lossFen]) => ({
      probability: probability!,
      lossFen: lossFen!,
    })),
  );
  expect(stake.anyProbability).toSatisfy(near(worked.expected.p_any));
  expect(stake.expectedLossFen).toSatisfy(near(worked.expected.expected_loss));
});

test('the matrix is the worked one', () => {
  const worked = examples['risk.matrix'];
  const limits = { red: 15, orange: 10, yellow: 5 };
  expect(riskMatrix(worked.input.likelihood_1to5, worked.input.impact_1to5, limits)).toEqual({
    score: worked.expected.score,
    level: 'red',
  });
  expect([riskMatrix(2, 5, limits).level, riskMatrix(1, 5, limits).level, riskMatrix(2, 2, limits).level]).toEqual([
    'orange',
    'yellow',
    'blue',
  ]);
});

test('a three-point estimate leans on its middle', () => {
  expect(meanLoss({ low: 0, mid: 60, high: 120 })).toBe(60);
  expect(meanLoss({ low: 0, mid: 60, high: 600 })).toBe(140);
});

const many = (n: number, change: (i: number) => Partial<QueueItem>): QueueItem[] =>
  Array.from({ length: n }, (_, i) => ({
    id: `i${String(i).padStart(2, '0')}`,
    probability: 0.5,
    lossFen: 1000 - i,
    hours: 1,
    ...change(i),
  }));

test('statutory checks come first, worthless or not', () => {
  const queue = drawUpQueue(
    many(10, (i) => (i === 9 ? { statutory: true, lossFen: 0 } : {})),
    { hoursAvailable: 3 },
  );
  expect(queue.places.map(({ id, why }) => [id, why])).toEqual([
    ['i09', 'statutory'],
    ['i00', 'expected-loss'],
    ['i01', 'expected-loss'],
  ]);
});

test('exploration goes round the kits, not to the loudest', () => {
  const tails = many(20, (i) =>
    i >= 10
      ? { lossFen: 10 - i / 100, tailOf: i < 17 ? 'energy/use-over-baseline' : 'vehicles/fuel-over-standard' }
      : {},
  );
  const queue = drawUpQueue(tails, { hoursAvailable: 10, explorationShare: 0.4 });
  expect(queue.places.filter(({ why }) => why === 'exploration').map(({ id }) => id)).toEqual([
    'i10',
    'i17',
    'i11',
    'i18',
  ]);
  expect(queue.hoursUsed).toBe(10);
});

test('hours are never overdrawn, nothing is lost or taken twice', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.record({
          probability: fc.double({ min: 0, max: 1, noNaN: true }),
          lossFen: fc.integer({ min: 0, max: 1e6 }),
          hours: fc.integer({ min: 1, max: 9 }),
          statutory: fc.boolean(),
        }),
        { maxLength: 30 },
      ),
      fc.integer({ min: 0, max: 60 }),
      (given, hoursAvailable) => {
        const all = given.map((item, i) => ({ ...item, id: `i${i}` }));
        const queue = drawUpQueue(all, { hoursAvailable, explorationShare: 0.2, randomShare: 0.05, random: () => 0.3 });
        expect(queue.hoursUsed).toBeLessThanOrEqual(hoursAvailable);
        const ids = [...queue.places, ...queue.waiting].map(({ id }) => id);
        expect(ids.toSorted()).toEqual(all.map(({ id }) => id).toSorted());
      },
    ),
  );
});
