import { z } from 'zod';
import {
  factType,
  list,
  newId,
  notFound,
  read,
  refuse,
  room,
  saves,
  searchPieces,
  sql,
  verb,
  type Tx,
} from '../../room-door.ts';

const id = z.uuid();

export const BookShelved = factType('library.BookShelved', {
  title: { zh: '上架', en: 'Book shelved' },
  body: z.strictObject({ title: z.string(), pages: z.int() }),
});
export const BookLent = factType('library.BookLent', {
  title: { zh: '借出', en: 'Book lent' },
  body: z.strictObject({ to: id, reader: z.string() }),
  personal: ['reader'],
});
export const BookReturned = factType('library.BookReturned', {
  title: { zh: '归还', en: 'Book returned' },
  body: z.strictObject({ lateFen: z.int() }),
});

interface Book {
  readonly id: string;
  readonly unit: string;
  readonly title: string;
  readonly state: 'in' | 'out';
  readonly person: string | null;
}

const book = (tx: Tx, id: string, lock: boolean): Promise<Book> =>
  tx.one<Book>(
    sql`select id, unit_id as unit, title, state, person_id as person from library.book where id = ${id} ${lock ? sql`for update` : sql``}`,
  );

const shelveBook = verb('library.shelve-book', {
  title: { zh: '上架', en: 'Shelve a book' },
  input: z.strictObject({
    unit: id,
    title: z.string().trim().min(1).max(200),
    pages: z.int().min(1).max(10_000).default(100),
  }),
  who: ['clerk'],
  facts: [BookShelved],
  refusals: ['unit-unknown'],
  load: async (_tx, { unit }, { organisation }) => ({ unit: organisation.unit(unit), id: newId() }),
  at: (_known, { unit }) => ({ unit }),
  decide({ unit, id }, { title, pages }) {
    if (!unit) return refuse('unit-unknown', {}, { status: 404 });
    return [BookShelved.of({ object: { kind: 'book', id }, unit: unit.id, body: { title, pages } })];
  },
});

const lendBook = verb('library.lend-book', {
  title: { zh: '借出', en: 'Lend a book' },
  legalEvidence: true,
  input: z.strictObject({ book: id, to: id }),
  who: ['clerk'],
  facts: [BookLent],
  refusals: ['book-is-out'],
  object: ({ book }) => book,
  load: async (tx, { book: which, to }, { organisation }) => ({
    book: await book(tx, which, true),
    reader: organisation.personName(to),
  }),
  at: ({ book }) => ({ unit: book.unit }),
  decide({ book, reader }, { to }) {
    if (!reader) return notFound();
    if (book.state === 'out')
      return refuse('book-is-out', { title: book.title }, { status: 409, possible: ['library.return-book'] });
    return [BookLent.of({ object: { kind: 'book', id: book.id }, unit: book.unit, subject: to, body: { to, reader } })];
  },
});

const returnBook = verb('library.return-book', {
  title: { zh: '归还', en: 'Return a book' },
  input: z.strictObject({ book: id }),
  who: ['clerk', 'self'],
  facts: [BookReturned],
  refusals: ['book-is-in'],
  result: z.strictObject({ lateFen: z.int() }),
  object: ({ book }) => book,
  load: async (tx, { book: which }) => ({ book: await book(tx, which, true) }),
  at: ({ book }) => ({ unit: book.unit, person: book.person }),
  decide({ book }, _input, { today }) {
    if (book.state === 'in') return refuse('book-is-in', { title: book.title }, { status: 409 });
    return {
      facts: [
        BookReturned.of({
          object: { kind: 'book', id: book.id },
          unit: book.unit,
          body: { lateFen: 0 },
          facets: { cost: [{ amountFen: 0, unit: book.unit, day: today, item: 'late' }] },
        }),
      ],
      result: { lateFen: 0 },
    };
  },
});

const books = list('library.books', {
  title: { zh: '图书', en: 'Books' },
  view: 'library_read.book_v1',
  who: ['clerk', 'self'],
  order: 'title',
  search: 'search',
  opens: '/library/books/{id}',
  columns: {
    title: { title: { zh: '书名', en: 'Title' }, kind: 'text', sort: true, filter: true },
    state: {
      title: { zh: '状态', en: 'State' },
      kind: 'choice',
      filter: true,
      choices: { in: { zh: '在馆', en: 'In' }, out: { zh: '借出', en: 'Out' } },
    },
    pages: { title: { zh: '页数', en: 'Pages' }, kind: 'integer', sort: true, filter: true, sum: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
    lent_at: { title: { zh: '借出时间', en: 'Lent at' }, kind: 'instant', sort: 'nullable' },
  },
  moves: (row) => ({
    verbs: row['state'] === 'in' ? ['library.lend-book'] : ['library.return-book'],
    place: { unit: row['unit_id'] as string, person: (row['person_id'] as string | undefined) ?? null },
  }),
});

const oneBook = read('library.book', {
  title: { zh: '图书', en: 'A book' },
  query: z.strictObject({ id }),
  answer: z.strictObject({ id, unit: id, title: z.string(), state: z.enum(['in', 'out']), person: id.nullable() }),
  who: ['clerk', 'self'],
  fetch: (tx, { id }) => book(tx, id, false),
  at: (found) => ({ unit: found.unit, person: found.person }),
  moves: (found) => ({
    verbs: found.state === 'in' ? ['library.lend-book'] : ['library.return-book'],
    place: { unit: found.unit, person: found.person },
  }),
});

/** The lending library: if the kernel's tests read well in it, the kernel knows nothing it should not. */
export const library = room(import.meta.dirname, {
  name: 'library',
  title: { zh: '图书室', en: 'Library' },
  verbs: [shelveBook, lendBook, returnBook],
  reads: [books, oneBook],
  saves: [
    saves(BookShelved, (tx, { object, unit, body }) =>
      tx.run(sql`
        insert into library.book (id, unit_id, title, pages, state, search)
        values (${object.id}, ${unit}, ${body.title}, ${body.pages}, 'in', ${searchPieces(body.title)}::text[])`),
    ),
    saves(BookLent, (tx, { object, body }, { now }) =>
      tx.run(
        sql`update library.book set state = 'out', person_id = ${body.to}, lent_at = ${now}, version = version + 1 where id = ${object.id}`,
      ),
    ),
    saves(BookReturned, (tx, { object }) =>
      tx.run(
        sql`update library.book set state = 'in', person_id = null, lent_at = null, version = version + 1 where id = ${object.id}`,
      ),
    ),
  ],
  refusals: {
    'book-is-out': { zh: '《{title}》已借出。', en: '“{title}” is lent out.' },
    'book-is-in': { zh: '《{title}》在馆,无需归还。', en: '“{title}” is in.' },
  },
});
