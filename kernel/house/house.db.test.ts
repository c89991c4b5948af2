import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRefusal } from '../refusal.ts';
import { runJob } from '../jobs/run-job.ts';
import { sealOnce } from '../record/record.ts';
import { library } from '../testing/library/library.ts';
import { house, type House } from '../testing/testing.ts';

let at: House;
const asked: { job: string; asked: Readonly<Record<string, unknown>> }[] = [];

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  at.kernel.queue = async (job, what) => void asked.push({ job, asked: what });
});
afterAll(() => at?.close());

describe('reads over the whole house', () => {
  test('SEC-AC-06 search finds people by pinyin initials, units by name, and of ledgers only what the asker may see', async () => {
    const clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
    const foreign = at.with([{ role: 'clerk', unit: at.ids.countyFinance, below: true }], {
      unit: at.ids.countyFinance,
    });
    await foreign.does('library.shelve-book', { unit: at.ids.countyFinance, title: '县里的年鉴' });
    expect(await clerk.read('kernel.search', { q: 'zm' })).toMatchObject({ hits: [{ title: '周敏' }] });
    expect(await clerk.read('kernel.search', { q: 'ZhM' })).toMatchObject({ hits: [{ title: '周敏' }] });
    expect(await clerk.read('kernel.search', { q: 'ljsczj' })).toMatchObject({
      hits: expect.arrayContaining([expect.objectContaining({ title: '临江市财政局' })]),
    });
    expect(await clerk.read('kernel.search', { q: '财政' })).toMatchObject({
      hits: expect.arrayContaining([expect.objectContaining({ title: '临江市财政局' })]),
    });
    expect(await foreign.read('kernel.search', { q: '年鉴' })).toMatchObject({ hits: [{ title: '县里的年鉴' }] });
    expect(await clerk.read('kernel.search', { q: '年鉴' })).toEqual({ hits: [] });
    expect(await clerk.read('kernel.search', { q: '%' })).toEqual({ hits: [] });
  });

  test('standards are shown with paper, day and what they may do', async () => {
    const { standards } = (await at.as('周敏').read('kernel.standards')) as {
      standards: { id: string; rows: { document: string; confidence: string }[] }[];
    };
    expect(standards.length).toBeGreaterThan(20);
    expect(
      standards.every(({ rows }) => rows.every(({ document, confidence }) => document !== '' && confidence !== '')),
    ).toBe(true);
  });
});

describe('the audit officer', () => {
  test('SEC-RE-10 asks for a verification, and a job answers it with a sentence', async () => {
    const officer = at.as('林芳');
    await sealOnce(at.kernel.pool, { node: 1, crypto: at.kernel.crypto });
    const answer = await officer.does('kernel.verify-record', {});
    const { job } = answer.result as { job: string };
    expect(asked).toEqual([{ job: 'kernel.verify-record', asked: { job } }]);
    expect(await officer.read('kernel.verification', { job })).toMatchObject({ state: 'waiting' });
    await runJob(at.kernel, 'kernel.verify-record', { signal: new AbortController().signal, asked: { job } });
    expect(await officer.read('kernel.verification', { job })).toMatchObject({
      state: 'done',
      clean: true,
      problems: [],
    });
    expect(await officer.read('kernel.record-standing')).toMatchObject({
      sealed: expect.any(Number),
      root: expect.any(String),
    });
    expect(await officer.read('kernel.checkpoint')).toMatchObject({ note: expect.stringContaining('opengoa-record') });
  });

  test('SEC-TA-03 SEC-TA-08 nobody else may, and the officer sees who, when, what kind and which id, never the content', async () => {
    for (const name of ['周敏', '系统员', '安全员', '沈风控'] as const) {
      expect(await at.as(name).run('kernel.verify-record', {})).toMatchObject({ code: 'not-your-right' });
      expect(await at.as(name).list('kernel.facts')).toMatchObject({ code: 'not-your-right' });
    }
    const facts = await at.as('林芳').list('kernel.facts', { size: '5', 'f.object_kind': 'unit' });
    if (isRefusal(facts)) throw new Error(facts.code);
    expect(facts.rows.length).toBe(5);
    expect(Object.keys(facts.rows[0]!)).not.toContain('body');
    const { entries } = (await at.as('林芳').read('kernel.timeline', { object: facts.rows[0]!['object_id'] })) as {
      entries: { body: unknown }[];
    };
    expect(entries.every(({ body }) => body === null)).toBe(true);
  });

  test('a timeline tells each fact by its title, not by the name of its type', async () => {
    const clerk = at.with([{ role: 'clerk', unit: at.ids.finance, below: true }], { unit: at.ids.finance });
    const shelved = await clerk.does('library.shelve-book', { unit: at.ids.finance, title: '资治通鉴' });
    const book = shelved.facts[0]!.object.id;
    await clerk.does('library.lend-book', { book, to: at.ids.persons['周敏'].person });
    const told = (await clerk.read('kernel.timeline', { object: book })) as {
      entries: { type: string; title: unknown }[];
    };
    expect(told.entries.map(({ type }) => type)).toEqual(['library.BookShelved', 'library.BookLent']);
    for (const { type, title } of told.entries) {
      expect(title).toEqual({ zh: expect.stringMatching(/\p{Script=Han}/u), en: expect.any(String) });
      expect(JSON.stringify(title)).not.toContain(type);
    }
  });
});
