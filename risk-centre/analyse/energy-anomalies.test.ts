import { expect, test } from 'vitest';
import { seeded } from '@opengoa/kernel/seeded';
import { energyAnomalies } from './energy-anomalies.ts';
import { type AnalysisAnswer, type AnalysisRow, SettingRefused } from './method.ts';
import { localTime } from './reading-rows.ts';

const stamp = (hour: number) =>
  new Date(Date.UTC(2026, 0, 5) + hour * 3_600_000).toISOString().slice(0, 16).replace('T', ' ');

function readings(meter: string, hours: number, odd: (hour: number) => boolean = () => false): AnalysisRow[] {
  const next = seeded(meter.length);
  return Array.from({ length: hours }, (_, hour) => ({
    file: 'readings.csv',
    line: hour + 2,
    values: {
      meter,
      timestamp: stamp(hour),
      value: (hour % 24 >= 8 && hour % 24 < 18 ? 80 : 20) + 4 * next() + (odd(hour) ? 45 : 0),
      label: Number(odd(hour)),
    },
  }));
}

async function* stream(rows: readonly AnalysisRow[]) {
  yield* rows;
}

async function run(
  rows: readonly AnalysisRow[],
  files: Record<string, readonly AnalysisRow[]> = {},
  settings: Record<string, string> = {},
) {
  const passed: number[] = [];
  const answers: AnalysisAnswer[] = [];
  const further = Object.fromEntries(Object.entries(files).map(([name, each]) => [name, stream(each)]));
  const tools = { passOver: (row: AnalysisRow) => void passed.push(row.line) };
  for await (const answer of energyAnomalies.run(stream(rows), further, settings, tools)) answers.push(answer);
  return { answers, passed };
}

const night = (hour: number) => hour >= 1_008 && hour < 1_014;
const flagged = (answers: readonly AnalysisAnswer[]) =>
  answers.filter(({ flag }) => flag === 1).map(({ values }) => values['timestamp']);

test('one answer for each reading, and the odd night is flagged', async () => {
  const rows = [...readings('A', 1_400, night), ...readings('BB', 1_400)].toSorted((a, b) => a.line - b.line);
  const { answers } = await run(rows);
  expect(answers).toHaveLength(2_800);
  for (const { score } of answers) expect(score! >= 0 && score! <= 1).toBe(true);
  const found = flagged(answers.filter(({ values }) => values['meter'] === 'A'));
  expect(found).toContain(`${stamp(1_010)}:00`);
  expect(flagged(answers.filter(({ values }) => values['meter'] === 'BB')).length).toBeLessThan(4);
});

test('rows out of order are put in order, a time told twice is passed over, and few readings are insufficient data', async () => {
  const rows = readings('A', 400);
  const double = { ...rows[5]!, line: 999 };
  const { answers, passed } = await run([...rows.toReversed(), double, ...readings('few', 3)]);
  expect(passed).toEqual([999]);
  expect(answers[0]!.values['timestamp']).toBe(`${stamp(0)}:00`);
  const few = answers.filter(({ values }) => values['meter'] === 'few');
  expect(few.map(({ score, flag }) => [score, flag])).toEqual([
    [null, 0],
    [null, 0],
    [null, 0],
  ]);
  expect(few[0]!.reason.zh).toContain('insufficient_data');
});

test('judged readings of other meters are learned from; those of one kind alone are refused', async () => {
  const judged = ['J1', 'J02'].flatMap((name) => readings(name, 900, (hour) => hour >= 600 && hour < 608));
  const { answers } = await run(readings('A', 1_400, night), { judged });
  expect(flagged(answers)).toContain(`${stamp(1_010)}:00`);
  await expect(run(readings('A', 400), { judged: readings('J', 400) })).rejects.toThrow(SettingRefused);
});

test('as they come, each is judged by those before it', async () => {
  const rows = readings('A', 1_400, night);
  const { answers } = await run(rows, {}, { 'as-they-come': '60' });
  expect(answers.slice(0, 900)).toEqual((await run(rows.slice(0, 900), {}, { 'as-they-come': '60' })).answers);
  expect(flagged(answers).filter((time) => String(time) >= stamp(900))).toEqual([stamp(1_008)]);
  for (const { score, flag } of answers) expect(score! >= 0.5).toBe(flag === 1);
  await expect(run(rows, {}, { 'as-they-come': 'hour' })).rejects.toThrow(SettingRefused);
});

test.each([
  ['2026-03-05 14:00', Date.UTC(2026, 2, 5, 14)],
  ['2026/3/5', Date.UTC(2026, 2, 5)],
  ['2026-03-05T14:00:30.000+08:00', Date.UTC(2026, 2, 5, 14, 0, 30)],
  ['2026-02-30 10:00', null],
  ['2026-02-20 25:00', null],
  ['yesterday', null],
])('the time %s', (text, time) => expect(localTime(text)).toBe(time));

test('days that a file names as shut are expected to be', async () => {
  const shut = (hour: number) => Math.floor(hour / 24) === 44;
  const rows = readings('A', 1_680).map((row, hour): AnalysisRow => {
    const isOpen = Math.floor(hour / 24) % 7 < 5 && !shut(hour) && hour % 24 >= 8 && hour % 24 < 18;
    return { ...row, values: { ...row.values, value: (isOpen ? 80 : 20) + (hour % 7) / 2 } };
  });
  const days = [{ file: 'days.csv', line: 2, values: { day: stamp(44 * 24).slice(0, 10), kind: 'holiday' } }];
  const noon = ({ answers }: Awaited<ReturnType<typeof run>>) => answers[44 * 24 + 12]!;
  expect(noon(await run(rows, {}, { calendar: 'plain' })).flag).toBe(1);
  expect(noon(await run(rows, { days }, { calendar: 'plain' })).values['expected']).toBeLessThan(30);
  await expect(run(rows, {}, { calendar: 'moon' })).rejects.toThrow(SettingRefused);
});
