import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { isRefusal } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, policiesOff, type House, type Person } from '../testing/testing.ts';
import { list } from './list.ts';
import { runList, runListText } from './run-list.ts';

const shelf = list('library.wide', {
  title: { zh: '书', en: 'Books' },
  view: 'library_read.book_v1',
  columns: { title: { title: { zh: '书名', en: 'Title' }, kind: 'text', sort: true } },
  order: 'title',
  who: ['clerk'],
});

let at: House;
let reader: Person;

/** So many units that the scope is no longer named in the page's SQL, and as many that are not in it. */
const wide = 30;

beforeAll(async () => {
  at = await house({
    rooms: [{ ...library, reads: [...library.reads, shelf] }],
    migrated: { name: 'library', roots: [library.folder] },
  });
  const system = at.as('系统员');
  const found = async (name: string, parent: string) => {
    const id = newId();
    await system.does('kernel.found-unit', { id, name, parent, kind: 'division', level: 'city', from: '2024-01-01' });
    return id;
  };
  const [east, west] = [await found('东区', at.ids.city), await found('西区', at.ids.city)];
  await at.kernel.registers.refresh();
  for (const [side, parent] of [
    ['东', east],
    ['西', west],
  ] as const)
    for (let n = 0; n < wide; n += 1) {
      const unit = await found(`${side}${n}馆`, parent);
      if (n > 0) continue;
      await at.kernel.registers.refresh();
      await at
        .with([{ role: 'clerk', unit, below: false }], { unit })
        .does('library.shelve-book', { unit, title: `${side}区藏书` });
    }
  await at.kernel.registers.refresh();
  reader = at.with([{ role: 'clerk', unit: east, below: true }], { unit: east });
}, 120_000);
afterAll(() => at?.close());

test('SEC-AC-17 with the policies off, a reader of very many units is still shown no row of another', async () => {
  await policiesOff(at.urls.superuser);
  const page = await runList(at.kernel, 'library.wide', {}, reader.actor);
  if (isRefusal(page)) throw new Error(page.code);
  expect(page.rows.map((row) => row['title'])).toEqual(['东区藏书']);
  const text = await runListText(at.kernel, 'library.wide', {}, reader.actor);
  expect(text).toContain('东区藏书');
  expect(text).not.toContain('西区藏书');
});
