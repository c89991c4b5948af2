import { createReadStream } from 'node:fs';
import { WorkbookReader } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse';
import pg from 'pg';
import { RegisterCard } from '../../domains/assets/cards/contract.ts';
import { piecesOf } from '../../domains/assets/cards/card-store.ts';
import assets from '../../domains/assets/domain.ts';
import energy from '../../domains/energy/domain.ts';
import procurement from '../../domains/procurement/domain.ts';
import space from '../../domains/space/domain.ts';
import vehicles from '../../domains/vehicles/domain.ts';
import { type Id, isRefusal, newId } from '@opengoa/kernel';
import { importFile, readTable } from '@opengoa/kernel/exchange';
import { actorAt, openKernel, type Standing } from '../small-house.ts';

/** One reading of one file in a process of its own, so that its memory is its own; prints one line of JSON. */

export interface Once {
  readonly way: 'floor' | 'import' | 'bare-read' | 'read';
  readonly path: string;
  readonly rowCount: number;
  readonly unit: Id;
  readonly standing: Standing;
  readonly ownerUrl: string;
}

export interface Done {
  readonly perSecond: number;
  /** Memory of the process before the first row and at most, in bytes. */
  readonly before: number;
  readonly most: number;
}

const { way, path, rowCount, unit, standing, ownerUrl } = JSON.parse(process.argv[2]!) as Once;

async function measured(work: () => Promise<void>): Promise<Done> {
  const before = process.memoryUsage().rss;
  const from = performance.now();
  await work();
  const perSecond = (rowCount * 1_000) / (performance.now() - from);
  return { perSecond, before, most: process.resourceUsage().maxRSS * 1_024 };
}

async function imported(): Promise<Done> {
  const { kernel, close } = await openKernel(standing, {
    rooms: [procurement, energy, vehicles, space, assets],
    connections: 8,
  });
  const done = await measured(async () => {
    const report = await importFile(kernel, {
      actor: actorAt(unit, 'assets-clerk'),
      kind: 'assets.card',
      path,
      unit,
      accept: 'good-rows',
    });
    if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
    if (report.counts.new !== rowCount) throw new Error(JSON.stringify(report.counts));
  });
  await close();
  return done;
}

async function streamed(): Promise<void> {
  let count = 0;
  const reader = new WorkbookReader(path, {
    worksheets: 'emit',
    sharedStrings: 'cache',
    hyperlinks: 'ignore',
    styles: 'cache',
  });
  for await (const worksheet of reader) for await (const row of worksheet) count += row.number > 0 ? 1 : 0;
  if (count < rowCount) throw new Error(`${count} rows read`);
}

async function judged(): Promise<void> {
  const table = await readTable(path);
  let count = 0;
  for await (const some of table.rows()) count += some.length;
  await table.close();
  if (count < rowCount) throw new Error(`${count} rows read`);
}

/** Parse, validate, stage a thousand at a time, and one transaction around it all; the same search pieces in each row. */
async function bare(owner: pg.Client): Promise<void> {
  let some: object[] = [];
  const stage = async () => {
    if (some.length === 0) return;
    await owner.query({
      name: 'stage-cards',
      text: `insert into stage select * from json_to_recordset($1::json) as r (id uuid, number text, name text, class text, model text, brand text, serial text,
        quantity int, "valueFen" bigint, "acquiredOn" date, place text, state text, note text, search text[])`,
      values: [JSON.stringify(some)],
    });
    some = [];
  };
  await owner.query('begin');
  await owner.query(`create temp table stage (id uuid, number text, name text, class text, model text, brand text, serial text, quantity int, value_fen bigint,
    acquired_on date, place text, state text, note text, search text[]) on commit drop`);
  for await (const record of createReadStream(path).pipe(parse({ from_line: 2 }))) {
    const [number, name, code, model, brand, serial, quantity, yuan, acquiredOn, place, state, note] =
      record as string[];
    const row = RegisterCard.parse({
      unit,
      number,
      name,
      class: code,
      model,
      brand,
      serial,
      quantity: Number(quantity),
      valueFen: Math.round(Number(yuan) * 100),
      acquiredOn,
      place,
      state: state === '在用' ? 'in-use' : 'in-stock',
      note,
    });
    some.push({ ...row, id: newId(), search: piecesOf({ ...row, number: row.number! }, undefined) });
    if (some.length === 1_000) await stage();
  }
  await stage();
  await owner.query(
    `insert into floor.card (node_id, id, unit_id, number, name, class, model, brand, serial, quantity, value_fen, acquired_by, acquired_on, place, state, note, search)
     select 1, id, $1, number, name, class, model, brand, serial, quantity, value_fen, 'purchase', acquired_on, place, state, note, search from stage`,
    [unit],
  );
  await owner.query('commit');
}

async function floor(): Promise<Done> {
  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  const done = await measured(() => bare(owner));
  await owner.end();
  return done;
}

const ways: Readonly<Record<Once['way'], () => Promise<Done>>> = {
  floor,
  import: imported,
  'bare-read': () => measured(streamed),
  read: () => measured(judged),
};
process.stdout.write(`${JSON.stringify(await ways[way]())}\n`);
