import { readdirSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { Pool } from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporaryFiles } from '../exchange/testing/temporary-files.ts';
import { stepIn } from '../database/step-in.ts';
import { txOn } from '../database/tx.ts';
import { jobActor } from '../actor.ts';
import { newId } from '../id.ts';
import { isRefusal, type Refused } from '../refusal.ts';
import { reading } from '../reads/run-read.ts';
import { house, type House, type Person } from '../testing/testing.ts';
import { openFile, storeUpload } from './file-desk.ts';
import { FileFolder } from './file-folder.ts';
import { attachFiles, filesOf, knownFiles } from './file-store.ts';
import { sweepFiles } from './sweep-files.ts';
import type { UploadPoint } from './upload-point.ts';

let at: House;
let folder: FileFolder;
let superuser: Pool;
const { folder: temporary } = temporaryFiles();
const mb = 1_048_576;
const point: UploadPoint = {
  name: 'library.scan',
  kinds: ['pdf'],
  maxBytes: 2 * mb,
  personBytes: 5 * mb,
  unitBytes: 100 * mb,
  pixels: 1_000_000,
};

beforeAll(async () => {
  at = await house({ rooms: [] });
  superuser = new Pool({ connectionString: at.urls.superuser, max: 3 });
  await mkdir(join(temporary, 'files'));
  folder = new FileFolder(join(temporary, 'files'));
  await folder.prepare();
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

async function* pdfOf(bytes: number): AsyncGenerator<Buffer> {
  yield Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(bytes - 9, 'x')]);
}
const bring = (person: Person, bytes = mb, over: Partial<UploadPoint> = {}) =>
  storeUpload(at.kernel, folder, {
    actor: person.actor,
    point: { ...point, ...over },
    name: '回执.pdf',
    content: pdfOf(bytes),
  });
const stored = async (person: Person): Promise<string> => {
  const answer = await bring(person, 1000);
  if (isRefusal(answer)) throw new Error(`${answer.code} ${JSON.stringify(answer.data)}`);
  return answer.id;
};
const somebody = (unit = at.ids.finance) => at.with([{ role: 'staff', unit, below: false }], { unit });
const lying = () =>
  readdirSync(folder.root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;

describe('files in the store', () => {
  test('SEC-FI-08 quotas of a person hold under parallel uploads, and what is refused leaves no bytes', async () => {
    const person = somebody();
    const before = lying();
    const answers = await Promise.all(Array.from({ length: 12 }, () => bring(person)));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(5);
    expect(new Set(answers.filter(isRefusal).map((refusal) => refusal.code))).toEqual(new Set(['person-quota-full']));
    expect(lying() - before).toBe(5);
  });

  test('SEC-FI-08 quotas of a unit hold under parallel uploads of several people', async () => {
    const people = Array.from({ length: 8 }, () => somebody(at.ids.countyFinance));
    const answers = await Promise.all(people.map((person) => bring(person, mb, { unitBytes: 3 * mb })));
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(3);
    expect(new Set(answers.filter(isRefusal).map((refusal) => refusal.code))).toEqual(new Set(['unit-quota-full']));
  });

  test('SEC-FI-10 an unscanned file is given to who brought it, to others only where the rule allows', async () => {
    const owner = somebody();
    const id = await stored(owner);
    const head = at.with([{ role: 'head', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
    const ask = (person: Person, unscanned = false) =>
      openFile(at.kernel, folder, { actor: person.actor, id, who: ['head'], unscannedToOthers: () => unscanned });
    expect(await ask(owner)).toMatchObject({ file: { id, name: '回执.pdf', bytes: 1000 } });
    expect(await ask(head)).toMatchObject({ code: 'file-not-scanned' });
    expect(await ask(head, true)).toMatchObject({ file: { id } });
    const elsewhere = at.with([{ role: 'head', unit: at.ids.countyFinance, below: true }], {
      unit: at.ids.countyFinance,
    });
    expect(await ask(elsewhere, true)).toMatchObject({ code: 'not-found' });
    expect(await ask(somebody(), true)).toMatchObject({ code: 'not-found' });
  });

  test('SEC-FI-10 what a scanner found is not found otherwise by a second one: an infected file stays infected', async () => {
    const owner = somebody();
    const id = await stored(owner);
    const scanner = at.with(
      [],
      jobActor('tend-files', [{ role: 'job', unit: at.ids.province, below: true }], at.ids.province),
    );
    await scanner.does('kernel.note-scan', { file: id, scan: 'infected' });
    expect(await scanner.run('kernel.note-scan', { file: id, scan: 'clean' })).toMatchObject({ code: 'not-found' });
    const { rows } = await superuser.query('select scan from kernel.file where id = $1', [id]);
    expect(rows).toEqual([{ scan: 'infected' }]);
  });

  test('who brought a file removes it, others cannot; its space is free again and its bytes go with the sweep', async () => {
    const owner = somebody();
    const id = await stored(owner);
    expect(await somebody().run('kernel.remove-file', { file: id })).toMatchObject({ code: 'not-found' });
    await owner.does('kernel.remove-file', { file: id });
    expect(
      await openFile(at.kernel, folder, { actor: owner.actor, id, who: [], unscannedToOthers: () => true }),
    ).toMatchObject({ code: 'not-found' });
    const { rows } = await superuser.query(`select bytes::int, files from kernel.file_use where holder_id = $1`, [
      owner.actor.person,
    ]);
    expect(rows).toEqual([{ bytes: 0, files: 0 }]);
  });

  test('a verb takes files for its thing once: what is another’s, foreign or taken already is not there', async () => {
    const owner = somebody();
    const [one, two] = [await stored(owner), await stored(owner)];
    const foreign = await stored(somebody(at.ids.countyFinance));
    const take = async (files: string[], object: string) => {
      const client = await at.kernel.pool.connect();
      try {
        const scope = { exact: [at.ids.finance], below: [] };
        await stepIn(client, { node: 1, room: 'kernel', actor: owner.actor, scope, audit: false, readOnly: false });
        await attachFiles(txOn(client), { kind: 'book', id: object }, files);
        const there = await filesOf(txOn(client), object);
        await client.query('commit');
        return there.map(({ id }) => id);
      } catch (error) {
        await client.query('rollback');
        return (error as Refused).refusal.code;
      } finally {
        client.release();
      }
    };
    const object = newId();
    expect(await take([one, foreign], object)).toBe('not-found');
    expect(await take([one, two, one], object)).toEqual([one, two]);
    expect(await take([one], newId())).toBe('not-found');
    expect(await owner.run('kernel.remove-file', { file: one })).toMatchObject({ code: 'file-in-use' });
  });

  test('SEC-FI-07 the sweep knows the files of every unit, whoever asks', async () => {
    const kept = [await stored(somebody()), await stored(somebody(at.ids.countyFinance))];
    const sweeper = at.with([]);
    const known = (ids: readonly string[]) =>
      reading(at.kernel, { actor: sweeper.actor, who: [], room: 'kernel' }, (tx) => knownFiles(tx, ids));
    expect(await known(kept)).toEqual(new Set(kept));
    const before = lying();
    const { unknown, brokenOff } = await sweepFiles(folder, known, { now: Date.now() + mb, olderThanMillis: 0 });
    expect({ brokenOff, gone: before - lying() }).toEqual({ brokenOff: 0, gone: unknown });
    const { rows } = await superuser.query(`select count(*)::int as n from kernel.file_place`);
    expect(lying()).toBe(rows[0].n);
  });
});
