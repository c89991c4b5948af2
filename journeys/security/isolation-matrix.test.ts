import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { casesOf, tried, walled, whoComes, type Door } from './matrix/doors.ts';
import { judge, summed, type Walls } from './matrix/judge.ts';
import { rehearsing } from './matrix/rehearsal.ts';
import { matrixTown, type MatrixTown } from './matrix/world.ts';
import type { FrontDoor } from './town.ts';

let it: MatrixTown;
const none = ['0 wrong'];
/** About a minute each on two free cores. */
const patience = 400_000;

beforeAll(async () => {
  it = await matrixTown();
}, patience);
afterAll(() => it?.at.close());

const playOne = (at: FrontDoor, doors: readonly Door[], walls: Walls) =>
  judge(
    it.world,
    at,
    doors.flatMap((door) => casesOf(door, whoComes(door, it.actors))),
    { walls, sideBySide: 16 },
  );

test('SEC-AC-03 every door of the program is reviewed, and every review has its door', () => {
  const { strangersDoors, sessionDoors, bySecret, ownImport, doors: reviews } = it.world.reviewed;
  const known = new Set([...strangersDoors, ...sessionDoors, ...bySecret, ...ownImport]);
  expect(it.doors.filter(({ id, review }) => !review && !known.has(id)).map(({ id }) => id)).toEqual([]);
  const ids = new Set(it.doors.map(({ id }) => id));
  expect([...reviews.keys(), ...known].filter((id) => !ids.has(id))).toEqual([]);
  const untried = tried(it.doors).filter(
    ({ form, id, review }) => !review!.open && (form === 'verb' || form === 'read') && !it.world.things.inputs[id],
  );
  expect(untried.map(({ id }) => id)).toEqual([]);
});

describe('SEC-AC-02 every door, every role, every relation of units', () => {
  test(
    'SEC-AC-02 SEC-AC-12 SEC-AC-13 with both walls the answer is exactly the reviewed one',
    async () => {
      const at = await it.at.anotherDoor({ kernel: rehearsing, limits: { atOnce: 1_000 } });
      const all = tried(it.doors);
      const cases = (doors: readonly Door[]) => doors.flatMap((door) => casesOf(door, it.actors));
      const exports = all.filter(({ form }) => form === 'export');
      const others = all.filter(({ form }) => form !== 'export');
      const one = await judge(it.world, at, cases(others), { walls: 'both', sideBySide: 16 });
      const two = await judge(it.world, at, cases(exports), { walls: 'both', sideBySide: 3 });
      expect(summed([...one.problems, ...two.problems])).toEqual(none);
      // A matrix of refusals alone would prove little: acts and reads were truly done, but for one whose time is over and two that
      // want weeks and a year of readings: those are refused for that, after the right was judged.
      const acts = all.filter(({ form }) => form === 'verb' || form === 'read').map(({ id }) => id);
      const neverDone = acts.filter((id) => !one.done.has(id));
      expect(neverDone.toSorted()).toEqual([
        'energy.fit-baseline',
        'energy.forecast-day',
        'kernel.appoint-first-officers',
      ]);
    },
    patience,
  );

  test(
    'SEC-AC-17 with the application check off, the database alone lets nothing foreign through',
    async () => {
      const at = await it.at.anotherDoor({
        kernel: (kernel) => rehearsing({ ...kernel, applicationWall: false }),
        limits: { atOnce: 1_000 },
      });
      const { problems } = await playOne(at, walled(it.doors), 'database');
      expect(summed(problems)).toEqual(none);
    },
    patience,
  );

  test(
    'SEC-AC-17 with database policies off, the application alone lets nothing foreign through',
    async () => {
      const { rows } = await it.at.superuser.query(
        `select format('%I.%I', n.nspname, c.relname) as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relrowsecurity`,
      );
      expect(rows.length).toBeGreaterThan(50);
      for (const { name } of rows as { name: string }[])
        await it.at.superuser.query(
          `alter table ${name} no force row level security; alter table ${name} disable row level security`,
        );
      const at = await it.at.anotherDoor({ kernel: rehearsing, limits: { atOnce: 1_000 } });
      const { problems } = await playOne(at, walled(it.doors), 'application');
      expect(summed(problems)).toEqual(none);
    },
    patience,
  );
});
