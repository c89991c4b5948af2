import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { isRefusal } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, type House } from '../testing/testing.ts';
import { runVerb } from './run-verb.ts';
import { runVerbs } from './run-verbs.ts';

let at: House;
let superuser: pg.Pool;
beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  superuser = new pg.Pool({ connectionString: at.urls.superuser, max: 2 });
});
afterAll(async () => {
  await superuser?.end();
  await at?.close();
});

const clerk = () => at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance }).actor;
const shelving = (titles: readonly string[], unit = at.ids.finance) =>
  titles.map((title) => ({ input: { unit, title }, requestId: newId() }));
const together = (acts: ReturnType<typeof shelving>, actor = clerk()) =>
  runVerbs(at.kernel, { name: 'library.shelve-book', actor, acts });
const counts = async () => {
  const { rows } = await superuser.query(`select
    (select count(*)::int from library.book) as books, (select count(*)::int from kernel.fact where outcome = 'done') as facts,
    (select count(*)::int from kernel.request) as requests, (select count(*)::int from kernel.fact where outcome = 'refused') as refused`);
  return rows[0] as { books: number; facts: number; requests: number; refused: number };
};

describe('acts of one verb together', () => {
  test('each is a row, a fact and a remembered request of its own, as if it had come alone', async () => {
    const before = await counts();
    const acts = shelving(['甲', '乙', '丙']);
    const actor = clerk();
    const answers = (await together(acts, actor))!;
    expect(answers.map((answer) => isRefusal(answer))).toEqual([false, false, false]);
    const after = await counts();
    expect([after.books - before.books, after.facts - before.facts, after.requests - before.requests]).toEqual([
      3, 3, 3,
    ]);
    // The same request afterwards, alone, is given the same answer and does nothing.
    const again = await runVerb(at.kernel, { name: 'library.shelve-book', actor, ...acts[1]! });
    expect(again).toEqual(answers[1]);
    expect(await counts()).toEqual(after);
    const facts = await superuser.query<{ request_id: string }>(
      'select request_id from kernel.fact where request_id = any ($1::uuid[])',
      [acts.map(({ requestId }) => requestId)],
    );
    expect(new Set(facts.rows.map(({ request_id }) => request_id)).size).toBe(3);
  });

  test('SEC-AC-02 one that is not the actor’s right, and one that does not fit, stay out and are recorded; the others go in', async () => {
    const before = await counts();
    const acts = [
      ...shelving(['丁']),
      ...shelving(['戊'], at.ids.countyFinance),
      ...shelving(['']),
      ...shelving(['己']),
    ];
    const answers = (await together(acts))!;
    expect(answers.map((answer) => (isRefusal(answer) ? answer.code : 'done'))).toEqual([
      'done',
      'not-your-right',
      'input-not-fitting',
      'done',
    ]);
    const after = await counts();
    expect([after.books - before.books, after.refused - before.refused]).toEqual([2, 2]);
  });

  test('SEC-BI-02 a request that came before, or a row the database objects to: nothing is done together', async () => {
    const actor = clerk();
    const [first] = shelving(['庚']);
    await runVerb(at.kernel, { name: 'library.shelve-book', actor, ...first! });
    const before = await counts();
    expect(await together([...shelving(['辛']), first!], actor)).toBeNull();
    await superuser.query(`create function library.no_ren() returns trigger language plpgsql as $$ begin if new.title = '壬' then raise exception 'no' using errcode = '23514'; end if; return new; end $$;
      create trigger no_ren before insert on library.book for each row execute function library.no_ren()`);
    expect(await together(shelving(['癸', '壬']), actor)).toBeNull();
    expect(await counts()).toEqual(before);
    expect(await together([], actor)).toBeNull();
  });

  test('SEC-BI-01 the same acts together, twenty times at once: done once', async () => {
    const acts = shelving(['子', '丑', '寅']);
    const actor = clerk();
    const before = await counts();
    const answers = await Promise.all(Array.from({ length: 20 }, () => together(acts, actor)));
    expect(answers.filter((answer) => answer !== null)).toHaveLength(1);
    const after = await counts();
    expect([after.books - before.books, after.facts - before.facts]).toEqual([3, 3]);
  });
});
