import { seeded } from '@opengoa/kernel/seeded';
import { expect, test } from 'vitest';
import { fitKernelRidge, kernelAnswer } from './kernel-ridge.ts';
import { rocAuc } from './ranking-quality.ts';
import { solvePositive } from './solve-positive.ts';

test('a positive definite system is solved', () => {
  const x = solvePositive([Float64Array.of(4, 0), Float64Array.of(2, 5)], Float64Array.of(8, 13));
  expect(x[0]).toBeCloseTo((8 * 5 - 2 * 13) / 16, 12);
  expect(x[1]).toBeCloseTo((4 * 13 - 2 * 8) / 16, 12);
});

/** One kind in the middle, the other around it: no line parts them. */
function ring(rows: number, seed: number) {
  const next = seeded(seed);
  const points = Array.from({ length: rows }, () => [4 * next() - 2, 4 * next() - 2]);
  return { points, labels: points.map(([x, y]) => Number(Math.hypot(x!, y!) < 1.1)) };
}

test('likeness to known rows tells what lies in the middle, with landmarks as well as with all rows', () => {
  const known = ring(300, 1);
  const asked = ring(200, 2);
  for (const most of [800, 60]) {
    const model = fitKernelRidge(known.points, known.labels, 0.1, undefined, most);
    expect(model.landmarks).toHaveLength(Math.min(300, most));
    const answers = asked.points.map((point) => kernelAnswer(model, point));
    expect(rocAuc(answers, asked.labels)).toBeGreaterThan(0.97);
  }
});

test('with a large ridge every answer is near 0', () => {
  const { points, labels } = ring(40, 3);
  expect(Math.abs(kernelAnswer(fitKernelRidge(points, labels, 1e6), points[0]!))).toBeLessThan(0.01);
});
