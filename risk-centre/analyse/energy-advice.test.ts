import { describe, expect, test } from 'vitest';
import { seeded } from '@opengoa/kernel/seeded';
import { energyDrivers } from './energy-drivers.ts';
import { energyOffHours } from './energy-off-hours.ts';
import { energyThresholds } from './energy-thresholds.ts';
import { type AnalysisAnswer, type AnalysisMethod, type AnalysisRow, SettingRefused } from './method.ts';

type Values = AnalysisRow['values'];

async function* rowsOf(all: Iterable<Values>) {
  let line = 1;
  for (const values of all) yield { file: 'f.csv', line: (line += 1), values };
}

async function answers(
  method: AnalysisMethod,
  rows: Iterable<Values>,
  settings: Record<string, string> = {},
  further: Record<string, Values[]> = {},
) {
  const passed: number[] = [];
  const all: AnalysisAnswer[] = [];
  const files = Object.fromEntries(Object.entries(further).map(([role, own]) => [role, rowsOf(own)]));
  const tools = { passOver: ({ line }: AnalysisRow) => void passed.push(line) };
  for await (const answer of method.run(rowsOf(rows), files, settings, tools)) all.push(answer);
  return { all, passed };
}

/** Hours of an office from Thursday 2026-01-01 on. */
function* office(meter: string, days: number, change: (kwh: number, i: number) => number = (kwh) => kwh) {
  const random = seeded(5);
  for (let i = 0; i < days * 24; i++) {
    const weekday = (Math.floor(i / 24) + 3) % 7;
    const busy = weekday < 5 && i % 24 >= 8 && i % 24 < 18;
    const value = change((busy ? 60 : 10) + random(), i);
    yield { meter, timestamp: new Date(Date.UTC(2026, 0, 1, i - 8)).toISOString(), value };
  }
}
const plain = { calendar: 'plain', clock: 'as-written' };

describe('energy-drivers', () => {
  const row = (period: string, unit: string, activity: number, energy: number) => ({ period, unit, activity, energy });

  test('months of a year are summed, their area is their mean, and the effects make the change', async () => {
    const rows = [
      row('2024-01', 'A', 100, 500),
      row('2024-02', 'A', 100, 500),
      row('2024-01', 'B', 50, 300),
      row('2025-01', 'A', 120, 600),
      row('2025-02', 'A', 120, 540),
      row('2025-01', 'C', 10, 70),
      row('2025-01', 'A', 999, 1),
    ];
    const { all, passed } = await answers(energyDrivers, rows, { before: '2024', now: '2025' });
    expect(passed).toEqual([8]);
    const drivers = all.filter(({ values }) => values['driver'] !== '');
    expect(drivers.map(({ values }) => values['driver'])).toEqual([
      'activity',
      'structure',
      'intensity',
      'came-or-went',
    ]);
    expect(drivers.reduce((sum, { values }) => sum + Number(values['effect']), 0)).toBeCloseTo(1210 - 1300, 6);
    expect(Number(drivers[3]!.values['effect'])).toBeCloseTo(70 - 300, 9);
    expect(Number(drivers[0]!.values['ratio'])).toBeCloseTo(1.2, 9);
    expect(all.every(({ flag, score }) => flag === 0 && score! >= 0 && score! <= 1)).toBe(true);
    expect(all.filter(({ values }) => values['driver'] === '').map(({ values }) => values['unit'])).toEqual([
      'B',
      'A',
      'C',
    ]);
  });

  test('nothing in common is insufficient data, and a period that is not there is refused', async () => {
    const rows = [row('2024', 'A', 1, 1), row('2025', 'B', 1, 1)];
    expect((await answers(energyDrivers, rows)).all[0]!.reason.zh).toContain('insufficient_data');
    await expect(answers(energyDrivers, rows, { now: '2030' })).rejects.toThrow(SettingRefused);
  });
});

describe('energy-off-hours', () => {
  test('a month is told by its share and never flagged by it; nights that stay up are dated', async () => {
    const { all } = await answers(
      energyOffHours,
      office('A', 273, (kwh, i) => (i >= 200 * 24 ? kwh + 12 : kwh)),
      plain,
    );
    const months = all.filter(({ values }) => values['kind'] === 'month');
    expect(months.map(({ values }) => String(values['from']).slice(5, 7))).toEqual([
      '01',
      '02',
      '03',
      '04',
      '05',
      '06',
      '07',
      '08',
      '09',
    ]);
    expect(Number(months[1]!.values['share'])).toBeGreaterThan(0.28);
    // The past is half a year from July on; from August on the nights are twice as high.
    expect(months.map(({ flag }) => flag)).toEqual([0, 0, 0, 0, 0, 0, 0, 1, 1]);
    const jumps = all.filter(({ values }) => values['kind'] === 'base-load-jump');
    expect(jumps).toHaveLength(1);
    expect(jumps[0]).toMatchObject({ flag: 1, values: { from: '2026-07-20', to: '' } });
    expect(jumps[0]!.reason.zh).toContain('待核实异常');
  });

  test('too few days are answered, and hours that are none are refused', async () => {
    const { all } = await answers(energyOffHours, office('A', 10), plain);
    expect(all).toHaveLength(1);
    expect(all[0]).toMatchObject({ score: null, flag: 0 });
    await expect(answers(energyOffHours, [], { hours: '8-18' })).rejects.toThrow(SettingRefused);
  });
});

describe('energy-thresholds', () => {
  test('one limit, one that follows the calendar and one for each hour, each with what it would have said', async () => {
    const { all } = await answers(energyThresholds, office('A', 120), plain);
    expect(all.map(({ values }) => values['kind'])).toEqual([
      'flat',
      'dynamic',
      ...Array.from({ length: 48 }, () => 'by-hour'),
    ]);
    const at = (days: string, time: string) =>
      Number(all.find(({ values }) => values['days'] === days && values['time'] === time)!.values['limit']);
    expect(at('workday', '10:00')).toBeGreaterThan(60);
    expect(at('workday', '02:00')).toBeLessThan(12);
    expect(at('other', '10:00')).toBeLessThan(12);
    for (const { score, flag } of all) expect([flag, score! < 0.08]).toEqual([0, true]);
  });

  test('a year that will exceed its quota is told in red, with limits of months that make the rest', async () => {
    const rows = [...office('A', 500), ...office('B', 20)];
    const quotas = [
      { meter: 'A', year: 2027, quota: 150_000 },
      { meter: 'B', year: 2026, quota: 10 },
    ];
    const { all } = await answers(energyThresholds, rows, plain, { quotas });
    const year = all.find(({ values }) => values['meter'] === 'A' && values['kind'] === 'year')!;
    expect(year.flag).toBe(1);
    expect(year.reason.zh).toContain('红色预警');
    const months = all.filter(({ values }) => values['kind'] === 'month');
    expect(months.map(({ values }) => values['time'])).toEqual(
      ['05', '06', '07', '08', '09', '10', '11', '12'].map((month) => `2027-${month}`),
    );
    expect(all.filter(({ values }) => values['meter'] === 'B').map(({ score }) => score)).toEqual([null, null]);
    await expect(answers(energyThresholds, [], { quantile: '2' })).rejects.toThrow(SettingRefused);
  });
});
