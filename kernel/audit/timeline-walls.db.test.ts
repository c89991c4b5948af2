import { afterAll, expect, test } from 'vitest';
import { library } from '../testing/library/library.ts';
import { talk } from '../talk/talk.ts';
import { house, policiesOff, type House, type Person } from '../testing/testing.ts';

let at: House;
let book: string;

const as = (role: string, unit: string, more: object = {}) => at.with([{ role, unit, below: true }], { unit, ...more });
const told = async (by: Person) =>
  ((await by.read('kernel.timeline', { object: book })) as { entries: { type: string }[] }).entries.map(
    ({ type }) => type,
  );

async function lentBook(talks: object): Promise<void> {
  await at?.close();
  at = await house({
    rooms: [{ ...library, talks } as typeof library],
    migrated: { name: 'library', roots: [library.folder] },
  });
  const clerk = as('clerk', at.ids.finance);
  book = (await clerk.does('library.shelve-book', { unit: at.ids.finance, title: '临江志' })).facts[0]!.object.id;
  await clerk.does('library.lend-book', { book, to: at.ids.persons['周敏'].person });
  await policiesOff(at.urls.superuser);
}
afterAll(() => at?.close());
const everything = ['library.BookShelved', 'library.BookLent'];

test('SEC-AC-17 with the policies off, of a thing without a page neither other units nor mere staff read what others did', async () => {
  await lentBook({});
  expect(await told(as('clerk', at.ids.finance))).toEqual(everything);
  expect(await told(as('clerk', at.ids.county))).toEqual([]);
  expect(await told(as('staff', at.ids.finance))).toEqual([]);
});

test('SEC-AC-17 with the policies off, who may see a thing by their own part reads of it what they did, and not what others did', async () => {
  await lentBook({ book: talk<{ title: string }>('library.book', ({ title }) => title, '/library/books/') });
  expect(await told(as('clerk', at.ids.finance))).toEqual(everything);
  const reader = at.with([], { unit: at.ids.county, person: at.ids.persons['周敏'].person });
  expect(await reader.read('library.book', { id: book })).toMatchObject({ title: '临江志' });
  expect(await told(reader)).toEqual([]);
  await reader.does('library.return-book', { book });
  expect(await told(as('clerk', at.ids.finance))).toEqual([...everything, 'library.BookReturned']);
});
