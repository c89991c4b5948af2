import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isRefusal, type Actor } from '@opengoa/kernel';
import { roles } from '@opengoa/kernel/contract';
import { channels, maskingTable, runListText, sealedFields, type Channel } from '@opengoa/kernel/host';
import type { Person } from '@opengoa/kernel/testing';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeExport } from '../../host/program/write-export.ts';
import { openAccount, signIn } from './accounts.ts';
import { town, type Town } from './town.ts';

/** What is planted, and must come out whole by no channel that the masking table does not name. */
const planted: Readonly<Record<keyof typeof maskingTable, string>> = {
  phone: '13912345670',
  'id-number': '11010519491231002X',
  'licence-number': '440524188001010014',
  'staff-number': 'GH-660771',
};
const fields = Object.keys(maskingTable) as (keyof typeof maskingTable)[];

let at: Town;
let folder: string;
beforeAll(async () => {
  at = await town();
  folder = mkdtempSync(join(tmpdir(), 'opengoa-masking-'));
  const admin = at.at.as('系统员', { factorAt: new Date() });
  const person = at.at.ids.persons['周敏'].person;
  await at.superuser.query('update kernel.person set number = $2 where id = $1', [person, planted['staff-number']]);
  for (const field of sealedFields)
    await admin.does('kernel.keep-personal-value', { person, field, value: planted[field] });
  // Somebody looked once, so that the Record has what there is to tell.
  const { rows } = await at.superuser.query<{ id: string }>('select id from kernel.personal_value order by field');
  for (const { id } of rows) await admin.does('kernel.show-full-value', { value: id, reason: '核对登记' });
  await openAccount(at, '系统员', 'xitong');
});
afterAll(async () => {
  await at?.close();
  if (folder) rmSync(folder, { recursive: true, force: true });
});

const someone = (role: string): Person =>
  at.at.with([{ role, unit: at.at.ids.province, below: true }], { factorAt: new Date() });

let turn = 0;
async function exported(actor: Actor, list: string): Promise<string> {
  const path = join(folder, `${(turn += 1)}.csv`);
  const order = { actor, list: at.at.kernel.lists.get(list)!, format: 'csv' as const, query: {}, reason: '核对名单' };
  const done = await writeExport(at.at.kernel, order, path);
  return isRefusal(done) ? done.code : readFileSync(path, 'utf8');
}

/** Everything that the channel shows of a field to this role, as text. What is printed is the page as it stands, so it asks the same door. */
async function shownBy(channel: Channel, field: keyof typeof maskingTable, role: string): Promise<string> {
  const { kernel } = at.at;
  const { list } = maskingTable[field].column;
  const who = someone(role);
  const text = async (answer: Promise<unknown>) => JSON.stringify(await answer);
  switch (channel) {
    case 'screen':
    case 'list':
    case 'print':
      return (await text(who.list(list))) + (await runListText(kernel, list, {}, who.actor).then(JSON.stringify));
    case 'search':
      return (await text(who.read('kernel.search', { q: planted[field] }))).replace(`"q":"${planted[field]}"`, '');
    case 'export':
      return exported(who.actor, list);
    case 'record':
      return (await text(who.list('kernel.facts', { size: '100' }))) + (await exported(who.actor, 'kernel.facts'));
    case 'message':
      return text(who.list('kernel.my-messages'));
    case 'federation':
      return text(who.read('kernel.checkpoint'));
    case 'log':
      return at.log.join('');
  }
}

describe('SEC-DC-03 the masking table, walked through the doors', () => {
  test.each(fields.flatMap((field) => channels.map((channel) => [field, channel] as const)))(
    'SEC-DC-03 %s by %s: whole for whom the table names, masked for every other role',
    async (field, channel) => {
      const named: readonly string[] =
        (maskingTable[field].whole as Partial<Record<Channel, readonly string[]>>)[channel] ?? [];
      for (const role of roles) {
        const shown = await shownBy(channel, field, role);
        expect([role, shown.includes(planted[field])]).toEqual([role, named.includes(role)]);
      }
    },
  );

  test('SEC-DC-03 the walk sees what is there: masked forms come out of the list, and a column of a list that masks stands in the table', async () => {
    expect(await shownBy('list', 'phone', 'system-admin')).toContain('139****5670');
    expect(await shownBy('export', 'id-number', 'system-admin')).toContain('1****************X');
    expect(await shownBy('record', 'phone', 'audit-admin')).toContain('kernel.FullValueSeen');
    const masked = [...at.at.kernel.lists.values()].flatMap(({ name, columns }) =>
      Object.entries(columns).flatMap(([column, { personal }]) =>
        personal ? [{ list: name, column, seenBy: personal.seenBy }] : [],
      ),
    );
    expect(masked).not.toHaveLength(0);
    for (const { list, column, seenBy } of masked) {
      const entry = fields.find(
        (field) => maskingTable[field].column.list === list && maskingTable[field].column.column === column,
      );
      expect([list, column, entry]).not.toContain(undefined);
      expect((maskingTable[entry!].whole as { list?: readonly string[] }).list ?? []).toEqual(seenBy);
    }
  });

  test('SEC-DC-03 over HTTP the page, its export and the log are as masked as the kernel says', async () => {
    const admin = await signIn(at, 'xitong');
    const list = await admin.get('/api/reads/kernel.personal-values');
    expect(list.status).toBe(200);
    const csv = await admin.get(`/api/reads/kernel.personal-values.csv?reason=${encodeURIComponent('核对名单')}`);
    expect(csv.status).toBe(200);
    for (const field of sealedFields) {
      expect(list.text).not.toContain(planted[field]);
      expect(csv.text).not.toContain(planted[field]);
    }
    const seen = await admin.does<{ value: string }>('kernel.show-full-value', {
      value: (list.body as { rows: { id: string; field: string }[] }).rows.find(({ field }) => field === 'phone')!.id,
      reason: '核对登记',
    });
    expect(seen.value).toBe(planted.phone);
    const kept = await at.superuser.query<{ text: string }>(
      `select string_agg(row_to_json(f)::text, '') || coalesce((select string_agg(row_to_json(r)::text, '') from kernel.request r), '') as text from kernel.fact f`,
    );
    for (const field of sealedFields) {
      expect(at.log.join('')).not.toContain(planted[field]);
      expect(kept.rows[0]!.text).not.toContain(planted[field]);
    }
    admin.leave();
  });
});
