import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import pg from 'pg';
import { newId } from '../id.ts';
import { isRefusal, type Refusal } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, type House, type Person } from '../testing/testing.ts';
import { hashOf } from './remembered.ts';

let at: House;
let clerk: Person;
let foreignClerk: Person;
let superuser: pg.Pool;

const refused = (answer: unknown) => (isRefusal(answer) ? answer.code : answer);
const shelve = async (person: Person, title: string) =>
  (await person.does('library.shelve-book', { unit: person.actor.unit, title })).facts[0]!.object.id;
const factsOf = async (object: string) =>
  (
    await superuser.query(
      'select type, outcome, refusal, person_name, post_title, body, sealed_fields from kernel.fact where object_id = $1 or request_id = $1 order by id',
      [object],
    )
  ).rows;

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance, name: '图书员' });
  foreignClerk = at.with([{ role: 'clerk', unit: at.ids.countyFinance, below: true }], { unit: at.ids.countyFinance });
  superuser = new pg.Pool({ connectionString: at.urls.superuser, max: 3 });
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

describe('one verb', () => {
  test('leaves its row and its fact in one commit, and says what it did', async () => {
    const answer = await clerk.does('library.shelve-book', { unit: at.ids.finance, title: '机关事务条例' });
    const id = answer.facts[0]!.object.id;
    expect(answer.facts[0]!.type).toBe('library.BookShelved');
    expect(await factsOf(id)).toMatchObject([
      { type: 'library.BookShelved', outcome: 'done', person_name: '图书员', body: { title: '机关事务条例' } },
    ]);
    expect(await clerk.read('library.book', { id })).toMatchObject({
      title: '机关事务条例',
      may: ['library.lend-book'],
    });
  });

  test('a refusal changes nothing and is a fact itself', async () => {
    const id = await shelve(clerk, '一本');
    const { person } = at.ids.persons['周敏'];
    await clerk.does('library.lend-book', { book: id, to: person });
    const request = newId();
    const answer = (await clerk.run('library.lend-book', { book: id, to: person }, request)) as Refusal;
    expect(answer).toMatchObject({ code: 'book-is-out', status: 409, possible: ['library.return-book'] });
    expect(await factsOf(request)).toMatchObject([{ outcome: 'refused', refusal: 'book-is-out' }]);
  });

  test('SEC-BI-01 the same request twice is one act with one answer; another body or person under its id is refused', async () => {
    const request = newId();
    const input = { unit: at.ids.finance, title: '只此一本' };
    const first = await clerk.run('library.shelve-book', input, request);
    expect(await clerk.run('library.shelve-book', input, request)).toEqual(first);
    expect(refused(await clerk.run('library.shelve-book', { ...input, title: '另一本' }, request))).toBe(
      'request-id-reused',
    );
    const other = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
    expect(refused(await other.run('library.shelve-book', input, request))).toBe('request-id-reused');
    const { rows } = await superuser.query("select count(*)::int as n from library.book where title = '只此一本'");
    expect(rows[0].n).toBe(1);
  });

  test('SEC-BI-01 a secret counts as well: another one under the same id is refused, and what is kept does not give it away', async () => {
    const zhou = at.as('周敏');
    const request = newId();
    const input = { person: at.ids.persons['周敏'].person, field: 'phone', value: '13900000001' };
    const first = await zhou.run('kernel.keep-personal-value', input, request);
    expect(isRefusal(first)).toBe(false);
    expect(await zhou.run('kernel.keep-personal-value', input, request)).toEqual(first);
    const other = { ...input, value: '13900000002' };
    expect(refused(await zhou.run('kernel.keep-personal-value', other, request))).toBe('request-id-reused');
    const { rows } = await superuser.query('select input_hash from kernel.request where id = $1', [request]);
    const verb = at.kernel.verbs.get('kernel.keep-personal-value')!;
    expect(hashOf(verb, input, at.kernel.crypto).equals(rows[0].input_hash)).toBe(true);
    // Whoever has no key of the program cannot try numbers against it.
    for (const mac of [(text: string | Uint8Array) => String(text), () => input.value])
      expect(hashOf(verb, input, { mac }).equals(rows[0].input_hash)).toBe(false);
  });

  test('SEC-BI-01 the same request twenty times at once is one act', async () => {
    const request = newId();
    const answers = await Promise.all(
      Array.from({ length: 20 }, () =>
        clerk.run('library.shelve-book', { unit: at.ids.finance, title: '并发' }, request),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
    const { rows } = await superuser.query("select count(*)::int as n from library.book where title = '并发'");
    expect(rows[0].n).toBe(1);
  });

  test('SEC-BI-04 one book, a hundred lenders at once: lent once', async () => {
    const id = await shelve(clerk, '抢手');
    const { person } = at.ids.persons['周敏'];
    const answers = await Promise.all(
      Array.from({ length: 100 }, () => clerk.run('library.lend-book', { book: id, to: person })),
    );
    expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
    expect(new Set(answers.filter(isRefusal).map((answer) => answer.code))).toEqual(new Set(['book-is-out']));
  });

  test('SEC-AC-08 unknown properties are an error', async () => {
    expect(refused(await clerk.run('library.shelve-book', { unit: at.ids.finance, title: '书', state: 'out' }))).toBe(
      'input-not-fitting',
    );
  });

  test('SEC-RE-02 personal fields of a fact are stored under the subject’s own key', async () => {
    const id = await shelve(clerk, '私人');
    await clerk.does('library.lend-book', { book: id, to: at.ids.persons['周敏'].person });
    const lent = (await factsOf(id)).find((fact) => fact.type === 'library.BookLent');
    expect(lent.body).not.toHaveProperty('reader');
    expect(JSON.stringify(lent.sealed_fields)).not.toContain('周敏');
    expect(lent.sealed_fields).toHaveProperty('reader');
  });
});

describe('two walls', () => {
  test('SEC-AC-04 a foreign thing answers exactly like one that is not there', async () => {
    const id = await shelve(clerk, '本局');
    const foreign = (await foreignClerk.run('library.return-book', { book: id })) as Refusal;
    const random = (await foreignClerk.run('library.return-book', { book: newId() })) as Refusal;
    expect(foreign).toEqual(random);
    expect(foreign).toMatchObject({ code: 'not-found', status: 404 });
    expect(await foreignClerk.read('library.book', { id })).toMatchObject({ code: 'not-found', status: 404 });
  });

  test('SEC-AC-06 a list and its total hold nothing foreign', async () => {
    await shelve(foreignClerk, '县里的书');
    const mine = await clerk.list('library.books', { size: '200' });
    if (isRefusal(mine)) throw new Error(mine.code);
    expect(mine.rows.map((row) => row['title'])).not.toContain('县里的书');
    expect(mine.total).toEqual({ count: mine.rows.length, exact: true });
  });

  test('SEC-AC-13 a superior with the right below sees below; nobody sees upward or sideways', async () => {
    const id = await shelve(foreignClerk, '县里');
    const above = at.with([{ role: 'clerk', unit: at.ids.city, below: true }], { unit: at.ids.city });
    expect(await above.read('library.book', { id })).toMatchObject({ title: '县里' });
    expect(await clerk.read('library.book', { id })).toMatchObject({ status: 404 });
  });

  test('SEC-AC-01 without the role the door does not open at all', async () => {
    const staff = at.as('周敏');
    expect(await staff.run('library.shelve-book', { unit: staff.actor.unit, title: '书' })).toMatchObject({
      code: 'not-your-right',
      status: 403,
    });
  });

  test('a thing that is mine opens to me without a role', async () => {
    const id = await shelve(clerk, '借我的');
    const reader = at.as('周敏');
    await clerk.does('library.lend-book', { book: id, to: reader.actor.person });
    expect(await reader.read('library.book', { id })).toMatchObject({ may: ['library.return-book'] });
    await reader.does('library.return-book', { book: id });
    expect(await reader.read('library.book', { id })).toMatchObject({ status: 404 });
  });
});

describe('ledger', () => {
  test('pages by key through every row once, and the cursor opens nothing for another query or person', async () => {
    const librarian = at.with([{ role: 'clerk', unit: at.ids.provinceBureau, below: true }], {
      unit: at.ids.provinceBureau,
    });
    for (let n = 0; n < 23; n += 1)
      await librarian.does('library.shelve-book', { unit: at.ids.provinceBureau, title: `第${n % 5}卷`, pages: n + 1 });
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const page = await librarian.list('library.books', { size: '7', sort: '-pages', ...(after ? { after } : {}) });
      if (isRefusal(page)) throw new Error(page.code);
      seen.push(...page.rows.map((row) => row['id'] as string));
      after = page.next;
      if (after)
        expect(await clerk.list('library.books', { size: '7', sort: '-pages', after })).toMatchObject({
          code: 'cursor-not-fitting',
        });
      if (after)
        expect(await librarian.list('library.books', { size: '7', sort: 'title', after })).toMatchObject({
          code: 'cursor-not-fitting',
        });
    } while (after);
    expect(new Set(seen).size).toBe(23);
    expect(await librarian.list('library.books', { 'f.pages.from': '20', sums: '1' })).toMatchObject({
      total: { count: 4, exact: true },
      sums: { pages: 86 },
    });
    expect(await librarian.list('library.books', { q: '3卷', sums: '1' })).toMatchObject({ total: { count: 4 } });
  });

  test('SEC-AC-07 SEC-IN-05 only declared columns may be asked for, once', async () => {
    expect(await clerk.list('library.books', { 'f.version': '1' })).toMatchObject({
      code: 'input-not-fitting',
      status: 400,
    });
    expect(await clerk.list('library.books', { sort: 'person_id' })).toMatchObject({ code: 'input-not-fitting' });
    expect(await clerk.list('library.books', { 'f.pages': ['1', '2'] as unknown as string })).toMatchObject({
      code: 'input-not-fitting',
    });
  });
});
