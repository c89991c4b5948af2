import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openAccount, signIn } from './accounts.ts';
import { town, type Town } from './town.ts';
import type { Visitor } from './visitor.ts';

let at: Town;
let dispatcher: Visitor;
let admin: Visitor;
beforeAll(async () => {
  at = await town();
  await openAccount(at, '吴调度', 'wudiaodu');
  await openAccount(at, '系统员', 'xitong');
  dispatcher = await signIn(at, 'wudiaodu');
  admin = await signIn(at, 'xitong');
});
afterAll(async () => {
  dispatcher?.leave();
  admin?.leave();
  await at?.close();
});

const facts = async () => Number((await at.superuser.query('select count(*) from kernel.person')).rows[0].count);

describe('SEC-DC-02 state secrets are kept out', () => {
  test('SEC-DC-02 text with a mark of secrecy is refused at entry, nothing of it is kept, and the next act works', async () => {
    const before = await facts();
    const register = (name: string) =>
      admin.post('/api/verbs/kernel.register-person', { unit: at.at.ids.city, name, from: '2026-01-01' });
    const refused = await register('机密★20年 名单');
    expect(refused).toMatchObject({ status: 422, code: 'state-secret-mark' });
    expect(refused.text).toContain('国家秘密');
    expect(await facts()).toBe(before);
    const kept = await at.superuser.query<{ text: string }>(
      `select string_agg(row_to_json(f)::text, '') as text from kernel.fact f where refusal = 'state-secret-mark'`,
    );
    expect(kept.rows[0]!.text).toContain('state-secret-mark');
    expect(kept.rows[0]!.text + at.log.join('')).not.toContain('机密★20年 名单');
    expect((await register('张新来')).status).toBe(200);
  });

  test('SEC-DC-02 a file whose name bears a mark is not taken', async () => {
    const answer = await dispatcher.post(
      `/api/files/kernel.attachment?name=${encodeURIComponent('绝密★纪要.pdf')}`,
      Buffer.from('%PDF-1.7\n%%EOF'),
      { 'content-type': 'application/pdf' },
    );
    expect(answer).toMatchObject({ status: 422, code: 'state-secret-mark' });
    expect((await at.superuser.query('select 1 from kernel.file')).rows).toEqual([]);
  });

  test('SEC-DC-02 what speaks of secrecy leaves only when whoever takes it says that it was looked at, and the Record has it', async () => {
    await at.superuser.query(`update kernel.unit set short_name = '涉密会议保障组' where id = $1`, [at.at.ids.county]);
    const path = '/api/reads/kernel.units.csv';
    const refused = await dispatcher.get(path);
    expect(refused).toMatchObject({ status: 409, code: 'export-marked-text' });
    const looked = await dispatcher.get(`${path}?marked=looked-at`);
    expect(looked.status).toBe(200);
    expect(looked.text).toContain('涉密会议保障组');
    const [told] = (
      await at.superuser.query(
        `select body->>'filter' as filter from kernel.fact where type = 'kernel.DataExported' order by id desc limit 1`,
      )
    ).rows;
    expect(JSON.parse(told.filter as string)).toMatchObject({ marked: 1 });
    expect(await dispatcher.get(`${path}?marked=yes`)).toMatchObject({ status: 400 });
  });
});
