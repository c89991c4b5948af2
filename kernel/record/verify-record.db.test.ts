import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { chainNext } from './chain.ts';
import { canonicalFact, storedFactColumns } from './fact.ts';
import { leafHash } from './merkle.ts';
import { readVerifierKey, writeVerifierKey } from './signed-note.ts';
import { bookLent, libraryRecord, type LibraryRecord } from './testing/library-record.ts';
import { exportCheckpoint } from './tree-head.ts';
import { verifyRecord } from './verify-record.ts';

let record: LibraryRecord;
let checkpoints: string[] = [];

/** Forty facts; heads and exported checkpoints at 10, 20, 30 and 40. */
beforeAll(async () => {
  record = await libraryRecord();
  for (let ten = 0; ten < 4; ten += 1) {
    for (let n = 0; n < 10; n += 1) await record.append(bookLent({ why: `第${ten * 10 + n + 1}次借阅\n"续"` }));
    await record.sealAll();
    checkpoints.push((await exportCheckpoint(record.pool, record))!.note);
  }
  await record.intruder.query('create schema kept');
  for (const table of tables) await record.intruder.query(`create table kept.${table} as table kernel.${table}`);
});
afterAll(() => record.close());

const tables = ['fact', 'seal', 'tree_head', 'tree_node', 'lease'];
beforeEach(async () => {
  await asIntruder(async () => {
    for (const table of tables) {
      await run(`delete from kernel.${table}`);
      await run(`insert into kernel.${table} select * from kept.${table}`);
    }
  });
});

const run = (text: string, values: unknown[] = []) => record.intruder.query(text, values);
async function asIntruder(work: () => Promise<unknown>): Promise<void> {
  await run(`set session_replication_role = replica; select set_config('opengoa.node', '${record.node}', false)`);
  await work();
  await run(`reset session_replication_role; reset opengoa.node`);
}
const verify = (checkpoint: string[] = []) => verifyRecord(record.pool, { ...record, checkpoint, batchFacts: 7 });
const factAt = async (seq: number): Promise<string> =>
  (await run('select fact_id from kernel.seal where seq = $1', [seq])).rows[0].fact_id as string;

/** What somebody does who knows the program: derives leaf and chain anew from this entry on, and the root of no head. */
async function reseal(from: number): Promise<void> {
  const { digest } = record.crypto;
  const before =
    from === 1
      ? 'select chain_hash from kernel.tree_head where size = 0'
      : `select chain_hash from kernel.seal where seq = ${from - 1}`;
  let chain = (await run(before)).rows[0].chain_hash as Buffer;
  const facts = await record.intruder.query<unknown[]>({
    text: `select s.seq, ${storedFactColumns('f')} from kernel.seal s join kernel.fact f on f.id = s.fact_id where s.seq >= $1 order by s.seq`,
    values: [from],
    rowMode: 'array',
  });
  for (const [seq, ...fact] of facts.rows) {
    const leaf = leafHash(digest, canonicalFact(fact as string[]));
    chain = chainNext(digest, chain, Number(seq), leaf);
    await run('update kernel.seal set leaf_hash = $2, chain_hash = $3 where seq = $1', [seq, leaf, chain]);
  }
}

describe('SEC-RE-04 verify', () => {
  test('SEC-RE-04 an untouched Record verifies, against every checkpoint, and says how far it came', async () => {
    const progress: number[] = [];
    const report = await verifyRecord(record.pool, {
      ...record,
      checkpoint: checkpoints,
      batchFacts: 16,
      onProgress: (checked, size) => progress.push(checked / size),
    });
    expect(report).toMatchObject({ ok: true, checked: 40, heads: 5, checkpoints: 4, unsealed: 0, firstBad: null });
    expect(progress).toEqual([0.4, 0.8, 1, 1]);
    await record.append(bookLent());
    expect(await verify(checkpoints)).toMatchObject({ ok: true, unsealed: 1 });
  });

  const edits: [what: string, text: string][] = [
    ['a body', `update kernel.fact set body = jsonb_set(body, '{days}', '31') where id = $1`],
    [
      'a number by less than a double sees',
      `update kernel.fact set body = jsonb_set(body, '{days}', '30.00000000000000000001') where id = $1`,
    ],
    ['the actor', `update kernel.fact set person_name = '孙师傅' where id = $1`],
    [
      'the time, by a microsecond',
      `update kernel.fact set happened_at = happened_at + interval '1 microsecond' where id = $1`,
    ],
    ['a reason that was empty', `update kernel.fact set post_id = gen_random_uuid() where id = $1`],
    ['a reason, taken away', `update kernel.fact set why = null where id = $1`],
    ['the outcome', `update kernel.fact set outcome = 'refused' where id = $1`],
    ['the unit it belongs to', `update kernel.fact set unit_id = gen_random_uuid() where id = $1`],
  ];
  test.each(edits)('SEC-RE-04 edit: %s', async (_what, text) => {
    const id = await factAt(17);
    await asIntruder(() => run(text, [id]));
    expect((await verify()).problems).toEqual([{ kind: 'edited', from: 17, to: 17, factId: id }]);
  });

  test('SEC-RE-04 edit: the fact and its leaf', async () => {
    const id = await factAt(17);
    await asIntruder(async () => {
      await run(`update kernel.fact set why = '无' where id = $1`, [id]);
      const { rows } = await record.intruder.query<string[]>({
        text: `select ${storedFactColumns('f')} from kernel.fact f where id = $1`,
        values: [id],
        rowMode: 'array',
      });
      await run('update kernel.seal set leaf_hash = $1 where seq = 17', [
        leafHash(record.crypto.digest, canonicalFact(rows[0]!)),
      ]);
    });
    expect((await verify()).firstBad).toEqual({ kind: 'edited', from: 17, to: 17, factId: id });
  });

  test('SEC-RE-04 edit: the fact, its leaf and the whole chain after it; the signed head says between which entries', async () => {
    const id = await factAt(17);
    await asIntruder(async () => {
      await run(`update kernel.fact set why = '无' where id = $1`, [id]);
      await reseal(17);
    });
    expect((await verify()).firstBad).toEqual({ kind: 'head-differs', from: 11, to: 20, factId: null });
  });

  test('SEC-RE-04 edit: the heads too, signed by a key of the intruder', async () => {
    const other = await libraryRecord();
    try {
      await asIntruder(async () => {
        const { rows } = await run('select * from kernel.tree_head where size = 20');
        const forged = other.crypto.sign('x', 'record');
        await run('update kernel.tree_head set root = $1, signature = $2 where size = 20', [rows[0].root, forged]);
      });
      const report = await verify();
      expect(report.firstBad).toEqual({ kind: 'head-signature', from: 20, to: 20, factId: null });
    } finally {
      await other.close();
    }
  });

  test('SEC-RE-04 deletion: the fact; two facts and their seals', async () => {
    const id = await factAt(23);
    await asIntruder(() => run('delete from kernel.fact where id = $1', [id]));
    expect((await verify()).problems).toEqual([{ kind: 'deleted', from: 23, to: 23, factId: id }]);
    await asIntruder(() => run('delete from kernel.seal where seq in (23, 24)'));
    await asIntruder(() => run('delete from kernel.fact where id not in (select fact_id from kernel.seal)'));
    expect((await verify()).firstBad).toEqual({ kind: 'deleted', from: 23, to: 24, factId: null });
  });

  test('SEC-RE-04 deletion: later entries moved up and chained anew', async () => {
    const id = await factAt(23);
    await asIntruder(async () => {
      await run('delete from kernel.fact where id = $1', [id]);
      await run('delete from kernel.seal where seq = 23');
      for (let seq = 24; seq <= 40; seq += 1)
        await run('update kernel.seal set seq = $2 where seq = $1', [seq, seq - 1]);
      await reseal(23);
    });
    expect((await verify()).problems).toEqual([
      { kind: 'head-differs', from: 21, to: 30, factId: null },
      { kind: 'tail-cut', from: 40, to: 40, factId: null },
    ]);
  });

  const clone = (seq: number) => `
    insert into kernel.fact select (jsonb_populate_record(f, jsonb_build_object('id', '018f0000-0000-7000-8000-00000000eeee', 'why', '补记'))).*
      from kernel.fact f join kernel.seal s on s.fact_id = f.id where s.seq = ${seq} returning id`;

  test('SEC-RE-04 insertion: a fact slipped in among sealed ones', async () => {
    await asIntruder(() => run(clone(12)));
    const { firstBad } = await verify();
    expect(firstBad).toMatchObject({ kind: 'inserted', factId: '018f0000-0000-7000-8000-00000000eeee' });
    expect([11, 12]).toContain(firstBad!.from);
  });

  test('SEC-RE-04 insertion: with a seal of its own, the later ones moved down', async () => {
    const insert = async () => {
      await run(clone(12));
      for (let seq = 40; seq >= 13; seq -= 1)
        await run('update kernel.seal set seq = $2 where seq = $1', [seq, seq + 1]);
      await run(
        `insert into kernel.seal select node_id, 13, '018f0000-0000-7000-8000-00000000eeee', tx, leaf_hash, chain_hash from kernel.seal where seq = 12`,
      );
    };
    await asIntruder(insert);
    expect((await verify()).firstBad).toMatchObject({ from: 13, to: 13 });
    await asIntruder(() => reseal(13));
    expect((await verify()).firstBad).toEqual({ kind: 'head-differs', from: 11, to: 20, factId: null });
  });

  test('SEC-RE-04 reordering: two entries changed places, with or without their hashes', async () => {
    const [a, b] = [await factAt(15), await factAt(16)];
    const swap = async () => {
      await run(`update kernel.seal set fact_id = gen_random_uuid() where seq = 15`);
      await run(
        `update kernel.seal set (fact_id, tx) = (select id, tx from kernel.fact where id = $1) where seq = 16`,
        [a],
      );
      await run(
        `update kernel.seal set (fact_id, tx) = (select id, tx from kernel.fact where id = $1) where seq = 15`,
        [b],
      );
    };
    await asIntruder(swap);
    expect((await verify()).firstBad).toEqual({ kind: 'reordered', from: 15, to: 15, factId: b });
    await asIntruder(() => reseal(15));
    expect((await verify()).firstBad).toEqual({ kind: 'head-differs', from: 11, to: 20, factId: null });
  });

  test('SEC-RE-04 cut tail: facts and seals gone, the heads say so', async () => {
    await asIntruder(async () => {
      await run('delete from kernel.fact where id in (select fact_id from kernel.seal where seq > 36)');
      await run('delete from kernel.seal where seq > 36');
    });
    expect((await verify()).firstBad).toEqual({ kind: 'tail-cut', from: 37, to: 40, factId: null });
    // And nothing is sealed over the cut.
    await record.append(bookLent());
    await expect(record.sealAll()).rejects.toThrow(/entry 40, signed in a tree head, is missing/);
  });

  test('SEC-RE-04 cut tail with its heads, or an older copy put back: only the exported checkpoint knows', async () => {
    await asIntruder(async () => {
      await run('delete from kernel.fact where id in (select fact_id from kernel.seal where seq > 30)');
      await run('delete from kernel.seal where seq > 30');
      await run('delete from kernel.tree_head where size > 30');
    });
    expect(await verify()).toMatchObject({ ok: true, checked: 30 });
    expect((await verify([checkpoints[3]!])).firstBad).toEqual({ kind: 'rolled-back', from: 31, to: 40, factId: null });
  });

  test('SEC-RE-04 an older copy put back and written on past the checkpoint', async () => {
    await asIntruder(async () => {
      await run('delete from kernel.fact where id in (select fact_id from kernel.seal where seq > 30)');
      await run('delete from kernel.seal where seq > 30');
      await run('delete from kernel.tree_head where size > 30');
    });
    for (let n = 0; n < 15; n += 1) await record.append(bookLent());
    await record.sealAll();
    expect(await verify()).toMatchObject({ ok: true, checked: 45 });
    expect((await verify(checkpoints)).firstBad).toEqual({ kind: 'rewritten', from: 31, to: 40, factId: null });
  });

  test('SEC-RE-04 full rewrite by somebody who holds the key: every head signed anew, the exported checkpoints still tell', async () => {
    await asIntruder(async () => {
      await run(`update kernel.fact set why = '改' where id = $1`, [await factAt(17)]);
      await run('delete from kernel.seal');
      await run('delete from kernel.tree_head');
      await run('delete from kernel.tree_node');
    });
    await record.sealAll();
    expect(await verify()).toMatchObject({ ok: true, checked: 40 });
    expect((await verify([checkpoints[3]!])).firstBad).toEqual({ kind: 'rewritten', from: 1, to: 40, factId: null });
    expect((await verify(checkpoints)).firstBad).toEqual({ kind: 'rewritten', from: 11, to: 20, factId: null });
  });

  test('SEC-RE-04 everything gone', async () => {
    await asIntruder(async () => {
      for (const table of tables) await run(`delete from kernel.${table}`);
    });
    expect((await verify([checkpoints[3]!])).firstBad).toEqual({ kind: 'rolled-back', from: 1, to: 40, factId: null });
  });

  test('SEC-RE-04 the first head gone, or renamed to another Record', async () => {
    await asIntruder(() => run('delete from kernel.tree_head where size = 0'));
    expect((await verify()).problems.map(({ kind }) => kind)).toContain('head-missing');
    await asIntruder(() => run(`update kernel.tree_head set origin = 'another'`));
    expect((await verify(checkpoints)).ok).toBe(false);
  });

  test('SEC-RE-04 an outsider with the public key alone verifies; a checkpoint of another node, or changed on its way, is told', async () => {
    const { note, keys } = (await exportCheckpoint(record.pool, record))!;
    const trusted = keys.map((key) => readVerifierKey(writeVerifierKey(key))!);
    const { node, pool } = record;
    expect(await verifyRecord(pool, { node, trusted, checkpoint: note })).toMatchObject({
      ok: true,
      checkpoints: 1,
    });
    const changed = note.replace('\n40\n', '\n39\n');
    expect((await verifyRecord(pool, { node, trusted, checkpoint: changed })).firstBad?.kind).toBe(
      'checkpoint-not-ours',
    );
    expect(
      (await verifyRecord(pool, { node, trusted: [], checkpoint: note })).problems.map(({ kind }) => kind),
    ).toContain('head-signature');
  });
});
