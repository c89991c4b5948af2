import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, newId, type Id } from '@opengoa/kernel';
import { importFile, undoImport } from '@opengoa/kernel/exchange';
import { house, policiesOff, type House, type Person } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import riskCentre from '../domain.ts';

let at: House;
let behind: pg.Client;
const now = new Date('2026-03-02T01:00:00Z');
const folder = mkdtempSync(join(tmpdir(), 'opengoa-depending-'));
const [building, floor, room] = [newId(), newId(), newId()];

interface Shown {
  readonly needs: number;
  readonly weighed: boolean;
  readonly choices: readonly { readonly id: Id; readonly name: string }[];
  readonly chosen: {
    readonly name: string;
    readonly inAll: number;
    readonly down: readonly {
      readonly id: Id;
      readonly name: string;
      readonly wave: number;
      readonly want: readonly { readonly name: string }[];
      readonly source: { readonly zh: string } | null;
    }[];
  } | null;
  readonly weak: readonly { readonly name: string; readonly takes: number; readonly outageFen: number | null }[];
  readonly downNow: readonly { readonly part: Id; readonly opens: string }[];
  readonly fix: {
    readonly steps: readonly {
      readonly name: string;
      readonly comesBack: readonly string[];
      readonly assumed: boolean;
    }[];
    readonly lossFen: number | null;
  } | null;
}
const shown = async (part?: Id, by: Person = at.as('沈风控')) => {
  const answer = await by.read('risk-centre.depending', part ? { part } : {});
  if (isRefusal(answer)) throw new Error(answer.code);
  return answer as Shown;
};
const idOf = async (name: string) => (await shown()).choices.find((each) => each.name === name)!.id;
const add = (part: string, needs: string, more: object = {}, by: Person = at.as('沈风控')) =>
  by.run('risk-centre.add-dependency', {
    unit: at.ids.financeOffice,
    part,
    kind: 'system',
    needs,
    since: '2026-01-01',
    ...more,
  });
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

beforeAll(async () => {
  at = await house({ rooms: [riskCentre], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  const unit = at.ids.financeOffice;
  await behind.query(
    `insert into space.building (node_id, id, unit_id, name, form) values (1, $1, $2, '一号楼', 'multi-storey')`,
    [building, unit],
  );
  await behind.query(
    `insert into space.floor (node_id, id, unit_id, building_id, number, name) values (1, $1, $2, $3, 1, '1层')`,
    [floor, unit, building],
  );
  await behind.query(
    `insert into space.room (node_id, id, unit_id, building_id, floor_id, number, use, area_m2, state) values (1, $1, $2, $3, $4, '101', 'office', 20, 'in-use')`,
    [room, unit, building, floor],
  );
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
  rmSync(folder, { recursive: true, force: true });
});

test('with nothing entered only the ledgers speak, and that is said', async () => {
  expect(await shown()).toMatchObject({ needs: 0, chosen: null, weak: [], downNow: [], fix: null });
  const { chosen } = await shown(building);
  expect(chosen!.down.map(({ name, wave }) => [name, wave])).toEqual([
    ['一号楼 1层', 1],
    ['一号楼 101', 2],
  ]);
  expect(chosen!.down[0]!.source!.zh).toContain('台账');
});

test('what is entered joins what the ledgers know: names are taken as their things, spares hold', async () => {
  expect(code(await add('服务器', '一号楼 101、机房空调', { hourLossFen: 50_000, repairHours: 4 }))).toBe('done');
  expect(code(await add('机房空调', '机组甲、机组乙', { atLeast: 1 }))).toBe('done');
  expect(code(await add('办公自动化', '服务器', { kind: 'service', hourLossFen: 100_000 }))).toBe('done');
  expect((await shown(building)).chosen!.down.map(({ name }) => name)).toEqual([
    '一号楼 1层',
    '一号楼 101',
    '服务器',
    '办公自动化',
  ]);
  expect((await shown(await idOf('机组甲'))).chosen!.inAll).toBe(0);
  const cooling = (await shown(await idOf('机房空调'))).chosen!;
  expect(cooling.down.map(({ name, want }) => [name, want.map((each) => each.name)])).toEqual([
    ['服务器', ['机房空调']],
    ['办公自动化', ['服务器']],
  ]);
  const { weak, weighed } = await shown();
  expect(weighed).toBe(true);
  expect(weak.find(({ name }) => name === '服务器')).toMatchObject({ takes: 1, outageFen: 4 * 150_000 });
});

test('what makes no sense is refused, and who is no risk officer there enters nothing', async () => {
  expect(code(await add('服务器', '服务器'))).toBe('needs-itself');
  expect(code(await add('服务器', '甲、甲'))).toBe('needs-twice');
  expect(code(await add('服务器', '甲、乙', { atLeast: 3 }))).toBe('needs-more-than-there-are');
  expect(code(await add('服务器', Array.from({ length: 21 }, (_, i) => `件${i}`).join('、')))).toBe('needs-too-many');
  expect(code(await add('服务器', '一号楼 101、机房空调'))).toBe('dependency-stands');
  expect(code(await add('服务器', '甲', { unit: newId() }))).not.toBe('done');
  expect(code(await add('服务器', '甲', {}, at.as('冯局长')))).toBe('not-your-right');
});

test('what is reported as broken stands first in the order in which most comes back', async () => {
  await behind.query(
    `insert into kernel.fault_report (node_id, id, unit_id, number, kind, object_id, thing, what, words, said, state, tracking, reported_at, due_at)
     values (1, $1, $2, 'BX-1', 'space.room', $3, '101', '漏水', '漏水', '', 'reported', decode(md5('x'), 'hex'), $4, $4)`,
    [newId(), at.ids.financeOffice, room, now],
  );
  const { downNow, fix } = await shown();
  expect(downNow).toEqual([expect.objectContaining({ part: room })]);
  expect(fix).toMatchObject({
    steps: [{ name: '一号楼 101', comesBack: ['服务器', '办公自动化'], assumed: true }],
    lossFen: 8 * 150_000,
  });
  // Supposed to be down as well, the quicker repair of what the dear one waits for goes first all the same.
  const supposed = (await at.as('沈风控').read('risk-centre.depending', { down: await idOf('服务器') })) as Shown;
  expect(supposed.fix!.steps.map(({ name }) => name).toSorted()).toEqual(['一号楼 101', '服务器'].toSorted());
});

test('ended, it is needed no longer from that day on', async () => {
  const rows = (await at.as('沈风控').list('risk-centre.dependencies')) as unknown as {
    rows: { id: Id; part: string; _may?: readonly string[] }[];
  };
  const { id: need } = rows.rows.find(({ part }) => part === '办公自动化')!;
  const end = (until: string | null, by: Person = at.as('沈风控')) =>
    by.run('risk-centre.end-dependency', { need, until });
  expect(code(await end('2026-02-01', at.as('冯局长')))).not.toBe('done');
  expect(code(await end('2025-12-31'))).toBe('ends-before-it-began');
  expect(code(await end('2026-02-01'))).toBe('done');
  expect(code(await end('2026-02-01'))).toBe('dependency-over');
  expect((await shown(room)).chosen!.down.map(({ name }) => name)).toEqual(['服务器']);
});

test('a table goes in, bad rows told by row and column; taken back whole, nothing of it is needed', async () => {
  const path = join(folder, 'depends.csv');
  const unit = at.ids.financeOffice;
  const rows = (lines: readonly string[]) =>
    writeFileSync(path, `﻿单位,部件,类别,依赖,至少几个,起始日期\n${lines.join('\n')}\n`);
  const order = { actor: at.as('沈风控').actor, kind: 'risk-centre.dependency', path, unit, fileName: '依赖.csv' };
  const name = (await behind.query<{ name: string }>('select name from kernel.unit where id = $1', [unit])).rows[0]!
    .name;
  rows([`${name},门户网站,业务服务,服务器,,2026-01-01`, `${name},视频会议,飞机,服务器,,2026-01-01`]);
  expect(await importFile(at.kernel, order)).toMatchObject({ code: 'rows-refused', data: { count: 1 } });
  rows([`${name},门户网站,业务服务,服务器,,2026-01-01`, `${name},视频会议,业务服务,服务器、会议室,,2026-01-01`]);
  const report = await importFile(at.kernel, order);
  if (isRefusal(report)) throw new Error(`${report.code} ${JSON.stringify(report.data)}`);
  expect(report.counts).toMatchObject({ new: 2 });
  expect((await shown(room)).chosen!.down.map(({ name: of }) => of).toSorted()).toEqual(
    ['服务器', '视频会议', '门户网站'].toSorted(),
  );
  await undoImport(at.kernel, { actor: order.actor, batchId: report.batchId });
  expect((await shown(room)).chosen!.down.map(({ name: of }) => of)).toEqual(['服务器']);
});

test('SEC-AC-17 with the policies off a county reads neither parts nor names nor what is broken of the city', async () => {
  const county = at.with([{ role: 'risk-officer', unit: at.ids.county, below: true }], { unit: at.ids.county });
  const choices = (by: Person) => by.read('risk-centre.part-choices', { q: '一号楼' });
  expect(((await choices(at.as('沈风控'))) as { choices: object[] }).choices).toHaveLength(3);
  await policiesOff(at.urls.superuser);
  expect(await shown(building, county)).toMatchObject({ needs: 0, chosen: null, choices: [], downNow: [], fix: null });
  expect(await choices(county)).toEqual({ choices: [] });
});
