import { z } from 'zod';
import { factType } from '../../fact-type.ts';
import { refuse } from '../../refusal.ts';
import type { Room } from '../../room.ts';
import { library } from '../../testing/library/library.ts';
import { saves } from '../../verbs/saves.ts';
import { verb } from '../../verbs/verb.ts';
import { sql } from '../../database/sql.ts';
import { sheet } from '../sheet-definition.ts';

const id = z.uuid();
const BookAmended = factType('library.BookAmended', {
  title: { zh: '图书更正', en: 'Book amended' },
  body: z.strictObject({ pages: z.int() }),
});
const BookWithdrawn = factType('library.BookWithdrawn', {
  title: { zh: '图书注销', en: 'Book withdrawn' },
  body: z.strictObject({}),
});

interface Book {
  readonly unit: string;
  readonly state: 'in' | 'out';
}
const book = { columns: sql`unit_id as unit, state` };

const amendBook = verb('library.amend-book', {
  title: { zh: '更正图书', en: 'Amend a book' },
  input: z.strictObject({ book: id, pages: z.int() }),
  who: ['clerk'],
  facts: [BookAmended],
  refusals: [],
  load: (tx, input) => tx.one<Book>(sql`select ${book.columns} from library.book where id = ${input.book} for update`),
  at: ({ unit }) => ({ unit }),
  decide: ({ unit }, input) => [
    BookAmended.of({ object: { kind: 'book', id: input.book }, unit, body: { pages: input.pages } }),
  ],
});

const withdrawBook = verb('library.withdraw-book', {
  title: { zh: '注销图书', en: 'Withdraw a book' },
  input: z.strictObject({ book: id }),
  who: ['clerk'],
  facts: [BookWithdrawn],
  refusals: ['book-is-out'],
  load: (tx, input) => tx.one<Book>(sql`select ${book.columns} from library.book where id = ${input.book} for update`),
  at: ({ unit }) => ({ unit }),
  decide({ unit, state }, input) {
    if (state === 'out') return refuse('book-is-out', { title: '' }, { status: 409 });
    return [BookWithdrawn.of({ object: { kind: 'book', id: input.book }, unit, body: {} })];
  },
});

export const shelfSheet = sheet({
  kind: 'library.book',
  title: { zh: '图书', en: 'Books' },
  key: ['title'],
  columns: {
    title: { type: 'text', title: { zh: '书名', en: 'Title' }, maxLength: 200, required: true },
    pages: { type: 'integer', title: { zh: '页数', en: 'Pages' }, required: true },
    unit: { type: 'unit', title: { zh: '所属单位', en: 'Unit' }, required: true },
  },
  verb: 'library.shelve-book',
  changeVerb: 'library.amend-book',
  input: ({ title, pages, unit }) => ({ title, pages, unit }),
  changeInput: ({ pages }, { object }) => ({ book: object.id, pages }),
  async existing(tx, keys) {
    const titles = keys.map(([title]) => title);
    const rows = await tx.rows<{ id: string; title: string; pages: number; unit: string }>(
      sql`select id, title, pages, unit_id as unit from library.book where title = any (${titles}::text[])`,
    );
    return rows.map(({ id: which, ...values }) => ({ object: { kind: 'book', id: which }, values }));
  },
  undo: ({ outcome, object, before }) =>
    outcome === 'new'
      ? { verb: 'library.withdraw-book', input: { book: object?.id } }
      : { verb: 'library.amend-book', input: { book: object?.id, pages: before?.['pages'] } },
});

/** The lending library of the kernel's tests, with a sheet to import books by and the verbs that take them back. */
export const libraryWithSheets: Room = {
  ...library,
  verbs: [...library.verbs, amendBook, withdrawBook],
  saves: [
    ...library.saves,
    saves(BookAmended, (tx, { object, body }) =>
      tx.run(sql`update library.book set pages = ${body.pages}, version = version + 1 where id = ${object.id}`),
    ),
    saves(BookWithdrawn, (tx, { object }) => tx.run(sql`delete from library.book where id = ${object.id}`)),
  ],
  sheets: [shelfSheet],
};
