import { readFileSync, writeFileSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { casesOf, tried, walled, type Case, type Door } from '../matrix/doors.ts';
import { judge, type Walls } from '../matrix/judge.ts';
import { rehearsing } from '../matrix/rehearsal.ts';
import { tableWalls, told } from '../matrix/table-walls.ts';
import { matrixTown, type MatrixTown } from '../matrix/world.ts';
import type { FrontDoor } from '../town.ts';
import { equivalents } from './equivalent.ts';
import { openedDoors } from './opened-doors.ts';
import { picked, type Outcome } from './sample.ts';
import { pointsOfHouse } from './sources.ts';
import { reachedSince, takeAway } from './switch.ts';
import { wallsOfDatabase } from './walls-of-database.ts';

/** What the play is told: how many of each kind, which part of them is this process's, where the outcomes go. */
export interface Told {
  readonly most: number;
  readonly seed: number;
  readonly part: number;
  readonly parts: number;
  readonly only: string | null;
  readonly outcomes: string;
}

export interface Left extends Outcome {
  /** Of the database: what takes it away, for the tests that start from a template. */
  readonly away?: string;
  readonly table?: string | null;
}

const keep = () => writeFileSync(asked.outcomes, JSON.stringify(outcomes));
const asked = JSON.parse(readFileSync(process.env['OPENGOA_PLAY']!, 'utf8')) as Told;
const outcomes: Left[] = [];

let it: MatrixTown;
let at: FrontDoor;

beforeAll(async () => {
  it = await matrixTown();
  at = await it.at.anotherDoor({ kernel: rehearsing, limits: { atOnce: 1_000 } });
});
afterAll(async () => {
  keep();
  await it?.at.close();
});

const nothingChanges = equivalents();
/** This process's part of the sample. */
function mine<Thing extends { readonly id: string }>(all: readonly Thing[]): Thing[] {
  const meant = all.filter(
    ({ id }) => (asked.only === null || id.includes(asked.only)) && !nothingChanges.some(({ match }) => match.test(id)),
  );
  return picked(meant, asked.most, asked.seed).filter((_, place) => place % asked.parts === asked.part);
}

/** No check takes longer than this in the town; what is left then is told by the test files. */
const patienceMs = 2_500;
const atOnce = 24;
const silentMs = 12_000;
const after = (ms: number): Promise<null> => new Promise((done) => setTimeout(done, ms, null).unref());

/** Whoever comes by a right or a part first, then the others, spread over the relations. */
function casesAt(doors: readonly Door[]): Case[] {
  const all = doors.map((door) => casesOf(door, it.actors));
  const longest = Math.max(0, ...all.map(({ length }) => length));
  const cases: Case[] = [];
  // A few of each door in turn: what is wrong at one door is often wrong at the next, and the first answer is enough.
  for (let from = 0; from < longest; from += 12)
    for (const each of all) cases.push(...spread(each).slice(from, from + 12));
  return cases;
}

const spread = (cases: readonly Case[]): Case[] => {
  const steps = [0, 1, 2, 3, 4, 5, 6].map((start) => cases.filter((_, place) => place % 7 === start));
  return steps.flat();
};

/** The first thing that is wrong with a check taken away, and right again once it is back. */
async function noticed(
  doors: readonly Door[],
  walls: Walls,
  back: () => void | Promise<void>,
  away: () => void | Promise<void>,
) {
  const until = Date.now() + patienceMs;
  const cases = casesAt(doors);
  for (let from = 0; from < cases.length && Date.now() < until; from += atOnce) {
    const some = cases.slice(from, from + atOnce);
    const judged = await Promise.race([judge(it.world, at, some, { walls, sideBySide: atOnce }), after(silentMs)]);
    if (judged === null) return `matrix, ${walls}: ${some[0]!.door.id} and others never answer`;
    const { problems } = judged;
    if (problems.length === 0) continue;
    await back();
    const one = problems[0]!;
    const same = some.filter(
      ({ door, actor, relation }) => door.id === one.door && actor.name === one.actor && relation === one.relation,
    );
    const calm = await judge(it.world, at, same, { walls, sideBySide: 1 });
    if (calm.problems.length === 0) return `matrix, ${walls}: ${one.door} ${one.actor}→${one.relation} ${one.says}`;
    await away();
  }
  return null;
}

/** Who somebody is, and from which page, is not what the matrix asks about: the tests of those rooms are asked at once. */
const proving = /^(?:kernel\/identity|host\/http)\//;

async function policiesOff<T>(work: () => Promise<T>): Promise<T> {
  const { rows } = await it.at.superuser.query<{ name: string }>(
    `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity`,
  );
  const turn = (how: string) =>
    it.at.superuser.query(rows.map(({ name }) => `alter table ${name} ${how} row level security`).join('; '));
  await turn('disable');
  try {
    return await work();
  } finally {
    await turn('enable');
  }
}

test('sources', async () => {
  const points = mine(pointsOfHouse());
  const doorsOf = new Map<string, Door[]>();
  reachedSince();
  for (const door of tried(it.doors)) {
    const cases = casesAt([door]);
    await judge(it.world, at, [...cases.slice(0, 10), ...cases.slice(-2)], { walls: 'both', sideBySide: 12 });
    for (const id of reachedSince()) doorsOf.set(id, [...(doorsOf.get(id) ?? []), door]);
  }
  const play = async (walls: Walls, left: typeof points) => {
    const still: typeof points = [];
    for (const point of left) {
      const reach = proving.test(point.file) ? [] : (doorsOf.get(point.id) ?? []);
      const doors = walls === 'application' ? walled(reach) : reach;
      takeAway(point.id);
      const caughtBy = await noticed(
        doors,
        walls,
        () => takeAway(null),
        () => takeAway(point.id),
      );
      takeAway(null);
      if (caughtBy) outcomes.push({ id: point.id, kind: 'source', caughtBy });
      else still.push(point);
    }
    return still;
  };
  const left = await play('both', await policiesOff(() => play('application', points)));
  outcomes.push(...left.map(({ id }): Left => ({ id, kind: 'source', caughtBy: null })));
});

/** Judged at the asker's own unit to begin with: nobody can notice. The play is worth something only if it says so. */
const unwatched = 'verb kernel.verify-record: where it is judged';

test('doors', async () => {
  const published = new Set(tried(it.doors).map(({ id }) => id));
  const every = openedDoors(it.at.at.kernel).filter(({ door }) => published.has(door));
  const control = every.filter(({ id }) => id === unwatched && asked.part === 0);
  const doors = [...mine(every), ...control];
  const play = async (walls: Walls, left: typeof doors) => {
    const still: typeof doors = [];
    for (const opened of left) {
      const named = tried(it.doors).filter(({ id }) => id === opened.door);
      opened.away();
      const caughtBy = await noticed(walls === 'application' ? walled(named) : named, walls, opened.back, opened.away);
      opened.back();
      if (caughtBy) outcomes.push({ id: opened.id, kind: 'door', caughtBy });
      else still.push(opened);
    }
    return still;
  };
  const left = await play('both', await policiesOff(() => play('application', doors)));
  outcomes.push(...left.map(({ id }): Left => ({ id, kind: id === unwatched ? 'control' : 'door', caughtBy: null })));
});

test('database', async () => {
  const pool = it.at.superuser;
  const calm = new Map<string, string>();
  const lets = async (table: string) => {
    const walls = await tableWalls(pool, table);
    return [...walls.lets, ...walls.heldBack].map(told).toSorted();
  };
  for (const wall of mine(await wallsOfDatabase(pool))) {
    let caughtBy: string | null = null;
    if (wall.table !== null) {
      if (!calm.has(wall.table)) calm.set(wall.table, JSON.stringify(await lets(wall.table)));
      await pool.query(wall.away);
      try {
        const now = await lets(wall.table);
        const before = JSON.parse(calm.get(wall.table)!) as string[];
        const more = now.filter((each) => !before.includes(each));
        if (JSON.stringify(now) !== JSON.stringify(before))
          caughtBy = `table walls: ${more[0] ?? 'something is let no more'}`;
      } finally {
        await pool.query(wall.back);
      }
    }
    outcomes.push({
      id: wall.id,
      kind: 'database',
      caughtBy,
      ...(caughtBy ? {} : { away: wall.away, table: wall.table }),
    });
  }
});

test('everything was played', () => {
  expect(outcomes.length).toBeGreaterThan(0);
});
