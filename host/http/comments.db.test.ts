import { isRefusal } from '@opengoa/kernel';
import { house, type CastName, type House } from '@opengoa/kernel/testing';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import vehicles from '../../domains/vehicles/domain.ts';

let at: House;
let behind: pg.Client;
let now = new Date('2026-03-05T09:00:00+08:00');
let trip: string;

const code = (answer: unknown) => (isRefusal(answer) ? answer.code : 'done');
const nothing = { open: false, comments: [] };
const about = () => ({ kind: 'vehicles.trip', id: trip });
const write = (name: CastName, text: string, mentions: CastName[] = []) =>
  at.as(name).run('kernel.write-comment', {
    ...about(),
    text,
    mentions: mentions.map((each) => at.ids.persons[each].person),
  });
const seen = async (name: CastName) =>
  (await at.as(name).read('kernel.comments', about())) as {
    comments: {
      id: string;
      text: string | null;
      version: number;
      earlier: { text: string }[];
      may: string[];
      struck: unknown;
    }[];
  };
const told = async (name: CastName) =>
  ((await at.as(name).list('kernel.my-messages')) as unknown as { rows: { title: string }[] }).rows.filter(
    ({ title }) => title.includes('提到您'),
  );

beforeAll(async () => {
  at = await house({ rooms: [vehicles], clock: () => now });
  behind = new pg.Client({ connectionString: at.urls.superuser });
  await behind.connect();
  const plan = {
    purpose: '预算执行调研',
    use: 'general-affairs',
    from: '临江市财政局',
    to: '石桥县',
    startsAt: '2026-03-10T08:00:00+08:00',
    endsAt: '2026-03-10T17:30:00+08:00',
    people: 4,
    distanceKm: 86,
    crossCity: false,
  };
  ({ trip } = (await at.as('周敏').does('vehicles.request-trip', plan)).result as { trip: string });
});
afterAll(async () => {
  await behind?.end();
  await at?.close();
});

describe('comments beside a trip', () => {
  test('whoever may read the trip reads and writes; to others it is not there', async () => {
    expect(code(await write('周敏', '可否改为上午出发?'))).toBe('done');
    // 何涛 holds the task, 吴调度 dispatches for the city.
    for (const name of ['何涛', '吴调度'] as const) expect((await seen(name)).comments).toHaveLength(1);
    for (const name of ['石会计', '孙师傅', '系统员', '钱能耗'] as const) {
      expect(await at.as(name).read('kernel.comments', about())).toEqual(nothing);
      expect(code(await write(name, '路过'))).toBe('not-found');
    }
    expect(await at.as('周敏').read('kernel.comments', { kind: 'vehicles.unknown', id: trip })).toEqual(nothing);
    // Under another kind's name the right is that kind's: the trip is no vehicle.
    expect(await at.as('吴调度').read('kernel.comments', { kind: 'vehicles.vehicle', id: trip })).toEqual(nothing);
  });

  test('who is meant is told if they may see it; the writer hears who was not', async () => {
    const answer = await write('周敏', '@何涛 @石会计 请看', ['何涛', '石会计', '周敏']);
    if (isRefusal(answer)) throw new Error(answer.code);
    expect(answer.result).toMatchObject({ notTold: ['石会计'] });
    expect(await told('何涛')).toHaveLength(1);
    expect(await told('石会计')).toHaveLength(0);
    expect(await told('周敏')).toHaveLength(0);
    const [row] = (await behind.query(`select kind, opens from kernel.message where kind = 'mention'`))
      .rows as object[];
    expect(row).toEqual({ kind: 'mention', opens: `/vehicles/trips/${trip}` });
  });

  test('a mention opens nothing by itself', async () => {
    await write('周敏', '@石会计', ['石会计']);
    expect(code(await at.as('石会计').read('vehicles.trip', { id: trip }))).toBe('not-found');
  });

  test('one rewords one’s own for some minutes, and every wording is kept', async () => {
    const first = await write('何涛', '同意改上午');
    if (isRefusal(first)) throw new Error(first.code);
    const { comment } = first.result as { comment: string };
    expect(code(await at.as('周敏').run('kernel.edit-comment', { comment, version: 1, text: '我来改' }))).toBe(
      'not-found',
    );
    await at.as('何涛').does('kernel.edit-comment', { comment, version: 1, text: '同意改为上午九点' });
    expect(code(await at.as('何涛').run('kernel.edit-comment', { comment, version: 1, text: '旧版本' }))).toBe(
      'stale-version',
    );
    const found = (await seen('周敏')).comments.find(({ id }) => id === comment)!;
    expect([found.text, found.earlier.map(({ text }) => text)]).toEqual(['同意改为上午九点', ['同意改上午']]);
    now = new Date(now.getTime() + 16 * 60_000);
    expect(code(await at.as('何涛').run('kernel.edit-comment', { comment, version: 2, text: '再改' }))).toBe(
      'too-late-to-edit',
    );
  });

  test('struck means struck: its trace stays, its words are read by nobody, and no row goes', async () => {
    const written = await write('周敏', '写错地方了');
    if (isRefusal(written)) throw new Error(written.code);
    const { comment } = written.result as { comment: string };
    expect(code(await at.as('吴调度').run('kernel.strike-comment', { comment }))).toBe('not-found');
    await at.as('周敏').does('kernel.strike-comment', { comment });
    expect(code(await at.as('周敏').run('kernel.strike-comment', { comment }))).toBe('comment-struck');
    const found = (await seen('何涛')).comments.find(({ id }) => id === comment)!;
    expect(found).toMatchObject({ text: null, earlier: [], struck: { by: '周敏' }, may: [] });
    expect((await behind.query('select text from kernel.comment_text where comment_id = $1', [comment])).rows).toEqual([
      { text: '写错地方了' },
    ]);
    const facts = (
      await behind.query(`select string_agg(f::text, ' ') as all from kernel.fact f where type like 'kernel.Comment%'`)
    ).rows[0] as { all: string };
    expect(facts.all).not.toContain('写错地方');
    // The head of the unit may strike as well.
    const other = await write('周敏', '跑题');
    if (isRefusal(other)) throw new Error(other.code);
    await at.as('何涛').does('kernel.strike-comment', { comment: (other.result as { comment: string }).comment });
  });

  test('nobody floods a page', async () => {
    now = new Date(now.getTime() + 120_000);
    const answers = [];
    for (let turn = 0; turn < 12; turn += 1) answers.push(code(await write('周敏', `第 ${turn} 条`)));
    expect([answers.slice(0, 10).every((each) => each === 'done'), answers.at(-1)]).toEqual([true, 'too-often']);
  });

  test('the same comment sent twice is one, and a long or empty one is none', async () => {
    now = new Date(now.getTime() + 120_000);
    const id = '00000000-0000-7000-8000-000000000001';
    const before = (await seen('何涛')).comments.length;
    const input = { ...about(), text: '一次' };
    await at.as('周敏').run('kernel.write-comment', input, id);
    await at.as('周敏').run('kernel.write-comment', input, id);
    expect((await seen('何涛')).comments.length - before).toBe(1);
    expect(code(await write('周敏', '   '))).toBe('input-not-fitting');
    expect(code(await write('周敏', '长'.repeat(2_001)))).toBe('input-not-fitting');
  });
});
