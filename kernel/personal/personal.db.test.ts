import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runJob } from '../jobs/run-job.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import type { VerbAnswer } from '../room.ts';
import { sealOnce, verifyRecord } from '../record/record.ts';
import { newId } from '../id.ts';
import { runVerb } from '../verbs/run-verb.ts';
import { house, type House } from '../testing/house.ts';
import type { Person } from '../testing/person.ts';

let at: House;
let superuser: pg.Pool;
let admin: Person;
let zhou: Person;
const phone = '13911112222';
const idNumber = '11010519491231002X';
const fresh = { factorAt: new Date() };

beforeAll(async () => {
  at = await house({ rooms: [] });
  superuser = new pg.Pool({ connectionString: at.urls.superuser, max: 3 });
  admin = at.with([{ role: 'system-admin', unit: at.ids.province, below: true }], fresh);
  zhou = at.as('周敏', fresh);
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const code = (answer: VerbAnswer | Refusal) => (isRefusal(answer) ? answer.code : 'done');
const valueOf = async (field: string, person: string) =>
  (
    await superuser.query<{ id: string }>('select id from kernel.personal_value where field = $1 and person_id = $2', [
      field,
      person,
    ])
  ).rows[0]!.id;
const everything = async () =>
  (
    await superuser.query<{ line: string }>(`
      select row_to_json(f)::text as line from kernel.fact f
      union all select row_to_json(r)::text from kernel.request r
      union all select row_to_json(v)::text from kernel.personal_value v`)
  ).rows
    .map(({ line }) => line)
    .join('\n');

describe('a personal value', () => {
  test('SEC-DC-03 it is stored sealed, shown masked, and stands whole in no fact, no remembered answer and no table', async () => {
    await zhou.does('kernel.keep-personal-value', { person: zhou.actor.person, field: 'phone', value: phone });
    await admin.does('kernel.keep-personal-value', { person: zhou.actor.person, field: 'id-number', value: idNumber });
    const { rows } = (await zhou.list('kernel.personal-values')) as unknown as { rows: { shown: string }[] };
    expect(rows.map(({ shown }) => shown).toSorted()).toEqual(['1****************X', '139****2222']);
    expect(await everything()).not.toMatch(new RegExp(`${phone}|${idNumber}`));
  });

  test('what is no telephone and no identity number is refused', async () => {
    const keep = (field: string, value: string) =>
      zhou.run('kernel.keep-personal-value', { person: zhou.actor.person, field, value });
    expect(code(await keep('phone', '12345678901'))).toBe('personal-value-not-fitting');
    expect(code(await keep('id-number', '110105194912310021'))).toBe('personal-value-not-fitting');
  });

  test('SEC-DC-04 whole it is seen by who is named for this field, with a reason, and the Record says so', async () => {
    const value = await valueOf('phone', zhou.actor.person!);
    const id = await valueOf('id-number', zhou.actor.person!);
    const unit = (
      await superuser.query<{ unit_id: string }>('select unit_id from kernel.personal_value where id = $1', [value])
    ).rows[0]!.unit_id;
    const head = at.with([{ role: 'head', unit, below: false }], fresh);
    expect(code(await head.run('kernel.show-full-value', { value, reason: 'x' }))).toBe('input-not-fitting');
    const seen = await head.does('kernel.show-full-value', { value, reason: '通知加班用车' });
    expect(seen.result).toEqual({ value: phone });
    // Named for the telephone, not for the identity number.
    expect(code(await head.run('kernel.show-full-value', { value: id, reason: '核对身份' }))).toBe('not-your-right');
    // Nor does it help to be named for it in some other place.
    const both = at.with(
      [
        { role: 'head', unit, below: false },
        { role: 'system-admin', unit: at.ids.county, below: true },
      ],
      fresh,
    );
    expect(code(await both.run('kernel.show-full-value', { value: id, reason: '核对身份' }))).toBe('not-your-right');
    const elsewhere = at.with([{ role: 'head', unit: at.ids.county, below: true }], fresh);
    expect(code(await elsewhere.run('kernel.show-full-value', { value, reason: '通知加班' }))).toBe('not-found');
    const stale = at.with([{ role: 'head', unit, below: false }]);
    expect(code(await stale.run('kernel.show-full-value', { value, reason: '通知加班' }))).toBe('factor-not-fresh');
    const told = await superuser.query(
      `select why, person_id, body->>'field' as field from kernel.fact where type = 'kernel.FullValueSeen'`,
    );
    expect(told.rows).toEqual([{ why: '通知加班用车', person_id: head.actor.person, field: 'phone' }]);
  });

  test('SEC-DC-04 the same request again shows nothing: the value is not remembered', async () => {
    const value = await valueOf('phone', zhou.actor.person!);
    const request = newId();
    const ask = async () => {
      const asked = { name: 'kernel.show-full-value', input: { value, reason: '核对电话' } };
      return ((await runVerb(at.kernel, { ...asked, actor: admin.actor, requestId: request })) as VerbAnswer).result;
    };
    const [first, second] = [await ask(), await ask()];
    expect(first).toEqual({ value: phone });
    expect(second).toBeUndefined();
    expect(await everything()).not.toContain(phone);
  });

  test('SEC-DC-04 SEC-BI-04 a hundred looks at once: as many as the day allows', async () => {
    const value = await valueOf('phone', zhou.actor.person!);
    const eager = at.with([{ role: 'system-admin', unit: at.ids.province, below: true }], fresh);
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => eager.run('kernel.show-full-value', { value, reason: '批量核对' })),
    );
    const most = at.kernel.registers.standards().numberOn('kernel.full-values', '2026-01-05', []);
    expect(answers.filter((answer) => code(answer) === 'done')).toHaveLength(most);
    expect(new Set(answers.map(code))).toEqual(new Set(['done', 'full-values-enough']));
  });

  test('SEC-DC-03 moved to another row it does not open', async () => {
    const [phoneId, idId] = [
      await valueOf('phone', zhou.actor.person!),
      await valueOf('id-number', zhou.actor.person!),
    ];
    await superuser.query(
      'update kernel.personal_value set sealed = (select sealed from kernel.personal_value where id = $1) where id = $2',
      [phoneId, idId],
    );
    await expect(admin.run('kernel.show-full-value', { value: idId, reason: '核对身份' })).rejects.toThrow(
      /changed or moved/,
    );
  });
});

describe('SEC-DC-05 erasing a person', () => {
  const officer = () => at.with([{ role: 'security-admin', unit: at.ids.province, below: true }], fresh);

  test('SEC-DC-05 two officers erase who has left; values and Record fields are gone, and the chain verifies', async () => {
    const [first, second] = [officer(), officer()];
    const person = newId();
    await admin.does('kernel.register-person', {
      id: person,
      unit: at.ids.city,
      name: '赵离岗',
      number: 'G-7781',
      from: '2020-01-01',
    });
    const post = newId();
    await admin.does('kernel.create-post', { id: post, unit: at.ids.city, title: '临时岗', from: '2020-01-01' });
    const hired = await admin.does('kernel.appoint', { person, post, kind: 'main', from: '2020-01-01' });
    const holding = (await superuser.query('select id from kernel.holding where person_id = $1', [person])).rows[0]
      .id as string;
    expect(hired.facts).toHaveLength(1);
    await admin.does('kernel.keep-personal-value', { person, field: 'phone', value: phone });
    expect(code(await first.run('kernel.propose-erasure', { person, why: '本人申请' }))).toBe('person-in-service');
    await admin.does('kernel.end-appointment', { holding, to: '2020-06-01' });

    await first.does('kernel.propose-erasure', { person, why: '本人申请删除' });
    const erasure = (await superuser.query('select id from kernel.erasure where person_id = $1', [person])).rows[0]
      .id as string;
    expect(code(await first.run('kernel.confirm-erasure', { erasure }))).toBe('second-person-needed');
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => second.run('kernel.confirm-erasure', { erasure })),
    );
    expect(answers.filter((answer) => code(answer) === 'done')).toHaveLength(1);

    const left = await superuser.query(
      `select (select count(*)::int from kernel.personal_value where person_id = $1) as values,
              (select count(*)::int from kernel.subject_key where subject_id = $1) as keys,
              (select name from kernel.person where id = $1) as name, (select number from kernel.person where id = $1) as number,
              (select count(*)::int from kernel.fact where subject_id = $1) as facts`,
      [person],
    );
    expect(left.rows[0]).toEqual({ values: 0, keys: 0, name: '已删除人员', number: null, facts: 1 });
    const text = await superuser.query(`select row_to_json(f)::text as line from kernel.fact f where subject_id = $1`, [
      person,
    ]);
    expect(text.rows[0].line).not.toMatch(/赵离岗|G-7781/);

    await sealOnce(at.kernel.pool, { node: 1, crypto: at.kernel.crypto });
    expect(await verifyRecord(at.kernel.pool, { node: 1, crypto: at.kernel.crypto })).toMatchObject({ ok: true });
  });
});

describe('SEC-DC-05 retention', () => {
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000);

  test('SEC-DC-05 the job clears what the days are over for, leaves the rest, and says so on the Record', async () => {
    const days = (item: string) =>
      at.kernel.registers.standards().numberOn('kernel.retention', '2026-01-05', [], { item });
    for (const read of [null, ago(days('messages') - 2), ago(days('messages') + 2)])
      await superuser.query(
        'insert into kernel.message (node_id, id, person_id, title, at, read_at) values (1, $1, $2, $3, $4, $5)',
        [newId(), zhou.actor.person, JSON.stringify({ zh: '事', en: 'It' }), ago(3_000), read],
      );
    for (const ended of [days('import-rows') - 2, days('import-rows') + 2]) {
      const batch = newId();
      await superuser.query(
        `insert into kernel.import_batch (node_id, id, unit_id, person_id, kind, fingerprint, generation, file_name, file_sha256, mapping, accept, state, begun_at, ended_at)
         values (1, $1, $2, $3, 'a.b', $4, 0, 'f', $4, '{}', 'good-rows', 'done', $5, $5)`,
        [batch, at.ids.city, zhou.actor.person, newId().replaceAll('-', '').padEnd(64, '0'), ago(ended)],
      );
      await superuser.query(
        `insert into kernel.import_row (node_id, batch_id, line, unit_id, outcome, key, verb, object_id) values (1, $1, 2, $2, 'new', 'k', 'v', $3)`,
        [batch, at.ids.city, newId()],
      );
    }
    await runJob(at.kernel, 'kernel.run-retention', { signal: new AbortController().signal });
    expect((await superuser.query('select read_at from kernel.message where at < $1', [ago(2_000)])).rows).toHaveLength(
      2,
    );
    expect((await superuser.query('select 1 from kernel.import_row')).rows).toHaveLength(1);
    expect((await superuser.query('select 1 from kernel.import_batch')).rows).toHaveLength(2);
    const told = await superuser.query(`select body from kernel.fact where type = 'kernel.RetentionRun'`);
    expect(told.rows).toEqual([{ body: { sessions: 0, messages: 1, importRows: 1 } }]);
  });

  test('SEC-DC-05 a remembered answer is forgotten after the hours of its standard, not before', async () => {
    const hours = at.kernel.registers.standards().numberOn('kernel.request-memory', '2026-01-05', []);
    await superuser.query('update kernel.request set at = $1', [new Date(Date.now() - (hours - 1) * 3_600_000)]);
    const count = async () => Number((await superuser.query('select count(*) from kernel.request')).rows[0].count);
    const before = await count();
    await runJob(at.kernel, 'kernel.forget-requests', { signal: new AbortController().signal });
    expect(await count()).toBeGreaterThanOrEqual(before);
    await superuser.query('update kernel.request set at = $1', [new Date(Date.now() - (hours + 1) * 3_600_000)]);
    await runJob(at.kernel, 'kernel.forget-requests', { signal: new AbortController().signal });
    expect(await count()).toBeLessThanOrEqual(1);
  });

  test('SEC-DC-05 nobody but the job may clear: not the database role of the verbs in somebody’s name', async () => {
    await expect(admin.run('kernel.clear-overdue', {}).then(code)).resolves.toBe('not-your-right');
  });
});
