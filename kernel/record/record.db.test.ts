import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { txOn } from '../database/tx.ts';
import { newId } from '../id.ts';
import { asRole } from './as-role.ts';
import { readCheckpoint } from './checkpoint.ts';
import { digestNamed } from '../crypto/crypto.ts';
import { verifyConsistency } from './merkle.ts';
import { proveConsistency, proveFact, verifyFactProof } from './record-proof.ts';
import { recordStanding } from './record-standing.ts';
import { readSealed, type SealedFact } from './sealed-fact.ts';
import { writeVerifierKey } from './signed-note.ts';
import { eraseSubject, openPersonalFields } from './subject-key.ts';
import { bookLent, libraryRecord, type LibraryRecord, library } from './testing/library-record.ts';
import { exportCheckpoint } from './tree-head.ts';
import { verifyRecord } from './verify-record.ts';

describe.each(['international', 'national'] as const)('the Record, %s profile', (profile) => {
  let record: LibraryRecord;
  beforeAll(async () => {
    record = await libraryRecord(profile);
  });
  afterAll(() => record.close());

  const asAuditor = <T>(work: (client: Parameters<Parameters<typeof asRole>[2]>[0]) => Promise<T>): Promise<T> =>
    asRole(record.pool, { node: record.node, role: 'opengoa_work' }, async (client) => {
      await client.query(`select set_config('opengoa.audit', 'on', true)`);
      return work(client);
    });
  const allSealed = (): Promise<SealedFact[]> => asAuditor((client) => readSealed(client, 0, 100_000));

  test('SEC-RE-02 a fact comes back as it was said: time, actor, post and unit at that time, address, verb, object, outcome, request, cause', async () => {
    const said = bookLent({
      standInFor: newId(),
      post: newId(),
      actorUnit: library.branch,
      why: '续借',
      cause: newId(),
      corrects: newId(),
      facets: { task: { task: newId(), state: 'raised' } },
    });
    await record.append(
      said,
      bookLent({ outcome: 'refused', refusal: 'book-is-out', body: { status: 422 }, objectId: null, objectKind: null }),
    );
    await record.sealAll();
    const [first, second] = await allSealed();
    const { personal, ...kept } = said;
    expect(personal).toEqual([]);
    expect(first).toMatchObject(kept);
    expect(first!.seq).toBe(1);
    expect(first!.recordedAt.getTime() - Date.now()).toBeLessThan(5_000);
    expect(second).toMatchObject({ outcome: 'refused', refusal: 'book-is-out' });
  });

  test('SEC-RE-09 line breaks, controls, quotes, array marks and rare hanzi come back as they were, alone and among others', async () => {
    const nasty = 'a\nb\r\t\u0001\u001f\u2028"\\{},NULL\',𠮷𬂩㐂\u{10FFFF}\n\n— forged line';
    const facts = [bookLent({ why: nasty, personName: nasty, body: { [nasty]: nasty, list: [nasty, null] } })];
    await record.append(...facts);
    await record.append(
      bookLent({ why: nasty, body: { [nasty]: [nasty] } }),
      bookLent({ why: 'NULL', body: [] }),
      bookLent({ why: '', body: 'NULL' }),
    );
    await record.sealAll();
    const sealed = (await allSealed()).slice(-4);
    expect(sealed.map(({ why }) => why)).toEqual([nasty, nasty, 'NULL', '']);
    expect(sealed[0]).toMatchObject({ personName: nasty, body: { [nasty]: nasty, list: [nasty, null] } });
    expect(sealed.map(({ body }) => body).slice(2)).toEqual([[], 'NULL']);
    expect(await verifyRecord(record.pool, record)).toMatchObject({ ok: true });
  });

  test('SEC-RE-02 SEC-DC-05 personal fields stand under the subject’s key; erased, they are gone and the chain holds', async () => {
    const personal = ['name', 'phone'];
    const lentTo = (name: string, subject: string) =>
      bookLent({ body: { name, phone: '13800138000', days: 30 }, subject, personal: [...personal, 'nickname'] });
    const [reader, other] = [newId(), newId()];
    await record.append(lentTo('周敏', reader), lentTo('孙师傅', other), lentTo('周敏', reader));
    await record.sealAll();
    const note = (await exportCheckpoint(record.pool, record))!.note;
    const stored = await record.intruder.query(
      `select row_to_json(f)::text as line from kernel.fact f where subject_id is not null`,
    );
    expect(stored.rows.map(({ line }) => line as string).join()).not.toMatch(/周敏|孙师傅|13800138000/);
    const opened = () =>
      asAuditor(async (client) => {
        const facts = (await readSealed(client, 0, 100_000)).filter(({ subject }) => subject !== null);
        const fields = await openPersonalFields(txOn(client), record.crypto, facts);
        return facts.map(({ id, body }) => ({ days: (body as { days: number }).days, ...fields.get(id) }));
      });
    const zhou = { days: 30, name: '周敏', phone: '13800138000' };
    expect(await opened()).toEqual([zhou, { ...zhou, name: '孙师傅' }, zhou]);

    expect(await eraseSubject(record.pool, reader, record)).toBe(true);
    expect(await eraseSubject(record.pool, reader, record)).toBe(false);
    expect(await opened()).toEqual([{ days: 30 }, { ...zhou, name: '孙师傅' }, { days: 30 }]);
    // A person who comes back has a new key, and it does not open the old fields.
    await record.append(lentTo('周敏', reader));
    await record.sealAll();
    expect(await opened()).toEqual([{ days: 30 }, { ...zhou, name: '孙师傅' }, { days: 30 }, zhou]);
    expect(await verifyRecord(record.pool, { ...record, checkpoint: note })).toMatchObject({
      ok: true,
      checkpoints: 1,
    });
  });

  test('SEC-RE-02 personal fields without a subject or without the door are a fault, and nothing is written', async () => {
    const before = await record.intruder.query('select count(*) from kernel.fact');
    await expect(record.append(bookLent({ body: { name: '周敏' }, personal: ['name'] }))).rejects.toThrow(
      /names no subject/,
    );
    expect((await record.intruder.query('select count(*) from kernel.fact')).rows).toEqual(before.rows);
  });

  test('SEC-DC-05 two acts that record the same new subjects at once agree on their keys', async () => {
    const subjects = Array.from({ length: 10 }, () => newId());
    const act = (order: string[]) =>
      record.append(...order.map((subject) => bookLent({ body: { name: subject }, subject, personal: ['name'] })));
    await Promise.all([act(subjects), act(subjects.toReversed()), act(subjects)]);
    await record.sealAll();
    const names = await asAuditor(async (client) => {
      const facts = (await readSealed(client, 0, 100_000)).filter(
        ({ subject }) => subject !== null && subjects.includes(subject),
      );
      const fields = await openPersonalFields(txOn(client), record.crypto, facts);
      return facts.map(({ id, subject }) => fields.get(id)?.['name'] === subject);
    });
    expect(names).toHaveLength(30);
    expect(names).not.toContain(false);
  });

  test('SEC-RE-04 a checkpoint leaves as a signed note and is read by anybody with the key', async () => {
    const { note, head, keys } = (await exportCheckpoint(record.pool, record))!;
    expect(note.split('\n').slice(0, 2)).toEqual(['opengoa-record-node-7', String(head.size)]);
    const read = readCheckpoint(note, keys)!;
    expect(read.checkpoint).toMatchObject({ size: head.size, root: head.root, chainHash: head.chainHash, at: head.at });
    expect(read.signedBy).toHaveLength(1);
    expect(readCheckpoint(note.replace(/^at 2/m, 'at 1'), keys)).toBeNull();
    expect(readCheckpoint(note, [])!.signedBy).toEqual([]);
    expect(writeVerifierKey(keys[0]!)).toMatch(/^opengoa-record-node-7\+[0-9a-f]{8}\+/);
  });

  test('SEC-CR-07 the signing key is rotated while running: old heads and new ones verify', async () => {
    const old = (await exportCheckpoint(record.pool, record))!;
    await record.crypto.rotate('record');
    await record.append(bookLent());
    await record.sealAll();
    const fresh = (await exportCheckpoint(record.pool, record))!;
    expect(fresh.head.keyId).not.toBe(old.head.keyId);
    expect(fresh.keys).toHaveLength(2);
    expect(await verifyRecord(record.pool, { ...record, checkpoint: [old.note, fresh.note] })).toMatchObject({
      ok: true,
      checkpoints: 2,
    });
  });

  test('SEC-RE-10 one fact is proved to an outsider with the public key alone, and no other fact by the same proof', async () => {
    const { keys } = (await exportCheckpoint(record.pool, record))!;
    const facts = await allSealed();
    for (const { id, seq, type } of [facts[0]!, facts[Math.floor(facts.length / 2)]!, facts.at(-1)!]) {
      const proof = (await proveFact(record.pool, id, record))!;
      expect(proof.seq).toBe(seq);
      const travelled = JSON.parse(JSON.stringify(proof)) as typeof proof;
      const shown = verifyFactProof(travelled, keys);
      expect(shown).toMatchObject({ ok: true, fact: { id, type } });
      expect(verifyFactProof({ ...proof, fact: proof.fact.replace('BookLent', 'BookLost') }, keys)).toMatchObject({
        ok: false,
      });
      expect(verifyFactProof({ ...proof, seq: proof.seq + 1 }, keys)).toEqual({ ok: false, why: 'not-in-the-tree' });
      expect(verifyFactProof(proof, [])).toEqual({ ok: false, why: 'checkpoint-not-trusted' });
    }
    expect(await proveFact(record.pool, newId(), record)).toBeNull();
  });

  test('how the Record stands', async () => {
    await record.append(bookLent());
    const before = await recordStanding(record.pool, record);
    expect(before.unsealed).toBe(1);
    expect(before.unsealedSince!.getTime()).toBeGreaterThan(Date.now() - 60_000);
    const size = await record.sealAll();
    expect(await recordStanding(record.pool, record)).toMatchObject({
      sealed: size,
      signed: size,
      unsealed: 0,
      unsealedSince: null,
      sealer: null,
    });
  });
});

describe('a Record of 70,000 facts', () => {
  let record: LibraryRecord;
  beforeAll(async () => {
    record = await libraryRecord();
    await record.append(bookLent());
    await record.intruder.query(`
      set opengoa.node = '7';
      insert into kernel.fact (id, happened_at, actor_kind, unit_id, verb, type, outcome, body)
      select ('018f0000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid, now(), 'job', null, 'lending.count', 'lending.Counted', 'done', jsonb_build_object('n', n)
        from generate_series(1, 69999) n`);
    await record.sealAll({ headEveryFacts: 30_000, headEveryMs: 3_600_000 });
  });
  afterAll(() => record.close());

  test('SEC-RE-10 proofs across kept levels of the tree hold', async () => {
    const { keys, head } = (await exportCheckpoint(record.pool, record))!;
    expect(head.size).toBe(70_000);
    const kept = await record.intruder.query(
      'select level, count(*)::int as n from kernel.tree_node group by level order by level',
    );
    expect(kept.rows).toEqual([
      { level: 8, n: 273 },
      { level: 16, n: 1 },
    ]);
    for (const seq of [1, 256, 257, 30_000, 65_536, 65_537, 69_889, 70_000]) {
      const { rows } = await record.intruder.query('select fact_id from kernel.seal where seq = $1', [seq]);
      expect(verifyFactProof((await proveFact(record.pool, rows[0].fact_id as string, record))!, keys)).toMatchObject({
        ok: true,
      });
    }
  });

  test('SEC-RE-05 each signed head is proved to begin with the ones before it', async () => {
    const { rows } = await record.intruder.query<{ size: number; root: Buffer }>(
      'select size::int, root from kernel.tree_head order by size',
    );
    expect(rows.map(({ size }) => size)).toEqual([0, 30_000, 60_000, 70_000]);
    for (const [at, older] of rows.entries()) {
      for (const newer of rows.slice(at)) {
        const proof = await proveConsistency(record.pool, older.size, newer.size, record);
        expect(verifyConsistency(digestNamed('sha-256'), older, newer, proof)).toBe(true);
      }
    }
  });

  test('SEC-RE-04 it verifies whole', async () => {
    expect(await verifyRecord(record.pool, record)).toMatchObject({ ok: true, checked: 70_000 });
  });
});
