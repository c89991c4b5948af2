import { createReadStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'csv-parse';
import pg from 'pg';
import { bigrams, isRefusal } from '@opengoa/kernel';
import { importFile } from '@opengoa/kernel/exchange';
import { type Asked, atLeast, type Figure, type Line, told } from '../figure.ts';
import { median } from '../median.ts';
import { ReportRepair } from '../repairs/contract.ts';
import repairs from '../repairs/domain.ts';
import { type SmallHouse, smallHouse } from '../small-house.ts';

const rowCount = 100_000;
const kinds = ['water', 'power', 'air', 'lift', 'network', 'furniture'] as const;

/**
 * A file through the front of the import - read in its thread, every cell judged, every row an act of its verb with its right, its remembered
 * request, its entry on the Record and its line in the batch - beside a program that parses, validates, stages and inserts in one transaction
 * and keeps no Record. Both write the same rows into the same kind of table.
 */
export const importing: Figure = {
  name: 'import',
  title: `Import of ${rowCount.toLocaleString('en')} rows from CSV, a Record entry each`,
  async measure(asked) {
    const house = await smallHouse({ rooms: [repairs], connections: 8 });
    const owner = new pg.Client({ connectionString: house.superUrl });
    const folder = mkdtempSync(join(tmpdir(), 'opengoa-bench-import-'));
    try {
      await owner.connect();
      return await rounds(asked, house, owner, folder);
    } finally {
      await owner.end();
      await house.close();
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

async function rounds(
  { short, say }: Asked,
  { kernel, unit, actor }: SmallHouse,
  owner: pg.Client,
  folder: string,
): Promise<Line[]> {
  const times = short ? 2 : 5;
  const clerk = actor('staff');
  const perSecond: { floor: number[]; ours: number[] } = { floor: [], ours: [] };
  await owner.query(`create schema floor; create table floor.repair (like repairs.repair including all)`);
  for (let round = 0; round < times; round += 1) {
    const path = join(folder, `${round}.csv`);
    writeFileSync(path, fileOf(round));
    await owner.query('checkpoint');
    perSecond.floor.push(await timed(() => bare(owner, path, unit)));
    await owner.query('checkpoint');
    perSecond.ours.push(
      await timed(async () => {
        const report = await importFile(kernel, {
          actor: clerk,
          kind: 'repairs.repair',
          path,
          unit,
          accept: 'good-rows',
        });
        if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
        if (report.counts.new !== rowCount) throw new Error(JSON.stringify(report.counts));
      }),
    );
    say(
      `  ${round + 1}: floor ${Math.round(perSecond.floor.at(-1)!)} rows/s, import ${Math.round(perSecond.ours.at(-1)!)} rows/s`,
    );
  }
  const { rows } = await owner.query<Record<'ours' | 'floor' | 'facts' | 'requests', number>>(`select
    (select count(*)::int from repairs.repair) as ours, (select count(*)::int from floor.repair) as floor,
    (select count(distinct object_id)::int from kernel.fact where type = 'repairs.RepairReported') as facts,
    (select count(*)::int from kernel.request where verb = 'repairs.report-repair') as requests`);
  const wanted = times * rowCount;
  const missing = Object.values(rows[0]!).map((count) => wanted - count);
  return [
    atLeast('judged, remembered, on the Record', median(perSecond.ours), median(perSecond.floor), 0.5, 'rows/s'),
    {
      what: 'rows, rows of the floor, facts and remembered requests that are missing',
      measured: missing.join(' '),
      target: 'wanted none',
      ok: missing.every((each) => each === 0),
    },
    told('rows each', wanted.toLocaleString('en')),
  ];
}

async function timed(work: () => Promise<void>): Promise<number> {
  const from = performance.now();
  await work();
  return (rowCount * 1_000) / (performance.now() - from);
}

function fileOf(round: number): string {
  const lines = Array.from(
    { length: rowCount },
    (_, n) =>
      `第${round}次第${n}件${['漏水', '跳闸', '不制冷', '停运'][n % 4]},${n % 40}号楼${n % 20}层,${kinds[n % 6]},${n % 5 === 0 ? 'urgent' : 'plain'}`,
  );
  return `事由,地点,类别,缓急\n${lines.join('\n')}\n`;
}

interface Staged {
  readonly number: string[];
  readonly title: string[];
  readonly place: string[];
  readonly kind: string[];
  readonly urgency: string[];
  readonly search: string[];
}

/** Parse, validate, stage a thousand at a time, and one transaction around it all. */
async function bare(owner: pg.Client, path: string, unit: string): Promise<void> {
  const empty = (): Staged => ({ number: [], title: [], place: [], kind: [], urgency: [], search: [] });
  let some = empty();
  const stage = async () => {
    if (some.title.length === 0) return;
    await owner.query({
      name: 'stage',
      text: `insert into stage select * from unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::text[], $6::text[])`,
      values: [some.number, some.title, some.place, some.kind, some.urgency, some.search],
    });
    some = empty();
  };
  await owner.query('begin');
  await owner.query(
    'create temp table stage (number text, title text, place text, kind text, urgency text, search text) on commit drop',
  );
  const records = createReadStream(path).pipe(parse({ from_line: 2 }));
  for await (const record of records) {
    const [title, place, kind, urgency] = record as string[];
    const row = ReportRepair.parse({ unit, title, place, kind, urgency });
    const number = `BX-${crypto.randomUUID()}`;
    some.number.push(number);
    some.title.push(row.title);
    some.place.push(row.place);
    some.kind.push(row.kind);
    some.urgency.push(row.urgency);
    some.search.push(
      `{${bigrams(number, row.title, row.place)
        .map((each) => JSON.stringify(each))
        .join(',')}}`,
    );
    if (some.title.length === 1_000) await stage();
  }
  await stage();
  await owner.query(
    `insert into floor.repair (node_id, id, unit_id, number, title, place, kind, urgency, state, reported_at, due_on, search)
     select 1, gen_random_uuid(), $1, number, title, place, kind, urgency, 'reported', now(), current_date + 3, search::text[] from stage`,
    [unit],
  );
  await owner.query('commit');
}
