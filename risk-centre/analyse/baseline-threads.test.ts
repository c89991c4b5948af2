import { describe, expect, test } from 'vitest';
import { seeded } from '@opengoa/kernel/seeded';
import type { BaselineJob } from './baseline-answer.ts';
import { baselineAnswers } from './baseline-threads.ts';

const days = 30;
const jobOf = (meter: string): BaselineJob => {
  const random = seeded(meter.length);
  return {
    meter,
    startsOn: '2026-01-05',
    kwh: Array.from({ length: days * 24 }, (_, i) => 20 + (i % 24 > 8 ? 30 : 0) + random()),
    outdoorC: Array.from({ length: days * 24 }, () => null),
    learn: [0, 21 * 24],
    tell: [21 * 24, days * 24],
    days: Array.from({ length: days }, (_, i) => (i % 7 < 5 ? 'workday' : 'rest-day')),
    inSession: null,
    clock: 'as-written',
  };
};
const jobs = ['a', 'bb', 'ccc', 'dddd', 'eeeee'].map((meter) => () => jobOf(meter));
const fromThreads = (threads: number, signal?: AbortSignal) =>
  baselineAnswers(jobs, { threads, ...(signal ? { signal } : {}) });

describe('baselines of many meters', () => {
  test('in two threads the answers are those of one, in the order of the meters', async () => {
    const alone = await Array.fromAsync(fromThreads(1));
    expect(alone.map(({ values }) => values['meter'])).toEqual(['a', 'bb', 'ccc', 'dddd', 'eeeee']);
    expect(alone[0]!.reason.zh).toContain('冷启动');
    expect(await Array.fromAsync(fromThreads(2))).toEqual(alone);
  });

  test.each([1, 2])('cancelled after the first answer it stops with the reason given (%i threads)', async (threads) => {
    const stop = new AbortController();
    const answers = fromThreads(threads, stop.signal);
    expect((await answers.next()).done).toBe(false);
    stop.abort(new Error('enough'));
    const rest = async () => {
      for (;;) if ((await answers.next()).done) return;
    };
    await expect(rest()).rejects.toThrow('enough');
  });

  test('a job that cannot be made fails the whole', async () => {
    const broken = [...jobs, () => jobOf(undefined as never)];
    await expect(Array.fromAsync(baselineAnswers(broken, { threads: 2 }))).rejects.toThrow();
  });
});
