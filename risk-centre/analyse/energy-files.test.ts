import { describe, expect, test } from 'vitest';
import { seeded } from '@opengoa/kernel/seeded';
import { energyBaselineOfFiles } from './energy-baseline.ts';
import { energyForecastOfFiles } from './energy-forecast.ts';
import { hourOfText, spanOfText, stampOfHour } from './meter-hours.ts';
import { type AnalysisAnswer, type AnalysisMethod, type AnalysisRow, SettingRefused } from './method.ts';

/** Hours of an office from 2026-01-01 (a Thursday) on, as rows of a file. */
function* readings(meter: string, days: number, change: (kwh: number, i: number) => number | null = (kwh) => kwh) {
  const random = seeded(3);
  for (let i = 0; i < days * 24; i++) {
    const weekday = (Math.floor(i / 24) + 3) % 7;
    const busy = weekday < 5 && i % 24 >= 8 && i % 24 < 18;
    const at = new Date(Date.UTC(2026, 0, 1, i - 8)).toISOString();
    yield {
      file: 'm.csv',
      line: i + 2,
      values: { meter, timestamp: at, value: change(20 + (busy ? 30 : 0) + random(), i) },
    };
  }
}

async function answers(method: AnalysisMethod, rows: Iterable<AnalysisRow>, settings: Record<string, string> = {}) {
  const passed: number[] = [];
  const all: AnalysisAnswer[] = [];
  const source = (async function* () {
    yield* rows;
  })();
  const tools = { passOver: ({ line }: AnalysisRow) => void passed.push(line) };
  for await (const answer of method.run(source, {}, { calendar: 'plain', ...settings }, tools)) all.push(answer);
  return { all, passed };
}

describe('energy-baseline', () => {
  const spans = { train: '2026-01-01..2026-04-30', report: '2026-05-01..2026-05-30' };

  test('a fifth less than before is told as savings beyond their doubt', async () => {
    const { all } = await answers(
      energyBaselineOfFiles,
      readings('A', 150, (kwh, i) => (i >= 120 * 24 ? 0.8 * kwh : kwh)),
      spans,
    );
    expect(all).toHaveLength(1);
    const { values, flag, score } = all[0]!;
    expect(flag).toBe(1);
    expect(score).toBeGreaterThan(0.9);
    expect(Number(values['nmbe'])).toBeCloseTo(-0.25, 1);
    expect(Number(values['savings'])).toBeGreaterThan(Number(values['uncertainty']));
  });

  test('the same as before is within the doubt, and every meter is answered', async () => {
    const rows = [...readings('A', 150), ...readings('B', 5), ...[...readings('A', 1)].slice(0, 2)];
    const { all, passed } = await answers(energyBaselineOfFiles, rows, spans);
    expect(all.map(({ values }) => values['meter'])).toEqual(['A', 'B']);
    expect(Number(all[0]!.values['cvrmse'])).toBeLessThan(0.05);
    expect(all[1]).toMatchObject({ score: null, flag: 0, values: { savings: null } });
    expect(all[1]!.reason.zh).toContain('insufficient_data');
    expect(passed).toEqual([2, 3]);
  });
});

describe('energy-forecast', () => {
  test('as many hours as asked for from the first one, between their limits, by nothing later', async () => {
    const settings = { from: '2026-04-01', horizon: '2d' };
    const { all } = await answers(energyForecastOfFiles, readings('A', 100), settings);
    expect(all).toHaveLength(48);
    expect(all[0]!.values['timestamp']).toBe('2026-04-01 00:00:00');
    for (const { values, score } of all) {
      expect(Number(values['low'])).toBeLessThanOrEqual(Number(values['forecast']));
      expect(Number(values['high'])).toBeGreaterThanOrEqual(Number(values['forecast']));
      expect(score! >= 0 && score! <= 1).toBe(true);
    }
    // A Wednesday at noon.
    expect(Number(all[12]!.values['forecast'])).toBeGreaterThan(45);
    const changed = readings('A', 100, (kwh, i) => (i >= 90 * 24 ? 5 * kwh : kwh));
    expect((await answers(energyForecastOfFiles, changed, settings)).all).toEqual(all);
  });

  test('a meter of a few days is answered with insufficient data', async () => {
    const { all } = await answers(energyForecastOfFiles, readings('B', 5));
    expect(all).toHaveLength(1);
    expect(all[0]!.reason.zh).toContain('insufficient_data');
  });

  test('settings that make no sense are refused', async () => {
    for (const settings of [{ horizon: '0' }, { from: 'soon' }, { calendar: 'moon' }, { clock: 'sun' }])
      await expect(answers(energyForecastOfFiles, readings('A', 60), settings as never)).rejects.toThrow(
        SettingRefused,
      );
  });
});

test('spans are days, months or hours, the last one included', () => {
  const [from, to] = spanOfText('train', '2026-01..2026-02');
  expect([stampOfHour(from), stampOfHour(to)]).toEqual(['2026-01-01 00:00:00', '2026-03-01 00:00:00']);
  expect(spanOfText('train', '2026-01-01..2026-01-01')).toEqual([from, from + 24]);
  expect(spanOfText('train', '2026-01-01T00:00..2026-01-01T05:00')).toEqual([from, from + 6]);
  expect(() => spanOfText('train', '2026-02-01..2026-01-01')).toThrow(SettingRefused);
  expect(() => hourOfText('from', '2026-13-01')).toThrow(SettingRefused);
});
