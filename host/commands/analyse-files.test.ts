import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '@opengoa/kernel/calendar';
import { analysisMethods } from '@opengoa/risk-centre/analyse';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { commandLine } from './command-line.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'opengoa-analyse-files-'))));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

type Rows = readonly (readonly (string | number)[])[];

interface Case {
  readonly method: string;
  readonly header: string;
  readonly rows: Rows;
  /** One row that cannot be read, put behind the others. */
  readonly bad: readonly (string | number)[];
  readonly files?: Readonly<Record<string, readonly [header: string, rows: Rows]>>;
  readonly settings?: readonly string[];
  /** The first columns of what is to be verified. */
  readonly flagged: readonly string[];
}

const month = (m: number) => String(m + 1).padStart(2, '0');
const daily = (system: string, of: (i: number) => number): Rows =>
  Array.from({ length: 90 }, (_, i) => [system, addDays('2026-01-01', i), of(i)]);
const weather = [1.1, 0.9, 1.05, 1.2, 0.95, 0.85, 1.15, 1.1, 0.9, 1, 1.2, 0.8];

const cases: readonly Case[] = [
  {
    method: 'people-counts',
    header: 'unit,period,register,people',
    rows: [
      ['甲局', '2026-05', '能耗填报', 96],
      ['甲局', '2026-05', '人事', 60],
      ['甲局', '2026-05', '座位', 62],
      ['甲局', '2026-05', '食堂', 58],
    ],
    bad: ['甲局', '2026-05', '工会', '约六十'],
    flagged: ['甲局'],
  },
  {
    method: 'inspection-rounds',
    header: 'round,route,timestamp,metres',
    rows: [
      ['甲', '东', '2026-05-01T09:00:00+08:00', 0],
      ['甲', '东', '2026-05-01T09:00:20+08:00', 400],
      ['乙', '东', '2026-05-02T09:13:00+08:00', 0],
      ['乙', '东', '2026-05-02T09:19:00+08:00', 400],
    ],
    bad: ['丙', '东', '上午九点', 0],
    flagged: ['甲'],
  },
  {
    method: 'overdue-hazards',
    header: 'id,unit,grade,due,closed,evidence',
    rows: [
      ['1', '甲局', 3, '2026-04-01', '', ''],
      ['2', '甲局', 1, '2026-06-01', '', ''],
      ['3', '甲局', 1, '2026-04-01', '2026-04-02', ''],
    ],
    bad: ['4', '甲局', 1, '四月底', '', ''],
    settings: ['--on', '2026-05-01'],
    flagged: ['1', '3'],
  },
  {
    method: 'incident-places',
    header: 'place,events,exposure',
    rows: [...Array.from({ length: 12 }, (_, i) => [`楼${i}`, i % 2, 10]), ['东门', 30, 20]],
    bad: ['西门', -1, 20],
    flagged: ['东门'],
  },
  {
    method: 'requests-in-time',
    header: 'id,class,opened,closed,limit',
    rows: [
      ...Array.from({ length: 10 }, (_, i) => [
        `c${i}`,
        '报修',
        '2026-05-01',
        `2026-05-${String(3 + i).padStart(2, '0')}`,
        5,
      ]),
      ['young', '报修', '2026-05-19', '', 5],
      ['over', '报修', '2026-05-01', '', 5],
    ],
    bad: ['late', '报修', '2026-05-32', '', 5],
    settings: ['--on', '2026-05-20'],
    flagged: ['young', 'over'],
  },
  {
    method: 'desk-waiting',
    header: 'desk,period,arrivals,minutes,staff',
    rows: [
      ['一号', '上午', 20, 6, 4],
      ['二号', '上午', 30, 12, 2],
    ],
    bad: ['三号', '上午', '很多', 12, 2],
    flagged: ['二号'],
  },
  {
    method: 'satisfaction',
    header: 'service,period,asked,answered,satisfied',
    rows: [
      ['维修', '2026-01', 200, 60, 54],
      ['维修', '2026-02', 200, 60, 52],
      ['维修', '2026-03', 200, 60, 25],
    ],
    bad: ['维修', '2026-04', 200, 10, 11],
    flagged: ['维修'],
  },
  {
    method: 'seldom-asked-for',
    header: 'item,period,demand',
    rows: [3, 0, 0, 5, 0, 2, 0, 0, 0, 4, 0, 3].map((demand, m) => ['阀', `2026-${month(m)}`, demand]),
    bad: ['阀', '2026-13', -2],
    flagged: [],
  },
  {
    method: 'system-use',
    header: 'system,date,actions',
    rows: [...daily('闲', (i) => (i < 10 ? 3 : 0)), ...daily('常用', (i) => 40 + (i % 7))],
    bad: ['常用', '2026-02-30', 4],
    files: {
      systems: ['system,entitled,active,items,through,cost', [['闲', 350, 80, 1000, 50, 10]]],
      inspections: ['date', [['2026-03-22']]],
    },
    flagged: ['闲', '闲'],
  },
  {
    method: 'system-benefit',
    header: 'system,year,planned,actual,cost',
    rows: [
      ['平台', 1, 100, 20, 60],
      ['平台', 2, 100, 25, 20],
      ['平台', 3, 100, 30, 20],
    ],
    bad: ['平台', 4, '一百', 30, 20],
    flagged: ['平台'],
  },
  {
    method: 'unread-data',
    header: 'dataset,written,read,writes,reads',
    rows: [
      ['甲', '2026-05-01', '', 10, 0],
      ['乙', '2026-05-01', '2026-04-30', 10, 7],
    ],
    bad: ['丙', '去年', '', 10, 0],
    settings: ['--on', '2026-05-02'],
    flagged: ['甲'],
  },
  {
    method: 'budget-projection',
    header: 'item,unit,date,amount',
    rows: [
      ...Array.from({ length: 12 }, (_, m) => ['接待', '甲局', `2025-${month(m)}-10`, 10]),
      ...Array.from({ length: 6 }, (_, m) => ['接待', '甲局', `2026-${month(m)}-10`, 12]),
    ],
    bad: ['接待', '甲局', '2026-06-10', '十二'],
    files: { budgets: ['item,unit,year,budget', [['接待', '甲局', 2026, 120]]] },
    flagged: ['甲局'],
  },
  {
    method: 'invoice-runs',
    header: 'payee,number,date',
    rows: [
      ['小店', '00012345', '2026-01-05'],
      ['小店', '00012346', '2026-04-11'],
      ['小店', '00012347', '2026-07-28'],
      ['商场', '7', '2026-01-05'],
      ['商场', '50', '2026-04-05'],
      ['商场', '91', '2026-12-05'],
    ],
    bad: ['', '00012348', '2026-08-01'],
    flagged: ['小店'],
  },
  {
    method: 'running-costs',
    header: 'unit,cost,staff,area,visitors',
    rows: Array.from({ length: 32 }, (_, i) => [`单位${i}`, 100 + 7 * i, 20 + i, 500 + 40 * i, 10 * i]),
    bad: ['单位九', 100, '二十', 500, 10],
    flagged: [],
  },
  {
    method: 'per-head-targets',
    header: 'unit,before,after,headsBefore,headsAfter,target',
    rows: [
      ['甲', 100, 101, 100, 114, 5],
      ['乙', 100, 90, 100, 100, 5],
    ],
    bad: ['丙', 100, 0, 100, '一百', 5],
    flagged: ['甲'],
  },
  {
    method: 'bills-and-weather',
    header: 'unit,period,value,amount,expected',
    rows: [2025, 2026].flatMap((year) =>
      weather.map((factor, m) => [
        '抄',
        `${year}-${month(m)}`,
        year === 2025 ? 1000 : 970 + m,
        year === 2026 && m === 0 ? 4000 : '',
        year === 2025 ? 100 : (100 * factor).toFixed(2),
      ]),
    ),
    bad: ['抄', '2026-13', 900, '', 100],
    settings: ['--lowest', '0.4', '--highest', '0.9'],
    flagged: ['抄', '抄'],
  },
  {
    method: 'equipment-due',
    header: 'device,certificate,due',
    rows: [
      ['梯一', 'T1', '2026-09-01'],
      ['梯二', 'T2', '2026-04-01'],
      ['梯三', 'T3', '2026-09-01'],
      ['梯四', 'T3', '2026-09-01'],
      ['梯五', '', '2026-09-01'],
    ],
    bad: ['梯六', 'T6', '九月'],
    settings: ['--on', '2026-05-01'],
    flagged: ['梯二', '梯三', '梯四', '梯五'],
  },
  {
    method: 'reception-limits',
    header: 'id,guests,hosts',
    rows: [
      ['甲', 8, 3],
      ['乙', 8, 4],
      ['丙', 14, 4],
      ['丁', 14, 5],
    ],
    bad: ['戊', 0, 2],
    flagged: ['乙', '丁'],
  },
  {
    method: 'unit-changes',
    header: 'unit,field,period,value',
    rows: [
      ...weather.map((factor, m) => ['甲局', '电', `2026-${month(m)}`, (m < 6 ? 3600 : 1000) * (1 + factor / 1000)]),
      ...weather.map((factor, m) => ['乙局', '电', `2026-${month(m)}`, 1000 * factor]),
      ['丙局', '电', '2026-01', 5],
    ],
    bad: ['甲局', '电', '2027-01', 0],
    flagged: ['甲局'],
  },
];

const csv = (header: string, rows: Rows) => `${[header, ...rows.map((row) => row.join(','))].join('\n')}\n`;

test.each(cases)('opengoa analyse $method reads a file, tells its bad row, and answers', async (each) => {
  const { method: name, header, rows, bad, files = {}, settings = [], flagged } = each;
  const method = analysisMethods.find((known) => known.name === name)!;
  const written = (file: string, content: string) => {
    const path = join(folder, `${file}.csv`);
    writeFileSync(path, content);
    return path;
  };
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const output = join(folder, 'out.csv');
  const further = Object.entries(files).flatMap(([flag, [head, lines]]) => [
    `--${flag}`,
    written(flag, csv(head, lines)),
  ]);
  const input = written('in', csv(header, [...rows, bad]));
  const code = await commandLine(['analyse', name, '--input', input, '--output', output, ...further, ...settings]);
  const told = error.mock.calls.map(([line]) => String(line)).join('\n');
  expect(code, told).toBe(0);
  expect(told).toContain(`in.csv 第 ${rows.length + 2} 行`);
  expect(told).toContain('跳过 passed over 1 ');
  const [head, ...answers] = parse(readFileSync(output)) as string[][];
  expect(head).toEqual([...method.output, 'score', 'flag', 'reason']);
  expect(answers.length).toBeGreaterThan(0);
  const at = (column: string) => head!.indexOf(column);
  for (const answer of answers) {
    const score = answer[at('score')]!;
    if (score !== '') expect(Number(score)).toBeGreaterThanOrEqual(0);
    if (score !== '') expect(Number(score)).toBeLessThanOrEqual(1);
    expect(['0', '1']).toContain(answer[at('flag')]);
    expect(answer[at('reason')]).toMatch(score === '' ? /数据不足/ : /\S/);
  }
  expect(answers.filter((answer) => answer[at('flag')] === '1').map(([first]) => first)).toEqual(flagged);
});
