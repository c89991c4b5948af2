import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { isRefusal, newId } from '@opengoa/kernel';
import { FileFolder, storeUpload } from '@opengoa/kernel/files';
import { openPool, runJob } from '@opengoa/kernel/host';
import { house, type House, type Person } from '@opengoa/kernel/testing';
import vehicles from '@opengoa/vehicles/domain';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import riskCentre from '../domain.ts';
import { analysisPoint } from './analysis-point.ts';

let at: House;
let folder: FileFolder;
let officer: Person;
let now = new Date('2026-03-05T02:00:00Z');
const root = mkdtempSync(join(tmpdir(), 'opengoa-analyses-'));
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const job = (name = 'run-analyses') =>
  runJob(at.kernel, `risk-centre.${name}`, { signal: new AbortController().signal });

beforeAll(async () => {
  at = await house({ rooms: [vehicles, riskCentre], clock: () => now });
  folder = new FileFolder(root);
  await folder.prepare();
  at.kernel.files = folder;
  officer = at.as('沈风控');
}, 120_000);
afterAll(async () => {
  await at?.close();
  rmSync(root, { recursive: true, force: true });
});

/** Four tenders of three bids; under the names that the method knows, but for `who`. */
const bids = (rows: readonly string[] = []) =>
  [
    'tender,who,amount,winner',
    ...['T1', 'T2', 'T3', 'T4'].flatMap((tender, t) => [
      `${tender},甲公司,${1000 + t},1`,
      `${tender},"=HYPERLINK(""http://x"")",${1200 + 31 * t},0`,
      `${tender},丙公司,${1400 + 57 * t},0`,
    ]),
    ...rows,
  ].join('\n');

async function bring(content: string | Buffer, name = '投标.csv', by = officer): Promise<string> {
  const stored = await storeUpload(at.kernel, folder, {
    actor: by.actor,
    point: analysisPoint,
    name,
    content: (async function* once() {
      yield Buffer.from(content as Buffer);
    })(),
  });
  if (isRefusal(stored)) throw new Error(stored.code);
  return stored.id;
}
const open = async (file: string, by = officer): Promise<string> => {
  const { result } = await by.does('risk-centre.open-analysis', {
    method: 'bid-collusion',
    files: [{ file, role: 'input' }],
  });
  return (result as { analysis: string }).analysis;
};
interface Shown {
  readonly state: string;
  readonly files: readonly { file: string; head: { columns: Record<string, string>; rows: string[][] } | null }[];
  readonly rowsOf: number;
  readonly rowsRead: number;
  readonly answers: number;
  readonly flags: number;
  readonly bad: number;
  readonly why: { zh: string } | null;
  readonly may: readonly string[];
}
const shown = async (id: string, by = officer) => (await by.read('risk-centre.analysis', { id })) as Shown;
const said = { tender: 'tender', who: 'bidder', amount: 'amount', winner: 'winner' };
const run = (analysis: string, file: string, columns: Record<string, string> = said, settings = {}) =>
  officer.run('risk-centre.run-analysis', { analysis, mappings: [{ file, columns }], settings });

/** One that ran to its end. */
async function done(content: string | Buffer = bids(), name = '投标.csv'): Promise<{ id: string; file: string }> {
  const file = await bring(content, name);
  const id = await open(file);
  await job();
  expect(code(await run(id, file))).toBe('done');
  await job();
  expect(await shown(id)).toMatchObject({ state: 'done' });
  return { id, file };
}
/** What lies in the store of an analysis, past every wall. */
async function left(id: string): Promise<{ answers: number; bad: number; files: number; heads: boolean }> {
  const pool = openPool(
    at.urls.superuser,
    { size: 1, waitMs: 5_000, statementMs: 5_000, lockMs: 5_000, idleTransactionMs: 5_000 },
    () => undefined,
  );
  try {
    const { rows } = await pool.query(
      `select (select count(*)::int from risk_centre.analysis_answer where analysis_id = $1) as answers,
              (select count(*)::int from risk_centre.analysis_bad_row where analysis_id = $1) as bad,
              (select count(*)::int from kernel.file where object_id = $1 and removed_at is null) as files,
              (select heads is not null from risk_centre.analysis where id = $1) as heads`,
      [id],
    );
    return rows[0] as Awaited<ReturnType<typeof left>>;
  } finally {
    await pool.end();
  }
}
const nothing = { answers: 0, bad: 0, files: 0, heads: false };
type Table = { rows: { place: number; cells: unknown[]; flag: boolean }[]; total: number; columns: unknown[] };

describe('文件分析', () => {
  test('uploaded, looked at, run, seen: totals are those of the lists; the same request twice is one', async () => {
    const file = await bring(bids(['T5,丁公司,很多,0', ',戊公司,1,0']));
    const request = newId();
    const input = { method: 'bid-collusion', files: [{ file, role: 'input' }] };
    const first = await officer.run('risk-centre.open-analysis', input, request);
    expect(await officer.run('risk-centre.open-analysis', input, request)).toEqual(first);
    const id = (first as { result: { analysis: string } }).result.analysis;
    expect(await shown(id)).toMatchObject({ state: 'looking', may: ['risk-centre.cancel-analysis'] });
    await job();
    const looked = await shown(id);
    expect(looked).toMatchObject({ state: 'looked', rowsOf: 14 });
    expect(looked.files[0]!.head).toMatchObject({
      columns: { tender: 'tender', who: '', amount: 'amount', winner: 'winner' },
      rows: expect.arrayContaining([['T1', '甲公司', '1000', '1']]),
    });
    const again = newId();
    const order = { analysis: id, mappings: [{ file, columns: said }], settings: {} };
    expect(code(await officer.run('risk-centre.run-analysis', order, again))).toBe('done');
    expect(code(await officer.run('risk-centre.run-analysis', order, again))).toBe('done');
    await job();
    const it = await shown(id);
    expect(it).toMatchObject({
      state: 'done',
      bad: 2,
      rowsRead: 12,
      may: ['risk-centre.keep-analysis', 'risk-centre.run-analysis', 'risk-centre.drop-analysis'],
    });
    const answers = (await officer.read('risk-centre.analysis-answers', { id })) as Table;
    expect(answers.rows).toHaveLength(it.answers);
    expect(answers.total).toBe(it.answers);
    expect(answers.rows.filter(({ flag }) => flag)).toHaveLength(it.flags);
    expect(answers.rows.filter(({ cells }) => cells[1] === '')).toHaveLength(4);
    expect(await officer.read('risk-centre.analysis-answers', { id, only: 'flagged' })).toMatchObject({
      total: it.flags,
    });
    expect(await officer.read('risk-centre.analysis-bad-rows', { id })).toMatchObject({
      total: 2,
      rows: [
        { file: '投标.csv', line: 14 },
        { file: '投标.csv', line: 15 },
      ],
    });
    // With another column left out it runs again over the same files, and nothing of the first run is left among its rows.
    const { who: _who, ...without } = said;
    expect(code(await run(id, file, { ...without, who: '' }))).toBe('done');
    await job();
    const second = await shown(id);
    expect(await left(id)).toMatchObject({ answers: second.answers, bad: second.bad, files: 1 });
  });

  test('a packed table and settings go the same way', async () => {
    const rows = ['甲', '乙', '丙'].flatMap((unit) =>
      [1, 2, 3, 4, 5, 6].map((month) => `${unit},2026-0${month},电,${month * 100 + unit.length}`),
    );
    const file = await bring(gzipSync(['unit,period,indicator,value', ...rows].join('\n')), '填报.csv.gz');
    const { result } = await officer.does('risk-centre.open-analysis', {
      method: 'report-truth',
      files: [{ file, role: 'input' }],
    });
    const { analysis } = result as { analysis: string };
    await job();
    const order = { analysis, settings: { 'least-units': '2' } };
    expect(code(await officer.run('risk-centre.run-analysis', { ...order, settings: { other: '1' } }))).toBe(
      'analysis-setting-unknown',
    );
    await officer.does('risk-centre.run-analysis', order);
    await job();
    const it = await shown(analysis);
    expect(it).toMatchObject({ state: 'done', rowsRead: 18, bad: 0 });
    expect(it.answers).toBeGreaterThan(0);
    await officer.does('risk-centre.drop-analysis', { analysis });
  });

  test('kept under a name it is read by others of the right, and dropped with file and rows', async () => {
    const { id, file } = await done();
    const leader = at.with([{ role: 'leader', unit: at.ids.city, below: true }], { unit: at.ids.city });
    const colleague = at.with([{ role: 'risk-officer', unit: at.ids.city, below: true }], { unit: at.ids.city });
    for (const other of [leader, colleague]) {
      expect(code(await other.read('risk-centre.analysis', { id }))).toBe('not-found');
      expect(code(await other.read('risk-centre.analysis-answers', { id }))).toBe('not-found');
      expect(code(await other.read('risk-centre.analysis-bad-rows', { id }))).toBe('not-found');
      const seen = await other.list('risk-centre.analyses');
      expect(isRefusal(seen) ? seen : seen.rows.map((row) => row['id'])).not.toContain(id);
    }
    expect(code(await colleague.run('risk-centre.keep-analysis', { analysis: id, name: '投标' }))).toBe('not-found');
    expect(code(await colleague.run('risk-centre.run-analysis', { analysis: id }))).toBe('not-found');
    expect(code(await colleague.run('risk-centre.drop-analysis', { analysis: id }))).toBe('not-found');
    await officer.does('risk-centre.keep-analysis', { analysis: id, name: '一季度投标' });
    expect(code(await officer.run('risk-centre.keep-analysis', { analysis: id, name: '再来' }))).toBe(
      'analysis-not-done',
    );
    expect(code(await run(id, file))).toBe('analysis-not-ready');
    expect(await leader.read('risk-centre.analysis', { id })).toMatchObject({ name: '一季度投标', may: [] });
    expect(await shown(id, colleague)).toMatchObject({ state: 'kept', may: ['risk-centre.drop-analysis'] });
    expect(code(await leader.run('risk-centre.drop-analysis', { analysis: id }))).toBe('not-your-right');
    const county = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
    expect(code(await county.read('risk-centre.analysis', { id }))).toBe('not-found');

    const next = await done();
    expect(code(await officer.run('risk-centre.keep-analysis', { analysis: next.id, name: '一季度投标' }))).toBe(
      'analysis-name-taken',
    );
    await officer.does('risk-centre.drop-analysis', { analysis: next.id });

    expect(await left(id)).toMatchObject({ files: 1 });
    const request = newId();
    expect(code(await colleague.run('risk-centre.drop-analysis', { analysis: id }, request))).toBe('done');
    expect(code(await colleague.run('risk-centre.drop-analysis', { analysis: id }, request))).toBe('done');
    expect(await left(id)).toEqual(nothing);
    expect(code(await officer.read('risk-centre.analysis', { id }))).toBe('not-found');
    expect(code(await officer.run('risk-centre.drop-analysis', { analysis: id }))).toBe('not-found');
  });

  test('what is downloaded: inert where a spreadsheet would compute, page behind page', async () => {
    const { id } = await done(bids(['X,=1+1,500,1', 'X,@SUM(A1),500,0', 'X,丙,620,0']));
    const read = at.kernel.reads.get('risk-centre.analysis-answers')!;
    const answer = await officer.read('risk-centre.analysis-answers', { id, rows: 'many' });
    const table = read.table!(answer, { id, rows: 'many' });
    expect(table.columns).toEqual(['tender', 'bidder', 'pattern', 'score', 'flag', 'reason']);
    expect(table.rows).toHaveLength((await shown(id)).answers);
    expect(table.next).toBeNull();
    expect(table.rows.some((row) => String(row[1]).startsWith('='))).toBe(true);
    const { csvLine } = await import('@opengoa/kernel/exchange');
    const lines = table.rows.map((row) => csvLine(row));
    expect(lines.every((line) => !/(^|,)"?[=@+]/.test(line))).toBe(true);
    await officer.does('risk-centre.drop-analysis', { analysis: id });
  });

  test('cancelled at any step it leaves nothing, and the run that is under way writes no more', async () => {
    const file = await bring(bids());
    const id = await open(file);
    await officer.does('risk-centre.cancel-analysis', { analysis: id });
    expect(await left(id)).toEqual(nothing);
    await job();
    expect(await shown(id)).toMatchObject({ state: 'cancelled', may: ['risk-centre.drop-analysis'] });
    expect(code(await officer.run('risk-centre.cancel-analysis', { analysis: id }))).toBe('analysis-over');

    // While it runs: a file long enough that its end is far away when it is cancelled.
    const many = Array.from(
      { length: 60_000 },
      (_, i) => `L${i >> 2},甲${i % 97},${1000 + (i % 13)},${Number(i % 4 === 0)}`,
    );
    const long = await bring(bids(many), '很多.csv');
    const running = await open(long);
    await job();
    await run(running, long);
    const other = await bring(bids());
    const second = await open(other);
    const working = job();
    for (let i = 0; i < 200 && (await shown(running)).state !== 'running'; i += 1)
      await new Promise((resolve) => setTimeout(resolve, 25));
    await officer.does('risk-centre.cancel-analysis', { analysis: running });
    await working;
    expect(await shown(running)).toMatchObject({ state: 'cancelled', answers: 0, bad: 0 });
    expect(await left(running)).toEqual(nothing);
    await officer.does('risk-centre.cancel-analysis', { analysis: second });
  }, 60_000);

  test('failed it leaves its reason and nothing else', async () => {
    const empty = await open(await bring('tender,amount,winner\n', '空.csv'));
    await job();
    expect(await shown(empty)).toMatchObject({ state: 'failed', why: { zh: expect.stringContaining('空.csv') } });
    expect(await left(empty)).toEqual(nothing);

    const lines = Array.from({ length: 20_050 }, (_, i) => `T${i},甲,不是数,1`);
    const wrong = await bring(bids(lines), '坏行.csv');
    const id = await open(wrong);
    await job();
    await run(id, wrong);
    await job();
    expect(await shown(id)).toMatchObject({ state: 'failed', why: { zh: expect.stringContaining('20000') } });
    expect(await left(id)).toEqual(nothing);

    const unfit = await bring(bids());
    const labelled = await bring('tender,amount,winner,label\nA,1,1,0\nA,2,0,0\n', '样本.csv');
    const { result } = await officer.does('risk-centre.open-analysis', {
      method: 'bid-collusion',
      files: [
        { file: unfit, role: 'input' },
        { file: labelled, role: 'labelled' },
      ],
    });
    const { analysis } = result as { analysis: string };
    await job();
    await officer.does('risk-centre.run-analysis', { analysis });
    await job();
    expect(await shown(analysis)).toMatchObject({ state: 'failed', why: { zh: expect.stringContaining('标为1') } });
    expect(await left(analysis)).toEqual(nothing);
  }, 60_000);

  test('columns are refused where one is missing, unknown or said twice', async () => {
    const file = await bring(bids());
    const id = await open(file);
    expect(code(await run(id, file))).toBe('analysis-not-ready');
    await job();
    expect(code(await run(id, file, { ...said, amount: '' }))).toBe('analysis-column-missing');
    expect(code(await run(id, file, { ...said, who: 'nonsense' }))).toBe('analysis-column-unknown');
    expect(code(await run(id, file, { ...said, elsewhere: '' }))).toBe('analysis-column-unknown');
    expect(code(await run(id, file, { ...said, who: 'tender' }))).toBe('analysis-column-twice');
    expect(code(await run(id, newId()))).toBe('analysis-file-not-asked');
    expect(code(await officer.run('risk-centre.keep-analysis', { analysis: id, name: '太早' }))).toBe(
      'analysis-not-done',
    );
    await officer.does('risk-centre.run-analysis', { analysis: id, mappings: [{ file, columns: said }] });
    const other = await open(await bring(bids()));
    expect(code(await officer.run('risk-centre.drop-analysis', { analysis: id }))).toBe('analysis-under-way');
    await job();
    await job();
    await officer.does('risk-centre.drop-analysis', { analysis: id });
    await officer.does('risk-centre.cancel-analysis', { analysis: other });
  });

  test('one at a time each, a few open; foreign files, methods and rights are refused', async () => {
    const [file, second] = [await bring(bids()), await bring(bids())];
    const asks = (more: object) =>
      officer.run('risk-centre.open-analysis', {
        method: 'bid-collusion',
        files: [{ file, role: 'input' }],
        ...more,
      });
    expect(code(await asks({ method: 'nonsense' }))).toBe('method-unknown');
    expect(code(await asks({ files: [{ file, role: 'labelled' }] }))).toBe('analysis-input-missing');
    expect(
      code(
        await asks({
          files: [
            { file, role: 'input' },
            { file: second, role: 'constructor' },
          ],
        }),
      ),
    ).toBe('analysis-file-not-asked');
    expect(code(await asks({ files: [{ file: newId(), role: 'input' }] }))).toBe('not-found');
    const colleague = at.with([{ role: 'risk-officer', unit: at.ids.city, below: true }], { unit: at.ids.city });
    expect(
      code(
        await colleague.run('risk-centre.open-analysis', {
          method: 'bid-collusion',
          files: [{ file, role: 'input' }],
        }),
      ),
    ).toBe('not-found');
    for (const name of ['周敏', '冯局长', '石会计'] as const)
      expect(
        code(await at.as(name).run('risk-centre.open-analysis', { method: 'x', files: [{ file, role: 'input' }] })),
      ).toBe('not-your-right');
    expect(code(await at.as('周敏').read('risk-centre.analysis-methods'))).toBe('not-your-right');
    const ids = [await open(file), await open(second)];
    expect(code(await asks({}))).toBe('not-found');
    await job();
    await officer.does('risk-centre.run-analysis', { analysis: ids[0], mappings: [{ file, columns: said }] });
    expect(code(await run(ids[1]!, second))).toBe('analysis-waiting');
    for (let i = 0; i < 8; i += 1) {
      const more = await bring(bids());
      const answer = await officer.run('risk-centre.open-analysis', {
        method: 'bid-collusion',
        files: [{ file: more, role: 'input' }],
      });
      if (!isRefusal(answer)) ids.push((answer.result as { analysis: string }).analysis);
      else {
        expect(answer).toMatchObject({ code: 'analyses-open', data: { most: 5 } });
        break;
      }
    }
    for (const analysis of ids) await officer.does('risk-centre.cancel-analysis', { analysis });
    // The acts of the program itself are nobody else's.
    const part = { analysis: ids[0], attempt: newId(), begins: true, read: 0, answers: [], bad: [] };
    expect(code(await officer.run('risk-centre.keep-analysis-part', part))).toBe('not-your-right');
    expect(code(await officer.run('risk-centre.end-analysis', { analysis: ids[0], attempt: null, why: null }))).toBe(
      'not-your-right',
    );
    expect(code(await officer.run('risk-centre.note-looked', { analysis: ids[0], heads: [] }))).toBe('not-your-right');
  });

  test('a run that died begins again, and what nobody kept goes after its days', async () => {
    const file = await bring(bids());
    const id = await open(file);
    await job();
    await run(id, file);
    const { jobActor } = await import('@opengoa/kernel');
    const worker = at.with(
      [],
      jobActor('run-analyses', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province),
    );
    const answer = { cells: ['T', '', 'none'], score: 0.5, flag: true, reason: { zh: '待核实', en: 'to be verified' } };
    const part = { analysis: id, read: 1, answers: [answer], bad: [] };
    const died = newId();
    await worker.does('risk-centre.keep-analysis-part', { ...part, attempt: died, begins: true });
    expect(await shown(id)).toMatchObject({ state: 'running', answers: 1, flags: 1 });
    expect(code(await worker.run('risk-centre.keep-analysis-part', { ...part, attempt: newId() }))).toBe(
      'analysis-over',
    );
    expect(code(await worker.run('risk-centre.end-analysis', { analysis: id, attempt: newId(), why: null }))).toBe(
      'analysis-over',
    );
    await job();
    expect(await shown(id)).toMatchObject({ state: 'running', answers: 1 });
    now = new Date(now.getTime() + 11 * 60_000);
    await job();
    const it = await shown(id);
    expect(it).toMatchObject({ state: 'done', rowsRead: 12 });
    expect(await left(id)).toMatchObject({ answers: it.answers });
    await job('forget-analyses');
    expect(await shown(id)).toMatchObject({ state: 'done' });
    now = new Date(now.getTime() + 31 * 86_400_000);
    await job('forget-analyses');
    expect(code(await officer.read('risk-centre.analysis', { id }))).toBe('not-found');
    expect(await left(id)).toEqual(nothing);
  });
});
