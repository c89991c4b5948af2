import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { z } from 'zod';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '../database/sql.ts';
import { FileFolder, storeUpload } from '../files/files.ts';
import { read } from '../reads/read.ts';
import { isRefusal } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, policiesOff, type House, type Person } from '../testing/testing.ts';
import { talk } from './talk.ts';

/** A page of a book for whoever keeps the shelves, wherever the book stands: it says no place, so the role alone decides. */
const shelfMark = read('library.shelf-mark', {
  title: { zh: '架位', en: 'Shelf mark' },
  query: z.strictObject({ id: z.uuid() }),
  answer: z.strictObject({ unit: z.uuid(), title: z.string() }),
  who: ['clerk'],
  fetch: (tx, { id }) =>
    tx.one<{ unit: string; title: string }>(sql`select unit_id as unit, title from library.book where id = ${id}`),
});

let at: House;
let clerk: Person;
let book: string;

beforeAll(async () => {
  const talks = {
    book: talk<{ title: string }>('library.book', ({ title }) => title, '/library/books/'),
    'shelf-mark': talk<{ title: string }>('library.shelf-mark', ({ title }) => title, '/library/shelves/'),
  };
  at = await house({
    rooms: [{ ...library, reads: [...library.reads, shelfMark], talks }],
    migrated: { name: 'library', roots: [library.folder] },
  });
  clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  const shelved = await clerk.does('library.shelve-book', { unit: at.ids.finance, title: '临江志' });
  book = shelved.facts[0]!.object.id;
  await policiesOff(at.urls.superuser);
});
afterAll(() => at?.close());

const write = (person: Person, kind = 'book') =>
  person.run('kernel.write-comment', { kind, id: book, text: '已核对', mentions: [] });
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');

test('SEC-AC-17 with the policies off, beside a thing writes only who may read the thing', async () => {
  const staff = at.with([{ role: 'staff', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  const elsewhere = at.with([{ role: 'clerk', unit: at.ids.county, below: true }], { unit: at.ids.county });
  for (const person of [staff, elsewhere]) {
    expect(code(await write(person))).toBe('not-found');
    expect(await person.read('kernel.comments', { kind: 'book', id: book })).toEqual({ open: false, comments: [] });
  }
  // Of a thing whose page says no place the role decides, and staff have it nowhere.
  expect(code(await write(staff, 'shelf-mark'))).toBe('not-found');
  expect(code(await write(clerk, 'shelf-mark'))).toBe('done');
});

test('SEC-AC-17 with the policies off, what others write in the same minute is not counted as one’s own', async () => {
  const most = at.kernel.registers.standards().numberOn('kernel.comments', '2026-01-05', [], { item: 'a-minute' });
  const busy = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  for (let n = 0; n < most; n += 1) expect(code(await write(busy))).toBe('done');
  expect(code(await write(busy))).toBe('too-often');
  const calm = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
  expect(code(await write(calm))).toBe('done');
});

test('SEC-AC-17 whoever leads some other unit is not offered to strike what others wrote here', async () => {
  const here = { role: 'clerk', unit: at.ids.finance, below: true } as const;
  const offered = async (leads: string) => {
    const reader = at.with([here, { role: 'head', unit: leads, below: true }], { unit: at.ids.finance });
    const { comments } = (await reader.read('kernel.comments', { kind: 'book', id: book })) as {
      comments: readonly { may: readonly string[] }[];
    };
    expect(comments.length).toBeGreaterThan(0);
    return comments.some(({ may }) => may.includes('kernel.strike-comment'));
  };
  expect(await offered(at.ids.finance)).toBe(true);
  expect(await offered(at.ids.county)).toBe(false);
});

test('SEC-AC-17 with the policies off, what somebody else brought is put beside no comment', async () => {
  const root = mkdtempSync(join(tmpdir(), 'opengoa-talk-walls-'));
  try {
    const files = new FileFolder(root);
    await files.prepare();
    const point = at.kernel.rooms
      .flatMap(({ uploads = [] }) => uploads)
      .find(({ name }) => name === 'kernel.comment-file')!;
    const bring = async (person: Person) => {
      const stored = await storeUpload(at.kernel, files, {
        actor: person.actor,
        point,
        name: '现场.pdf',
        content: (async function* once() {
          yield Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
        })(),
      });
      if (isRefusal(stored)) throw new Error(stored.code);
      return stored.id;
    };
    const other = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
    const [theirs, own] = [await bring(other), await bring(clerk)];
    const beside = (file: string) =>
      clerk.run('kernel.write-comment', { kind: 'book', id: book, text: '见附件', mentions: [], files: [file] });
    expect(code(await beside(theirs))).toBe('not-found');
    expect(code(await beside(own))).toBe('done');
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
});
