import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newId } from '../id.ts';
import { isRefusal } from '../refusal.ts';
import { library } from '../testing/library/library.ts';
import { house, type House, type Person } from '../testing/testing.ts';

let at: House;
let system: Person;
const clerkAt = (unit: string) => at.with([{ role: 'clerk', unit, below: true }], { unit });
const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const found = async (name: string, parent: string) => {
  const id = newId();
  await system.does('kernel.found-unit', { id, name, parent, kind: 'institution', level: 'city', from: '2024-01-01' });
  await at.kernel.registers.refresh();
  return id;
};
const shelve = async (unit: string, title: string) =>
  (await clerkAt(unit).does('library.shelve-book', { unit, title })).facts[0]!.object.id;

beforeAll(async () => {
  at = await house({ rooms: [library], migrated: { name: 'library', roots: [library.folder] } });
  system = at.as('系统员');
});
afterAll(() => at?.close());

describe('units live, and their history with them', () => {
  test('a unit that moves takes its things along: who covered it before sees it no more, who covers it now does', async () => {
    const unit = await found('流动图书馆', at.ids.city);
    const book = await shelve(unit, '搬家的书');
    const city = clerkAt(at.ids.city);
    const county = clerkAt(at.ids.county);
    expect(await city.read('library.book', { id: book })).toMatchObject({ title: '搬家的书' });
    await system.does('kernel.move-unit', { unit, parent: at.ids.county, from: '2025-01-01' });
    await at.kernel.registers.refresh();
    expect(await county.read('library.book', { id: book })).toMatchObject({ title: '搬家的书' });
    // The county lies below the city, so the city still covers it; the bureau never did.
    expect(await clerkAt(at.ids.bureau).read('library.book', { id: book })).toMatchObject({ status: 404 });
    expect(code(await system.run('kernel.move-unit', { unit: at.ids.city, parent: unit, from: '2025-01-01' }))).toBe(
      'unit-below-itself',
    );
  });

  test('merged units end, their things stay theirs and are seen by the successor', async () => {
    const [one, two, into] = [
      await found('甲馆', at.ids.city),
      await found('乙馆', at.ids.city),
      await found('合并馆', at.ids.city),
    ];
    const book = await shelve(one, '甲馆旧藏');
    expect(await clerkAt(into).read('library.book', { id: book })).toMatchObject({ status: 404 });
    await system.does('kernel.merge-units', { units: [one, two], into, day: '2025-06-01', paper: '临编〔2025〕1号' });
    await at.kernel.registers.refresh();
    expect(await clerkAt(into).read('library.book', { id: book })).toMatchObject({ unit: one, title: '甲馆旧藏' });
    expect(code(await system.run('kernel.merge-units', { units: [one], into, day: '2025-07-01' }))).toBe('unit-ended');
  });

  test('after a split each successor looks back on what was common, and they do not see each other', async () => {
    const [was, a, b] = [
      await found('老馆', at.ids.city),
      await found('东馆', at.ids.city),
      await found('西馆', at.ids.city),
    ];
    const common = await shelve(was, '共同旧藏');
    await system.does('kernel.split-unit', { unit: was, into: [a, b], day: '2025-06-01' });
    await at.kernel.registers.refresh();
    const own = await shelve(a, '东馆新书');
    expect(await clerkAt(a).read('library.book', { id: common })).toMatchObject({ title: '共同旧藏' });
    expect(await clerkAt(b).read('library.book', { id: common })).toMatchObject({ title: '共同旧藏' });
    expect(await clerkAt(b).read('library.book', { id: own })).toMatchObject({ status: 404 });
  });

  test('SEC-DB-04 the database’s picture of who lies below whom is the program’s', async () => {
    const organisation = at.kernel.registers.organisation('');
    const counted = await at.as('系统员').list('kernel.units', { size: '200' });
    if (isRefusal(counted)) throw new Error(counted.code);
    expect(counted.rows.length).toBe(organisation.units.length);
  });
});

describe('posts and people', () => {
  const register = async (name: string) => {
    const person = newId();
    await system.does('kernel.register-person', { id: person, unit: at.ids.finance, name, from: '2024-01-01' });
    return person;
  };
  const post = async (title: string, unit = at.ids.finance) =>
    (await system.does('kernel.create-post', { unit, title, establishment: 1, from: '2024-01-01' })).facts[0]!.object
      .id;

  test('one main post, any number of concurrent ones, a secondment beside; two may hold one post', async () => {
    const person = await register('马俊');
    const [main, second, away] = [await post('主任科员甲'), await post('兼任岗'), await post('借调岗', at.ids.bureau)];
    await system.does('kernel.appoint', { person, post: main, kind: 'main', from: '2024-01-01' });
    expect(
      await system.run('kernel.appoint', { person, post: second, kind: 'main', from: '2024-01-01' }),
    ).toMatchObject({ code: 'already-has-main-post', data: { title: '主任科员甲' } });
    await system.does('kernel.appoint', { person, post: second, kind: 'concurrent', from: '2024-01-01' });
    await system.does('kernel.appoint', {
      person,
      post: away,
      kind: 'secondment',
      from: '2024-01-01',
      to: '2099-01-01',
    });
    await system.does('kernel.appoint', {
      person: await register('马骏'),
      post: main,
      kind: 'main',
      from: '2024-01-01',
    });
    await at.kernel.registers.refresh();
    const organisation = at.kernel.registers.organisation('');
    expect(
      organisation.holdings
        .filter((holding) => holding.person === person)
        .map(({ kind }) => kind)
        .toSorted(),
    ).toEqual(['concurrent', 'main', 'secondment']);
    expect(organisation.holdersOfPost(main)).toHaveLength(2);
    const posts = await system.list('kernel.posts', { size: '200' });
    if (isRefusal(posts)) throw new Error(posts.code);
    expect(posts.rows.find((row) => row['id'] === main)).toMatchObject({ establishment: 1, held_by: 2 });
  });

  test('SEC-ID-14 an ended appointment takes the post away the same day', async () => {
    const person = await register('离任者');
    const held = await post('离任岗');
    const appointed = await system.does('kernel.appoint', { person, post: held, kind: 'main', from: '2024-01-01' });
    expect(appointed.facts).toHaveLength(1);
    await at.kernel.registers.refresh();
    const client = await at.kernel.pool.connect();
    try {
      await client.query(`begin; set local role opengoa_kernel; select set_config('opengoa.node', '1', true)`);
      const holding = await client.query('select id from kernel.holding where person_id = $1', [person]);
      await client.query('rollback');
      const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
      const ends = (to: string) => ({ holding: holding.rows[0].id as string, to });
      expect(code(await system.run('kernel.end-appointment', ends('2024-01-01')))).toBe('ends-before-it-begins');
      await system.does('kernel.end-appointment', ends(today));
    } finally {
      client.release();
    }
    await at.kernel.registers.refresh();
    expect(at.kernel.registers.organisation('').holdersOfPost(held)).toEqual([]);
  });

  test('a stand-in has an end, is not oneself and never an officer; the asker names their own', async () => {
    const self = at.as('周敏');
    const { person } = at.ids.persons['周敏'];
    const stand = { forPerson: person, from: '2026-01-01', to: '2099-01-01', reason: '年休假' };
    expect(code(await self.run('kernel.name-stand-in', { ...stand, person }))).toBe('stand-in-for-oneself');
    expect(
      code(
        await self.run('kernel.name-stand-in', { ...stand, person: at.ids.persons['陈局'].person, to: '2025-01-01' }),
      ),
    ).toBe('ends-before-it-begins');
    expect(code(await self.run('kernel.name-stand-in', { ...stand, person: at.ids.persons['林芳'].person }))).toBe(
      'officers-have-no-stand-in',
    );
    expect(
      code(await at.as('石会计').run('kernel.name-stand-in', { ...stand, person: at.ids.persons['石会计'].person })),
    ).not.toBe('done');
    await self.does('kernel.name-stand-in', { ...stand, person: at.ids.persons['陈局'].person });
    await at.kernel.registers.refresh();
    expect(at.kernel.registers.organisation('').standInsFor(person)).toHaveLength(1);
  });

  test('SEC-TA-03 only the system administrator changes the organisation', async () => {
    for (const name of ['安全员', '林芳', '冯局长', '周敏'] as const) {
      expect(
        code(
          await at.as(name).run('kernel.found-unit', {
            name: '私设',
            parent: at.ids.city,
            kind: 'institution',
            level: 'city',
            from: '2024-01-01',
          }),
        ),
      ).toBe('not-your-right');
    }
  });
});
