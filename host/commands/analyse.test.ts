import { createWriteStream, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { gzipSync } from 'node:zlib';
import { writeWorkbook } from '@opengoa/kernel/exchange';
import { parse } from 'csv-parse/sync';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { commandLine } from './command-line.ts';

let folder = '';
beforeEach(() => void (folder = mkdtempSync(join(tmpdir(), 'opengoa-analyse-'))));
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(folder, { recursive: true, force: true });
});

const at = (name: string) => join(folder, name);
const written = (name: string, content: string | Uint8Array) => {
  writeFileSync(at(name), content);
  return at(name);
};
/** What is told on stderr, and what refuses. */
async function said(...argv: string[]): Promise<{ code: number | null; told: string }> {
  const error = vi.spyOn(console, 'error').mockImplementation(() => undefined);
  const told = () => error.mock.calls.map(([line]) => String(line)).join('\n');
  try {
    return { code: await commandLine(['analyse', ...argv]), told: told() };
  } catch (refused) {
    return { code: null, told: (refused as Error).message };
  } finally {
    error.mockRestore();
  }
}
const answersIn = (name: string) =>
  parse(readFileSync(at(name)), { columns: true }) as Readonly<Record<string, string>>[];

const heads = { 市教育局: 23, 市民政局: 41, 市水利局: 57 };
const months = Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, '0')}`);
const totals = [76123, 70411, 69230, 60187, 55304, 58877, 66012, 67349, 61733, 59021, 65478, 74986];
const rows = months.flatMap((month, t) => [
  ...Object.entries(heads).map(([unit, each]) => [unit, month, '电', Math.round((totals[t]! * each) / 121)] as const),
  ['市档案馆', month, '电', Math.round(totals[t]! * (0.4 + 0.03 * ((t * 7) % 5)))] as const,
]);
const csvOf = (header: string, lines: readonly (readonly (string | number)[])[]) =>
  [header, ...lines.map((line) => line.join(','))].join('\n');
/** Days since 1899-12-30, as spreadsheets keep them. */
const serialOf = (month: string): number => Date.parse(`${month}-01T00:00:00Z`) / 86_400_000 + 25_569;
const headsFile = () =>
  written(
    'heads.csv',
    csvOf(
      'unit,group,heads',
      Object.entries(heads).map(([unit, each]) => [unit, '一号楼', each]),
    ),
  );

describe('opengoa analyse report-truth', () => {
  test('bad rows are told with their line and passed over, every unit is answered', async () => {
    const input = written(
      'in.csv',
      csvOf('unit,period,indicator,value', [
        ['市教育局', '2026-13', '电', 5],
        ['', '2026-01', '电', 5],
        ['市教育局', '2026-01', '电', '约三千'],
        ['市教育局', '2026-01', '电', 1, 2, 3],
        ...rows,
        ['市教育局', '2026-01', '电', 77],
        ['市粮食局', '2026-01', '电', 900],
      ]),
    );
    const { code, told } = await said(
      'report-truth',
      '--input',
      input,
      '--heads',
      headsFile(),
      '--output',
      at('out.csv'),
    );
    expect(code).toBe(0);
    for (const line of [2, 3, 4, 5, 54]) expect(told).toContain(`line ${line}:`);
    expect(told).toContain('passed over 5');
    const answers = answersIn('out.csv');
    expect(Object.keys(answers[0]!)).toEqual([
      'unit',
      'indicator',
      'from',
      'to',
      'pattern',
      'parameter',
      'score',
      'flag',
      'reason',
    ]);
    for (const unit of Object.keys(heads))
      expect(answers.filter((each) => each['unit'] === unit)).toMatchObject([
        { pattern: 'per-head-share', flag: '1', from: '2026-01', to: '2026-12', score: '1' },
      ]);
    expect(answers.find((each) => each['unit'] === '市档案馆')).toMatchObject({ pattern: '', flag: '0' });
    expect(answers.find((each) => each['unit'] === '市粮食局')).toMatchObject({
      pattern: 'insufficient_data',
      flag: '0',
      score: '',
    });
  });

  test('packed, under other headers, in two files, and as a workbook with dates: the same answers', async () => {
    const header = '机关,period,indicator,value';
    const plain = written('a.csv', csvOf('unit,period,indicator,value', rows));
    const half = rows.length / 2;
    const first = written('a.csv.gz', gzipSync(csvOf(header, rows.slice(0, half))));
    const second = written('b.csv.gz', gzipSync(csvOf(header, rows.slice(half))));
    const titles = ['单位', '月份', '指标', '填报值'].map((value) => ({ value }));
    const dated = rows.map(([unit, month, each, value]) => ({
      cells: [
        { value: unit },
        { value: { serial: serialOf(month) }, format: 'day' as const },
        { value: each },
        { value },
      ],
    }));
    const workbook = at('a.xlsx');
    await pipeline(
      Readable.from(writeWorkbook([{ name: '填报', columns: [], rows: [{ cells: titles }, ...dated] }])),
      createWriteStream(workbook),
    );
    await said('report-truth', '--input', plain, '--heads', headsFile(), '--output', at('plain.csv'));
    const packed = await said(
      'report-truth',
      '--input',
      first,
      second,
      '--map',
      'unit=机关',
      '--heads',
      headsFile(),
      '--output',
      at('packed.csv'),
    );
    expect(packed.code).toBe(0);
    expect(answersIn('packed.csv')).toEqual(answersIn('plain.csv'));
    const fromBook = ['report-truth', '--input', workbook, '--heads', headsFile(), '--output', at('book.csv')];
    expect((await said(...fromBook)).told).toContain('passed over 0');
    expect(answersIn('book.csv')).toEqual(answersIn('plain.csv'));
  });

  test('what cannot be is refused in words, and no file is left', async () => {
    const input = written('in.csv', csvOf('机关,period,indicator,value', rows));
    const out = ['--output', at('out.csv')];
    const missing = await said('report-truth', '--input', input, ...out);
    expect(missing).toMatchObject({ code: null, told: expect.stringContaining('Required columns are missing: unit') });
    expect(missing.told).toContain('机关');
    expect((await said('report-truth', '--input', input, '--map', 'unit=部门', ...out)).told).toContain('部门');
    expect((await said('report-truth', '--input', input, '--map', 'office=机关', ...out)).told).toContain(
      'heads.group',
    );
    expect((await said('report-truth', '--input', input, '--map', 'office', ...out)).told).toContain(
      'our column=theirs',
    );
    expect((await said('report-truth', '--input', at('none.csv'), ...out)).told).toContain('There is no file');
    expect((await said('report-lies', '--input', input, ...out)).told).toContain('report-truth');
    expect((await said('report-truth', ...out)).told).toContain('--input');
    expect((await said('report-truth', '--input', input, '--output', input)).told).toContain('must not be an input');
    const mapped = ['report-truth', '--input', input, '--map', 'unit=机关', ...out];
    expect((await said(...mapped, '--least-units', 'x')).told).toContain('--least-units');
    expect((await said('report-truth', '--input', written('a.gz', 'no gzip'), ...out)).told).toContain('unpacked');
    expect(existsSync(at('out.csv'))).toBe(false);
    expect(existsSync(at('out.csv.unfinished'))).toBe(false);
  });
});

describe('opengoa analyse bid-collusion', () => {
  /** Thirty tenders with bids far apart and, last, one whose bids stand close. */
  const bids = Array.from({ length: 30 }, (_, t) =>
    [0, 1, 2, 3].map((rank) => [
      `T${t}`,
      `家${(7 * t + 3 * rank) % 23}`,
      (1000 * (1 + (t === 29 ? 0.002 : 0.1 + 0.01 * ((5 * t) % 7)) * (rank + ((3 * t) % 5) / 10))).toFixed(2),
      rank === 0 ? '1.0' : '0.0',
    ]),
  ).flat();
  const header = 'Tender,firm,Bid_value,Winner';
  const mapped = ['--map', 'tender=Tender', '--map', 'amount=Bid_value', '--map', 'bidder=firm', '--output'];

  test('every tender is answered once, bad rows are told and passed over', async () => {
    const input = written(
      'bids.csv',
      csvOf(header, [...bids, ['T1', 'x', -3, 0], ['T1', 'x', 0, 0], ['', 'x', 5, 0], ['T1', 'x', 5, 'maybe']]),
    );
    const { code, told } = await said('bid-collusion', '--input', input, ...mapped, at('out.csv'));
    expect(code).toBe(0);
    expect(told).toContain('passed over 4');
    const answers = answersIn('out.csv');
    expect(Object.keys(answers[0]!)).toEqual(['tender', 'bidder', 'pattern', 'score', 'flag', 'reason']);
    const whole = answers.filter(({ bidder }) => bidder === '');
    expect(whole.map(({ tender }) => tender)).toEqual(Array.from({ length: 30 }, (_, t) => `T${t}`));
    expect(whole.at(-1)).toMatchObject({ flag: '1', pattern: 'close-prices' });
    for (const { score } of answers) expect(Number(score) >= 0 && Number(score) <= 1).toBe(true);
  });

  test('a file whose outcome is known teaches, and one with one kind of outcome is refused', async () => {
    const input = written('bids.csv', csvOf(header, bids));
    const known = (label: (t: number) => number) =>
      written(
        'known.csv',
        csvOf(
          `${header},label`,
          bids.map((row) => [...row, label(Number(String(row[0]).slice(1)))]),
        ),
      );
    const names = [
      '--map',
      'labelled.tender=Tender',
      '--map',
      'labelled.amount=Bid_value',
      '--map',
      'labelled.bidder=firm',
    ];
    const taught = ['bid-collusion', '--input', input, '--labelled', known((t) => t % 2), ...names, ...mapped];
    expect((await said(...taught, at('out.csv'))).code).toBe(0);
    expect(answersIn('out.csv').filter(({ pattern }) => pattern === 'learned')).toHaveLength(30);
    known(() => 1);
    expect((await said(...taught, at('out.csv'))).told).toContain('labelled 0');
  });
});

describe('opengoa analyse ledger-anomalies', () => {
  test('a ledger with headers of its own: each payment is answered, bad rows are passed over, a limit that makes no sense is refused', async () => {
    const months = Array.from({ length: 12 }, (_, m) => String(m + 1).padStart(2, '0'));
    const rent = months.map((month) => [`R${month}`, `2026-${month}-05`, '某物业', '5200.00', '租赁费', '某局']);
    const input = written(
      'ledger.csv',
      csvOf('凭证号,付款日期,收款单位,付款金额,支出科目,部门', [
        ...rent,
        ['A1', '2026-04-01', '乙公司', '8123.45', '办公费', '某局'],
        ['A2', '2026-04-03', '乙公司', '8123.45', '办公费', '某局'],
        ['A3', '2026-04-31', '乙公司', '1', '办公费', '某局'],
        ['A4', '2026-05-01', '乙公司', '0', '办公费', '某局'],
      ]),
    );
    const asked = ['ledger-anomalies', '--input', input, '--output', at('out.csv')];
    const { code, told } = await said(...asked);
    expect(code).toBe(0);
    expect(told).toContain('passed over 2');
    const answers = answersIn('out.csv');
    expect(Object.keys(answers[0]!)).toEqual(['id', 'pattern', 'score', 'flag', 'reason']);
    expect(answers.filter(({ id }) => id !== '').map(({ id }) => id)).toEqual([...rent.map(([id]) => id), 'A1', 'A2']);
    expect(answers.filter(({ flag }) => flag === '1').map(({ id, pattern }) => [id, pattern])).toEqual([
      ['A2', 'duplicate'],
    ]);
    expect((await said(...asked, '--split-limit', '5万')).told).toContain('--split-limit');
    expect((await said(...asked, '--split-limit', '10000')).code).toBe(0);
    const split = answersIn('out.csv').filter(({ pattern }) => pattern === 'split');
    expect(split.map(({ id }) => id)).toEqual(['A1', 'A2']);
  });
});

describe('opengoa analyse vehicle-use', () => {
  test('positions from a packed file by seconds, a bad row passed over, the silence of approvals kept apart', async () => {
    const at0 = Date.parse('2026-03-01T14:00:00+08:00') / 1_000;
    const points = Array.from({ length: 31 }, (_, i) => ['苏A10001', 32 + i / 111.195, 118.8, at0 + 60 * i] as const);
    const file = written(
      'points.csv.gz',
      gzipSync(csvOf('vehicle,latitude,longitude,unix_time', [...points, ['苏A10001', 32, 118.8, 'noon']])),
    );
    const trips = written(
      'trips.csv',
      csvOf('vehicle,from,to,id', [['苏A10001', '2026-03-02 08:00', '2026-03-02 09:00', 'S-1']]),
    );
    const { code, told } = await said('vehicle-use', '--input', file, '--trips', trips, '--output', at('out.csv'));
    expect([code, told]).toEqual([0, expect.stringContaining('noon')]);
    const answers = answersIn('out.csv');
    expect(Object.keys(answers[0]!)).toEqual(['vehicle', 'from', 'to', 'kind', 'km', 'score', 'flag', 'reason']);
    expect(answers.map(({ kind, flag }) => [kind, flag])).toEqual([
      ['trip', '0'],
      ['out-of-hours', '1'],
      ['without-approval', '1'],
    ]);
    expect(Number(answers[0]!['km'])).toBeCloseTo(30, 1);
  });
});
