import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { conformalHalf, dayAhead, persistenceEnsemble, replayDayAhead } from './day-ahead.ts';
import { plainWeek } from './hour-series.ts';
import { trustworthyHours } from './trustworthy-hours.ts';
import { examples, found, mulberry32, near } from './worked-examples.ts';

test('the ensemble is that of the worked example', () => {
  const { input, expected } = examples['energy.persistence'];
  const days = input['history(days x periods)'];
  const { mean, sd } = persistenceEnsemble(days);
  expected.ensemble_mean.forEach((value, i) => expect(mean[i]).toSatisfy(near(value)));
  expected.ensemble_sd_ddof1.forEach((value, i) => expect(sd[i]).toSatisfy(near(value)));
  expect(days.at(-1)).toEqual(expected.previous_day);
});

test('half the width of a band is the rank that the share asks for', () => {
  const errors = Array.from({ length: 19 }, (_, i) => (i % 2 ? -1 : 1) * (i + 1));
  expect(conformalHalf(errors, 0.9)).toBe(18);
  expect(conformalHalf([3], 0.9)).toBe(3);
});

/** A load that works five days a week, with noise. */
function worked(days: number, noise: number) {
  const random = mulberry32(7);
  const electricityKwh = Array.from({ length: days * 24 }, (_, i) => {
    const weekday = Math.floor(i / 24) % 7;
    const hour = i % 24;
    // 2024-01-01 was a Monday.
    const busy = weekday < 5 && hour >= 8 && hour < 18 ? 40 : 0;
    return 10 + busy + noise * (random() - 0.5);
  });
  return { startsOn: '2024-01-01', electricityKwh, outdoorC: electricityKwh.map(() => 15) };
}

test('working days are told from days off: the ensemble, which does not, is beaten; nothing of the future is seen', () => {
  const series = worked(140, 4);
  const made = found(dayAhead(series, { kindOfDay: plainWeek }));
  // 140 days are 20 weeks: two days on it is a Tuesday.
  expect(made.method).not.toBe('ensemble');
  expect(made.expected[12]).toBeGreaterThan(40);
  expect(made.expected[2]).toBeLessThan(15);
  expect(made.scores[0]!.nrmsePercent).toBeLessThan(
    made.scores.find(({ method }) => method === 'ensemble')!.nrmsePercent / 2,
  );
  // The days that are not known yet change nothing.
  const longer = worked(160, 4);
  const cut = {
    ...longer,
    electricityKwh: longer.electricityKwh.slice(0, 140 * 24),
    outdoorC: longer.outdoorC.slice(0, 140 * 24),
  };
  expect(found(dayAhead(cut, { kindOfDay: plainWeek })).expected).toEqual(made.expected);
});

test('too little to be held against is an answer of its own', () => {
  expect(dayAhead(worked(25, 1), { kindOfDay: plainWeek })).toMatchObject({
    status: 'insufficient_data',
    reasons: [{ code: 'too-few-days' }],
  });
  const gone = worked(140, 1);
  gone.electricityKwh.fill(null as never, 130 * 24);
  expect(dayAhead(gone, { kindOfDay: plainWeek }).status).toBe('insufficient_data');
});

/** A column of a file of the sample: two years of hours from 2018-01-01 on. */
const column = (file: string, at: number): (number | null)[] =>
  gunzipSync(readFileSync(join(import.meta.dirname, '../../../demo/meters', file)))
    .toString()
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(',')[at])
    .map((text) => (text === undefined || text === '' ? null : Number(text)));

test.each(['b0', 'b36', 'b101'])(
  'on %s, a real meter, each day of 2019 as it would have been forecast: better than the ensemble, and the band holds 87 to 93 of 100 hours',
  (name) => {
    const electricityKwh = trustworthyHours(column(`hourly/UCam_Building_${name}.csv.gz`, 1)).kwh;
    const series = { startsOn: '2018-01-01', electricityKwh, outdoorC: column('weather.csv.gz', 1) };
    const { days, nrmsePercent, floorNrmsePercent, coverage } = found(
      replayDayAhead(series, { kindOfDay: plainWeek }, 365),
    );
    expect(days).toBe(365);
    expect(nrmsePercent).toBeLessThan(floorNrmsePercent);
    expect(coverage).toBeGreaterThan(0.87);
    expect(coverage).toBeLessThan(0.93);
  },
);
