import { createWriteStream, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import assets from '../../domains/assets/domain.ts';
import { cardSheet } from '../../domains/assets/cards/card-sheet.ts';
import energy from '../../domains/energy/domain.ts';
import procurement from '../../domains/procurement/domain.ts';
import space from '../../domains/space/domain.ts';
import vehicles from '../../domains/vehicles/domain.ts';
import { exportColumnsOfSheet, exportTable } from '@opengoa/kernel/exchange';
import { type Asked, atLeast, atMost, type Figure, type Line, told } from '../figure.ts';
import { startServing } from '../child.ts';
import { median } from '../median.ts';
import type { Done, Once } from '../program/import-cards-once.ts';
import { type SmallHouse, smallHouse } from '../small-house.ts';

const program = join(import.meta.dirname, '../program/import-cards-once.ts');
const rowCount = 100_000;

/** A ledger of assets as an office brings it along: twelve columns, every row a card with its own number. */
function* ledger(round: number) {
  const names = ['台式计算机', '办公桌', '文件柜', '打印机', '空调机', '会议椅'];
  const codes = ['A02010105', 'A05010201', 'A05010502', 'A02021003', 'A02061804', 'A05010303'];
  for (let n = 0; n < rowCount; n += 1)
    yield {
      number: `R${round}-${String(n).padStart(6, '0')}`,
      name: names[n % 6]!,
      class: codes[n % 6]!,
      model: `型号${n % 300}`,
      brand: ['联想', '华为', '得力', '格力'][n % 4]!,
      serial: `SN${round}${n * 7}`,
      quantity: 1,
      valueFen: 80_000 + (n % 900) * 100,
      acquiredOn: new Date(Date.UTC(2015, 0, 1 + (n % 3_600))).toISOString().slice(0, 10),
      place: `${n % 9}号楼${n % 400}室`,
      state: n % 3 === 0 ? 'in-stock' : 'in-use',
      note: `清查批次${n % 40}`,
    };
}

const mark = { who: '周敏', unit: '临江市', at: new Date() };
const write = (path: string, format: 'csv' | 'xlsx', round: number) =>
  pipeline(
    Readable.from(
      exportTable({
        title: cardSheet.title,
        columns: exportColumnsOfSheet(cardSheet).filter(({ name }) =>
          Object.hasOwn(ledger(0).next().value ?? {}, name),
        ),
        rows: ledger(round),
        format,
        mark,
        labels: { unit: () => null },
        rowLimit: rowCount,
      }),
    ),
    createWriteStream(path),
  );

/**
 * A ledger of 100,000 cards through the front of the import - every cell judged, every row an act with its right, its remembered request, its entry on the
 * Record - beside a program that parses, validates, stages and inserts the same rows in one transaction and keeps no Record. From xlsx, reading and judging
 * is held beside a bare streaming read. Each reading has a process of its own, so that memory is the program's and not that of what makes the files.
 */
export const importCards: Figure = {
  name: 'import-cards',
  title: `Import of ${rowCount.toLocaleString('en')} asset cards from CSV and xlsx, a Record entry each`,
  async measure(asked) {
    const house = await smallHouse({ rooms: [procurement, energy, vehicles, space, assets], connections: 8 });
    const owner = new pg.Client({ connectionString: house.superUrl });
    const folder = mkdtempSync(join(tmpdir(), 'opengoa-bench-cards-'));
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

async function rounds({ short, say }: Asked, house: SmallHouse, owner: pg.Client, folder: string): Promise<Line[]> {
  const times = short ? 1 : 3;
  const csv: { floor: Done[]; ours: Done[] } = { floor: [], ours: [] };
  const xlsx: { floor: Done[]; ours: Done[] } = { floor: [], ours: [] };
  await owner.query(`create schema floor; create table floor.card (like assets.card including all)`);
  const once = async (way: Once['way'], path: string): Promise<Done> => {
    await owner.query('checkpoint');
    const { unit, standing, superUrl: ownerUrl } = house;
    const asked: Once = { way, path, rowCount, unit, standing, ownerUrl };
    const { ready, stop } = await startServing<Done>(program, [JSON.stringify(asked)]);
    await stop();
    return ready;
  };
  const turns = (...[floor, ours]: [Done, Done]) =>
    `${Math.round(floor.perSecond)}, ours ${Math.round(ours.perSecond)} rows/s, ${Math.round(ours.before / 1e6)} to ${Math.round(ours.most / 1e6)} MB`;
  for (let round = 0; round < times; round += 1) {
    const path = join(folder, `${round}.csv`);
    writeFileSync(path, csvOf(round));
    csv.floor.push(await once('floor', path));
    csv.ours.push(await once('import', path));
    say(`  csv ${round + 1}: floor ${turns(csv.floor.at(-1)!, csv.ours.at(-1)!)}`);
    const book = join(folder, `${round}.xlsx`);
    await write(book, 'xlsx', round + 100);
    xlsx.floor.push(await once('bare-read', book));
    xlsx.ours.push(await once('read', book));
    say(`  xlsx ${round + 1}: bare read ${turns(xlsx.floor.at(-1)!, xlsx.ours.at(-1)!)}`);
  }
  const fromBook = await once('import', join(folder, '0.xlsx'));
  const { rows } = await owner.query<{ cards: number; facts: number }>(`select
    (select count(*)::int from assets.card) as cards, (select count(*)::int from kernel.fact where type = 'assets.CardRegistered') as facts`);
  const wanted = (times + 1) * rowCount;
  const missing = [wanted - rows[0]!.cards, wanted - rows[0]!.facts];
  const rate = (all: readonly Done[]) => median(all.map(({ perSecond }) => perSecond));
  const most = (all: readonly Done[]) => Math.max(...all.map((each) => each.most)) / 1e6;
  return [
    atLeast('CSV: judged, remembered, on the Record', rate(csv.ours), rate(csv.floor), 0.5, 'rows/s'),
    atLeast('xlsx: read in its thread', rate(xlsx.ours), rate(xlsx.floor), 0.6, 'rows/s'),
    told('xlsx: the whole import', `${Math.round(fromBook.perSecond)} rows/s`),
    atMost('memory of a process that imports CSV, at most', most(csv.ours), 400, 'MB'),
    atMost('memory of a process that imports xlsx, at most', most([fromBook]), 400, 'MB'),
    told('of that before the first row', `${Math.round(fromBook.before / 1e6)} MB`),
    {
      what: 'cards and facts that are missing',
      measured: missing.join(' '),
      target: 'wanted none',
      ok: missing.every((each) => each === 0),
    },
  ];
}

const heads = [
  '资产编号',
  '名称',
  '分类代码',
  '规格型号',
  '品牌',
  '序列号',
  '数量',
  '原值',
  '取得日期',
  '存放地点',
  '使用状况',
  '备注',
];
const csvOf = (round: number): string =>
  `${heads.join(',')}\n${[...ledger(round)]
    .map(({ valueFen, state, ...row }) =>
      [
        row.number,
        row.name,
        row.class,
        row.model,
        row.brand,
        row.serial,
        row.quantity,
        valueFen / 100,
        row.acquiredOn,
        row.place,
        state === 'in-use' ? '在用' : '在库',
        row.note,
      ].join(','),
    )
    .join('\n')}\n`;
