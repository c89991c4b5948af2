import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { type SignalInTime, afterClosing, mergeEpisodes } from './episodes.ts';

const signal = (id: string, from: string, toExclusive: string, more: Partial<SignalInTime> = {}): SignalInTime => ({
  id,
  riskType: 'energy/use-over-baseline',
  mechanism: 'drift',
  subjects: ['meter-1'],
  from,
  toExclusive,
  value: 6,
  lossFen: 3000,
  ...more,
});

test('a gap of three days joins, of four parts', () => {
  const joined = mergeEpisodes([
    signal('b', '2026-03-14', '2026-03-20', { value: 9 }),
    signal('a', '2026-03-01', '2026-03-11'),
  ]);
  expect(joined).toMatchObject([
    { from: '2026-03-01', toExclusive: '2026-03-20', peak: 9, lossFen: 6000, signals: ['a', 'b'] },
  ]);
  expect(
    mergeEpisodes([signal('a', '2026-03-01', '2026-03-11'), signal('b', '2026-03-15', '2026-03-20')]),
  ).toHaveLength(2);
});

test('a day that two signals speak of is lost once, at the dearest', () => {
  const [episode] = mergeEpisodes([
    signal('a', '2026-03-01', '2026-03-11', { lossFen: 10_000 }),
    signal('b', '2026-03-06', '2026-03-16', { lossFen: 20_000 }),
  ]);
  expect(episode!.lossFen).toBe(5 * 1000 + 10 * 2000);
});

test('another mechanism or another subject is another episode, a shared subject joins', () => {
  const at = (id: string, subjects: string[], mechanism = 'drift') =>
    signal(id, '2026-03-01', '2026-03-05', { subjects, mechanism });
  expect(mergeEpisodes([at('a', ['m1']), at('b', ['m2']), at('c', ['m1'], 'night')])).toHaveLength(3);
  expect(mergeEpisodes([at('a', ['m1']), at('b', ['m2']), at('c', ['m1', 'm2'])])).toMatchObject([
    { subjects: ['m1', 'm2'], signals: ['a', 'b', 'c'] },
  ]);
});

test('within ninety days of closing it is the old one, later a recurrence', () => {
  expect(afterClosing('2026-01-01', '2026-04-01')).toBe('reopen');
  expect(afterClosing('2026-01-01', '2026-04-02')).toBe('recurrence');
});

const day = (n: number): string => new Date(Date.UTC(2026, 0, 1 + n)).toISOString().slice(0, 10);

test('the order of signals does not matter, and each is in exactly one episode', () => {
  const given = fc.array(
    fc.record({
      start: fc.integer({ min: 0, max: 60 }),
      length: fc.integer({ min: 1, max: 12 }),
      subject: fc.constantFrom('m1', 'm2'),
    }),
    { maxLength: 12 },
  );
  fc.assert(
    fc.property(given, (rows) => {
      const signals = rows.map((row, i) =>
        signal(`s${i}`, day(row.start), day(row.start + row.length), { subjects: [row.subject] }),
      );
      const episodes = mergeEpisodes(signals);
      expect(mergeEpisodes(signals.toReversed())).toEqual(episodes);
      expect(episodes.flatMap((episode) => episode.signals).toSorted()).toEqual(signals.map(({ id }) => id).toSorted());
    }),
  );
});
