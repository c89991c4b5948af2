/** Files of readings as collecting systems hand them out. */
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import pg from 'pg';
import { type ImportTools, isRefusal } from '@opengoa/kernel';
import { dryRunFile, importFile, refusedRowsOf } from '@opengoa/kernel/exchange';
import { reading } from '@opengoa/kernel/host';
import { house, type House } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import energy from '../domain.ts';
import { aBuilding, aMeter } from '../testing/given.ts';
import { instantOf, readIntervals } from './interval-file.ts';
import { intervalImporter } from './interval-importer.ts';

let at: House;
let behind: pg.Client;
let building: string;
const folder = mkdtempSync(join(tmpdir(), 'opengoa-layouts-'));
beforeAll(async () => {
  at = await house({ rooms: [energy] });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  building = await aBuilding(at.as('钱能耗'), at.ids.bureau);
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await behind?.end();
  await at?.close();
});

const tools = (): ImportTools => ({
  verb: (name, input) => at.as('钱能耗').run(name, input),
  reading: (work) =>
    reading(at.kernel, { actor: at.as('钱能耗').actor, who: ['energy-clerk'], room: 'energy' }, (tx, context) =>
      work(tx, context),
    ),
  progress: () => undefined,
  signal: new AbortController().signal,
});
let files = 0;
const written = (text: string | Buffer, name = `${(files += 1)}.csv`): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
const order = (text: string) => {
  const path = written(text);
  return { actor: at.as('钱能耗').actor, kind: 'energy.day-reading', path, fileName: '负荷曲线.csv' };
};
const days = async (meter: string): Promise<[string, number, number][]> =>
  (
    await behind.query(
      'select day::text, total::float8 as total, count from energy.day where meter_id = $1 and count > 0 order by day',
      [meter],
    )
  ).rows.map(({ day, total, count }) => [day as string, total as number, count as number]);
const done = (report: Awaited<ReturnType<typeof importFile>>) => {
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
  return report;
};
const header = (step: number, to = 24 * 60) =>
  Array.from({ length: to / step }, (_, n) => {
    const minute = n * step;
    return `${Math.floor(minute / 60)}:${String(minute % 60).padStart(2, '0')}`;
  }).join(',');

describe('逐日一行的负荷曲线', () => {
  test('ninety-six columns a day: looked over first, then in, and the same again changes nothing', async () => {
    const meter = await aMeter(at.as('钱能耗'), building, { key: 'W-96', intervalMinutes: 15, multiplier: 2 });
    const values = Array.from({ length: 96 }, (_, n) => n / 100);
    const text = `表号,日期,${header(15)}\nW-96,2024-03-01,${values.join(',')}\nW-96,2024/3/2,${values.map(() => 1).join(',')}\n`;
    expect(await dryRunFile(at.kernel, order(text))).toMatchObject({ counts: { new: 2, refused: 0 } });
    expect(await days(meter)).toEqual([]);
    expect(done(await importFile(at.kernel, order(text)))).toMatchObject({ state: 'done' });
    const total = 2 * values.reduce((sum, each) => sum + Math.round(each * 1000), 0);
    expect(await days(meter)).toEqual([
      ['2024-03-01', total, 96],
      ['2024-03-02', 192_000, 96],
    ]);
    done(await importFile(at.kernel, order(`${text}\n`)));
    expect((await days(meter)).map(([, , count]) => count)).toEqual([96, 96]);
  });

  test('twenty-four columns named 1时 … 24时, stamped at the end of the hour: the last belongs to its own day', async () => {
    const meter = await aMeter(at.as('钱能耗'), building, { key: 'W-24', stamped: 'ends' });
    const names = Array.from({ length: 24 }, (_, n) => `${n + 1}时`);
    const text = `电表号,数据日期,${names.join(',')}\nW-24,20240301,${names.map((_, n) => n + 1).join(',')}\n`;
    done(await importFile(at.kernel, order(text)));
    expect(await days(meter)).toEqual([['2024-03-01', 300_000, 24]]);
  });

  test('register values of a register: use is their difference', async () => {
    const meter = await aMeter(at.as('钱能耗'), building, { key: 'W-R', reads: 'register', intervalMinutes: null });
    done(await importFile(at.kernel, order('表号,日期,0:00,12:00\nW-R,2024-03-01,100,106\nW-R,2024-03-02,110,\n')));
    expect((await days(meter)).map(([day, total]) => [day, total])).toEqual([
      ['2024-03-01', 10_000],
      ['2024-03-02', 0],
    ]);
  });

  test('a blank filled later goes in; a value that differs, an unknown meter and a word for a number are refused by row', async () => {
    const meter = await aMeter(at.as('钱能耗'), building, { key: 'W-F' });
    done(await importFile(at.kernel, order('表号,日期,0:00,1:00\nW-F,2024-03-01,5,\n')));
    done(await importFile(at.kernel, order('表号,日期,0:00,1:00\nW-F,2024-03-01,5,7\n')));
    expect(await days(meter)).toEqual([['2024-03-01', 12_000, 2]]);
    const wrong = order(
      '表号,日期,0:00,1:00\nW-F,2024-03-01,6,7\nW-X,2024-03-01,6,7\nW-F,2024-03-02,停电,7\nW-F,2024-03-03,1,2\n',
    );
    const report = done(await importFile(at.kernel, { ...wrong, accept: 'good-rows' }));
    const refused = await refusedRowsOf(at.kernel, { actor: wrong.actor, batchId: report.batchId });
    expect([...refused].map(([line, [problem]]) => [line, problem?.code])).toEqual([
      [2, 'reading-differs'],
      [3, 'meters-unknown'],
      [4, expect.stringMatching(/number/)],
    ]);
    expect(await days(meter)).toEqual([
      ['2024-03-01', 12_000, 2],
      ['2024-03-03', 3_000, 2],
    ]);
  });
});

describe('一块表一个文件', () => {
  test('days are read in the order that was said, and never guessed', () => {
    expect(instantOf('1/31/2018 0:15', 'mdy')).toBe('2018-01-31T00:15:00+08:00');
    expect(instantOf('31.1.2018 00:15', 'dmy')).toBe('2018-01-31T00:15:00+08:00');
    expect(instantOf('2018-01-31 23:45:00', 'mdy')).toBe('2018-01-31T23:45:00+08:00');
    for (const text of ['31/1/2018 0:15', '2/29/2018 0:00', '1/1/18 0:00', '1/1/2018 24:00', '1/1/2018', ''])
      expect([text, instantOf(text, 'mdy')]).toEqual([text, null]);
  });

  test('mean power becomes energy; the hour that summer time repeats counts once; a line that is no reading is named', () => {
    const layout = { time: 'DateTime', value: 'RealPower', days: 'mdy', factor: 0.25 } as const;
    const path = written(
      gzipSync('DateTime,RealPower\n11/4/2018 1:00,40\n11/4/2018 1:15,\n11/4/2018 1:00,44\n'),
      'x.csv.gz',
    );
    expect(readIntervals(path, layout)).toEqual({
      values: [{ at: '2018-11-04T01:00:00+08:00', value: 10 }],
      repeated: 1,
    });
    expect(() => readIntervals(written('DateTime,RealPower\n1/1/2018 0:00,off\n'), layout)).toThrow(/line 2/);
    expect(() => readIntervals(written('Time,Power\n'), layout)).toThrow(/no column DateTime/);
  });

  test('a folder by one command: a look first, then buildings, meters and readings, and again without doubling', async () => {
    const path = mkdtempSync(join(folder, 'many-'));
    for (const name of ['甲楼', '乙楼'])
      writeFileSync(
        join(path, `${name}.csv`),
        `DateTime,RealPower\n1/1/2018 0:00,40\n1/1/2018 0:15,44\n1/1/2018 0:30,-4\n`,
      );
    const map = { time: 'DateTime', value: 'RealPower', kw: 'yes', minutes: '15', days: 'mdy', keys: 'u/' };
    expect(await intervalImporter.run({ path, map, dryRun: true }, tools())).toMatchObject({
      state: 'done',
      counts: { meters: 2, readings: 6 },
    });
    const count = async () =>
      (await behind.query(`select count(*)::int as n from energy.instrument where key like 'u/%'`)).rows[0].n as number;
    expect(await count()).toBe(0);
    for (let round = 0; round < 2; round += 1) {
      const outcome = await intervalImporter.run({ path, map, dryRun: false }, tools());
      expect(outcome).toMatchObject({ state: 'done', counts: { meters: 2, readings: 6, doubtful: 2 } });
      expect(await count()).toBe(2);
      const { rows } = await behind.query(
        `select sum(total)::int as total from energy.day d join energy.instrument i on i.meter_id = d.meter_id where i.key like 'u/%'`,
      );
      expect(rows).toEqual([{ total: 42_000 }]);
    }
    expect(
      await intervalImporter.run({ path, map: { ...map, days: 'xyz', more: '1' }, dryRun: false }, tools()),
    ).toMatchObject({
      state: 'refused',
      problems: [{ where: '--map more' }, { where: '--map days' }],
    });
  });

  test('a row that says something else than before is a correction: the earlier value stays, and the old file does not undo it', async () => {
    const path = mkdtempSync(join(folder, 'again-'));
    const bring = (values: readonly number[]) => {
      writeFileSync(
        join(path, '丙楼.csv'),
        ['DateTime,kWh', ...values.map((value, hour) => `2018-01-01 0${hour}:00,${value}`)].join('\n'),
      );
      return intervalImporter.run(
        { path, map: { time: 'DateTime', value: 'kWh', keys: 'v/' }, dryRun: false },
        tools(),
      );
    };
    const total = async () =>
      (
        await behind.query(
          `select sum(d.total)::int as total from energy.day d join energy.instrument i on i.meter_id = d.meter_id where i.key = 'v/丙楼'`,
        )
      ).rows[0].total as number;
    expect(await bring([1, 2, 3])).toMatchObject({ state: 'done', counts: { readings: 3, corrected: 0 } });
    expect(await bring([1, 2.5, 3, 4])).toMatchObject({ state: 'done', counts: { readings: 4, corrected: 1 } });
    expect(await total()).toBe(10_500);
    const { rows } = await behind.query(
      `select c.was::int, c.value::int, c.why from energy.correction c join energy.instrument i on i.meter_id = c.meter_id where i.key = 'v/丙楼'`,
    );
    expect(rows).toEqual([{ was: 2_000, value: 2_500, why: '文件更正 丙楼.csv' }]);
    expect(await bring([1, 2, 3])).toMatchObject({ state: 'done', counts: { corrected: 0 } });
    expect(await total()).toBe(10_500);
  });

  test('a file that differs nearly everywhere is no list of corrections, and nothing of it is kept', async () => {
    const path = mkdtempSync(join(folder, 'other-'));
    const bring = (times: number) => {
      const first = Date.parse('2018-01-01T00:00:00Z');
      const lines = Array.from(
        { length: 1_001 },
        (_, n) =>
          `${new Date(first + n * 3_600_000).toISOString().slice(0, 16).replace('T', ' ')},${(1 + (n % 5)) * times}`,
      );
      writeFileSync(join(path, '丁楼.csv'), ['DateTime,kWh', ...lines].join('\n'));
      return intervalImporter.run(
        { path, map: { time: 'DateTime', value: 'kWh', keys: 'v/' }, dryRun: false },
        tools(),
      );
    };
    expect(await bring(1)).toMatchObject({ state: 'done' });
    const refused = await bring(1_000);
    expect(refused.state).toBe('refused');
    expect(refused.problems[0]!.why.zh).toContain('1001');
    const { rows } = await behind.query(
      `select count(*)::int as n from energy.correction c join energy.instrument i on i.meter_id = c.meter_id where i.key = 'v/丁楼'`,
    );
    expect(rows).toEqual([{ n: 0 }]);
  });

  /** Published archives are not part of the house: where they lie is told. */
  const campus = join(process.env['PUBLISHED_DATA'] ?? '', 'ucsd-campus-15min');
  test.runIf(existsSync(campus))(
    'a campus of 15-minute loads as it was published',
    async () => {
      const map = { time: 'DateTime', value: 'RealPower', kw: 'yes', minutes: '15', days: 'mdy', keys: 'ucsd/' };
      const outcome = await intervalImporter.run({ path: campus, map, dryRun: false }, tools());
      expect(outcome).toMatchObject({ state: 'done', counts: { meters: 5 } });
      console.log(JSON.stringify(outcome.counts));
      expect(outcome.counts['readings']! + outcome.counts['repeated']!).toBe(
        64_456 + 70_080 + 70_065 + 14_688 + 14_689,
      );
    },
    120_000,
  );
});
