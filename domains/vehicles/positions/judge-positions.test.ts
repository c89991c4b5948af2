import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  atRest,
  changesOf,
  type Fix,
  foldIn,
  type Folding,
  foldPage,
  judgeFix,
  quality,
  type StoredFix,
} from './judge-positions.ts';

const maxSpeedKmh = 200;
const minute = 60_000;
const fix = (minutes: number, north: number, east = 0, speed: number | null = null): Fix => ({
  at: minutes * minute,
  latitude: 32_060_000 + north,
  longitude: 118_790_000 + east,
  speed,
});
const inOneGo = (fixes: readonly Fix[]) =>
  foldIn(
    atRest,
    fixes.toSorted((a, b) => a.at - b.at),
    [],
    maxSpeedKmh,
  ).rows;

test('a minute at sixty is about a kilometre, and the first fix drives nothing', () => {
  // A thousandth of a degree of latitude is 111.2 m.
  const rows = inOneGo([fix(0, 0), fix(1, 9_000)]);
  expect(rows.map(({ stepDm }) => stepDm)).toEqual([0, 10_008]);
});

test('a fix that could not be reached is kept and does not count; three that agree are believed', () => {
  const jump = inOneGo([fix(0, 0), fix(1, 1_000_000), fix(2, 100)]);
  expect(jump.map((row) => row.quality)).toEqual([quality.counted, quality.jump, quality.counted]);
  expect(jump[2]!.stepDm).toBe(111);
  const woke = inOneGo([fix(0, 0), fix(1, 1_000_000), fix(2, 1_000_100), fix(3, 1_000_200), fix(4, 1_000_300)]);
  expect(woke.map((row) => row.quality)).toEqual([0, 3, 3, 0, 0]);
  // The way between the two places was not driven as far as anybody knows.
  expect(woke.reduce((sum, { stepDm }) => sum + stepDm, 0)).toBe(222);
});

test('the noise of a parked vehicle is no distance', () => {
  const parked = Array.from({ length: 100 }, (_, n) => fix(n, (n * 37) % 90, (n * 53) % 90, 0));
  expect(inOneGo(parked).reduce((sum, { stepDm }) => sum + stepDm, 0)).toBe(0);
  // Pulling away from where it stood counts.
  expect(judgeFix({ anchor: fix(0, 0, 0, 0), rival: null }, fix(1, 1_000, 0, 300), maxSpeedKmh).stepDm).toBe(1_112);
});

/** Rows as a store holds them, filled batch by batch the way `receive-positions` does: from the last counted row before the batch, by `page` rows. */
function store(page: number) {
  const rows = new Map<number, StoredFix>();
  const days = new Map<number, { dm: number; points: number }>();
  const sorted = () => [...rows.values()].toSorted((a, b) => a.at - b.at);
  return {
    rows: sorted,
    days,
    take(batch: readonly Fix[]) {
      const once = new Map(batch.toReversed().map((each) => [each.at, each]));
      const fresh = [...once.values()].filter(({ at }) => !rows.has(at)).toSorted((a, b) => a.at - b.at);
      if (fresh.length === 0) return;
      const anchor = sorted().findLast((row) => row.at < fresh[0]!.at && row.quality === quality.counted) ?? null;
      let folding: Folding | null = {
        standing: { anchor, rival: null },
        left: fresh,
        after: anchor?.at ?? Number.NEGATIVE_INFINITY,
      };
      while (folding) {
        const { after }: Folding = folding;
        const read = sorted()
          .filter((row) => row.at > after)
          .slice(0, page);
        const folded = foldPage(folding, read, read.length < page, maxSpeedKmh);
        for (const row of folded.rows) rows.set(row.at, row);
        for (const { at, dm, points } of changesOf(folded.rows)) {
          const day = Math.floor(at / 86_400_000);
          const was = days.get(day) ?? { dm: 0, points: 0 };
          days.set(day, { dm: was.dm + dm, points: was.points + points });
        }
        folding = folded.next;
      }
    },
  };
}

const tracks = fc
  .array(
    fc.record({
      minutes: fc.integer({ min: 1, max: 400 }),
      north: fc.integer({ min: -30_000, max: 30_000 }),
      jumps: fc.constantFrom(false, false, false, true),
      speed: fc.constantFrom(null, 0, 0, 350),
    }),
    { minLength: 1, maxLength: 40 },
  )
  .map((steps) => {
    const out: Fix[] = [];
    for (const { minutes, north, jumps, speed } of steps) {
      const last = out.at(-1) ?? fix(0, 0);
      out.push({
        at: last.at + minutes * minute,
        latitude: 32_060_000 + north * (jumps ? 60 : 1),
        longitude: last.longitude + Math.round(north / 3),
        speed,
      });
    }
    return out;
  });

test('SEC-TE-03 any order, any batches, any doubling: the same rows, the same days', () => {
  fc.assert(
    fc.property(
      tracks.chain((track) =>
        fc.tuple(
          fc.constant(track),
          fc.shuffledSubarray([...track, ...track], { minLength: 2 * track.length }),
          fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 80, maxLength: 80 }),
          fc.integer({ min: 2, max: 7 }),
        ),
      ),
      ([track, shuffled, sizes, page]) => {
        const at = store(page);
        for (let from = 0, n = 0; from < shuffled.length; from += sizes[n]!, n += 1)
          at.take(shuffled.slice(from, from + sizes[n]!));
        const wanted = inOneGo(track);
        expect(at.rows().map((row) => [row.at, row.quality, row.stepDm])).toEqual(
          wanted.map((row) => [row.at, row.quality, row.stepDm]),
        );
        for (const [day, sum] of at.days) {
          const own = wanted.filter((row) => Math.floor(row.at / 86_400_000) === day);
          expect(sum.dm).toBe(own.reduce((dm, { stepDm }) => dm + stepDm, 0));
          expect(sum.points).toBe(own.filter((row) => row.quality === quality.counted).length);
        }
      },
    ),
    { numRuns: 300 },
  );
});
