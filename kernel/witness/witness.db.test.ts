import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { nobody } from '../actor.ts';
import { stepIn } from '../database/step-in.ts';
import { txOn } from '../database/tx.ts';
import {
  exportCheckpoint,
  originOf,
  proveConsistency,
  readCheckpoint,
  recordKeys,
  sealOnce,
  type VerifierKey,
} from '../record/record.ts';
import { isRefusal } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, type House, type Person } from '../testing/testing.ts';
import { witnessCheckpoint, type WitnessRequest } from './witness-checkpoint.ts';

let at: House;
let clerk: Person;
let trusted: readonly VerifierKey[];

let sealedTo = 0;
/** One fact more, sealed. The sealer takes what no open transaction may still come before, and others of the server's databases count there. */
const head = async () => {
  await clerk.does('library.shelve-book', { unit: at.ids.finance, title: '又一本' });
  for (;;) {
    await new Promise((done) => setTimeout(done, 50));
    await sealOnce(at.kernel.pool, { node: 1, crypto: at.kernel.crypto });
    const found = await exportCheckpoint(at.kernel.pool, { node: 1, crypto: at.kernel.crypto });
    const { checkpoint } = readCheckpoint(found!.note, trusted)!;
    if (checkpoint.size === sealedTo) continue;
    sealedTo = checkpoint.size;
    return { note: found!.note, size: checkpoint.size };
  }
};

/** The witness's side, in a transaction of its own. */
async function ask(request: WitnessRequest) {
  const client = await at.kernel.pool.connect();
  try {
    await stepIn(client, {
      node: 1,
      room: 'kernel',
      actor: { ...nobody(), kind: 'job', name: 'witness' },
      scope: { exact: [], below: [] },
      audit: false,
      readOnly: false,
    });
    const answer = await witnessCheckpoint(txOn(client), request, trusted, new Date());
    await client.query('commit');
    return answer;
  } finally {
    client.release();
  }
}
const proof = (from: number, to: number) => proveConsistency(at.kernel.pool, from, to, { node: 1 });

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  await sealOnce(at.kernel.pool, { node: 1, crypto: at.kernel.crypto });
  trusted = recordKeys(at.kernel.crypto, originOf(1));
});
afterAll(() => at?.close());

describe('a witness', () => {
  test('SEC-RE-05 takes a first head, then only what is proved to continue it; never a wrong old size, a bad proof or another root', async () => {
    const first = await head();
    expect(await ask({ oldSize: 5, proof: [], note: first.note })).toEqual({
      witnessed: false,
      why: 'wrong-old-size',
      size: 0,
    });
    expect(await ask({ oldSize: 0, proof: [], note: first.note })).toMatchObject({ witnessed: true });
    expect(await ask({ oldSize: first.size, proof: [], note: first.note })).toMatchObject({ witnessed: true });
    const second = await head();
    expect(await ask({ oldSize: 0, proof: [], note: second.note })).toEqual({
      witnessed: false,
      why: 'wrong-old-size',
      size: first.size,
    });
    expect(await ask({ oldSize: first.size, proof: [], note: second.note })).toEqual({
      witnessed: false,
      why: 'not-consistent',
    });
    const steps = await proof(first.size, second.size);
    expect(
      await ask({ oldSize: first.size, proof: [...steps.slice(1), Buffer.alloc(32, 7)], note: second.note }),
    ).toEqual({ witnessed: false, why: 'not-consistent' });
    expect(await ask({ oldSize: first.size, proof: steps, note: second.note })).toMatchObject({ witnessed: true });
    // Rolled back: an older head of ours is refused although it is rightly signed.
    expect(await ask({ oldSize: second.size, proof: [], note: first.note })).toEqual({
      witnessed: false,
      why: 'wrong-old-size',
      size: second.size,
    });
    expect(await ask({ oldSize: second.size, proof: [], note: second.note.replace(/\n— /, '\n— x') })).toMatchObject({
      witnessed: false,
      why: 'not-signed-by-the-record',
    });
  });

  test('SEC-RE-05 of two requests at once one is taken and the other judged against it', async () => {
    const seen = await head();
    const last = await ask({ oldSize: 0, proof: [], note: seen.note });
    if (last.witnessed || last.why !== 'wrong-old-size') throw new Error('expected the size seen last');
    const steps = await proof(last.size, seen.size);
    const answers = await Promise.all(
      Array.from({ length: 8 }, () => ask({ oldSize: last.size, proof: steps, note: seen.note })),
    );
    expect(answers.filter(({ witnessed }) => witnessed)).toHaveLength(1);
    expect(answers.filter((answer) => !answer.witnessed && answer.why === 'wrong-old-size')).toHaveLength(7);
  });
});

describe('a silent witness', () => {
  test('SEC-RE-08 stops acts with legal effect after the grace, and no others; with none configured nothing depends on one', async () => {
    const book = (await clerk.does('library.shelve-book', { unit: at.ids.finance, title: '契约' })).facts[0]!.object.id;
    const lend = () => clerk.run('library.lend-book', { book, to: at.ids.persons['周敏'].person });
    at.kernel.witness = { lastAt: new Date(Date.now() - 5 * 3_600_000) };
    const answer = await lend();
    expect(isRefusal(answer) && answer.code).toBe('witness-silent');
    await clerk.does('library.shelve-book', { unit: at.ids.finance, title: '照常上架' });
    at.kernel.witness = { lastAt: new Date(Date.now() - 3 * 3_600_000) };
    expect(isRefusal(await lend())).toBe(false);
    at.kernel.witness = null;
    await clerk.does('library.return-book', { book });
    expect(isRefusal(await lend())).toBe(false);
  });
});
