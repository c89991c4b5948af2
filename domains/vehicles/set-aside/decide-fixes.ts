import { notFound, refuse, sql, verb, type Tx } from '@opengoa/kernel';
import { changesOf, type Fix, type FoldedFix, quality } from '../positions/judge-positions.ts';
import {
  addToTrackDays,
  addToTrackTrips,
  judgeAgain,
  keepTrackers,
  lockTrackers,
  type Tracker,
  type TrackerAfter,
  tripsAcross,
  type TripSpan,
} from '../positions/position-store.ts';
import { dayChanges, foldLate, rulesFor, tripChanges } from '../positions/receive-positions.ts';
import { type Cause, DecideFixes, FixesDecided } from './contract.ts';
import { causes } from './words.zh.ts';

const qualityOf: Readonly<Record<Cause, number>> = {
  'no-fix': quality.noFix,
  imprecise: quality.imprecise,
  future: quality.future,
  late: quality.late,
};
/** Set aside, and decided not to count. */
const rejected = 6;

interface Known {
  readonly vehicle: { readonly id: string; readonly unit: string; readonly plate: string };
  readonly tracker: Tracker | undefined;
  readonly fixes: readonly Fix[];
  readonly rows: readonly FoldedFix[];
  readonly standing: Tracker['standing'] | undefined;
  readonly trips: readonly TripSpan[];
}

/**
 * 认定另存定位: fixes that were set aside when they came are taken after all, and go into the day’s distance where they lie in time, or are left out
 * for good. What the terminal said stays as it is either way. Taken ones are judged against their neighbours like any other.
 */
export const decideFixes = verb('vehicles.decide-fixes', {
  title: { zh: '认定', en: 'Decide' },
  input: DecideFixes,
  who: ['fleet-clerk'],
  on: 'vehicles.vehicle',
  facts: [FixesDecided],
  refusals: ['cannot-count', 'nothing-set-aside'],
  async load(tx, { vehicle: id, day, cause, outcome }, context): Promise<Known> {
    const vehicle = await tx.one<Known['vehicle']>(
      sql`select id, unit_id as unit, plate from vehicles.vehicle where id = ${id}`,
    );
    const terminal = await tx.maybe<{ number: string }>(
      sql`select number from vehicles.terminal where vehicle_id = ${id} and state <> 'withdrawn'`,
    );
    const [tracker] = terminal ? await lockTrackers(tx, [terminal.number]) : [];
    const fixes = await asideOn(tx, id, day, qualityOf[cause]);
    const nothing = { vehicle, tracker, fixes, rows: [], standing: undefined, trips: [] };
    if (!tracker || !terminal || fixes.length === 0 || outcome === 'rejected') return nothing;
    const { rows, standing } = await foldLate(tx, tracker, fixes, rulesFor(context).maxSpeedKmh);
    const times = rows.map(({ at }) => at);
    const trips = await tripsAcross(tx, [terminal.number], Math.min(...times), Math.max(...times));
    return { ...nothing, rows, standing, trips };
  },
  at: ({ vehicle }) => ({ unit: vehicle.unit }),
  decide({ vehicle, tracker, fixes, rows }, { day, cause, outcome, why }) {
    const words = causes[cause];
    if (outcome === 'accepted' && (cause === 'no-fix' || cause === 'future'))
      return refuse('cannot-count', { cause: words });
    if (!tracker) return notFound();
    if (fixes.length === 0)
      return refuse('nothing-set-aside', { plate: vehicle.plate, day, cause: words }, { status: 409 });
    const taken = new Set(fixes.map(({ at }) => at));
    const jumps = rows.filter((row) => taken.has(row.at) && row.quality === quality.jump).length;
    const metres = Math.round(changesOf(rows).reduce((sum, { dm }) => sum + dm, 0) / 10);
    return [
      FixesDecided.of({
        object: { kind: 'vehicles.vehicle', id: vehicle.id },
        unit: vehicle.unit,
        body: { plate: vehicle.plate, day, cause, outcome, fixes: fixes.length, jumps, metres, why },
      }),
    ];
  },
  async also(tx, { vehicle, tracker, fixes, rows, standing, trips }, { outcome }) {
    if (!tracker) return;
    if (outcome === 'rejected') {
      await judgeAgain(
        tx,
        vehicle.id,
        fixes.map(({ at }) => ({ at, quality: rejected, stepDm: 0 })),
      );
      return;
    }
    await judgeAgain(tx, vehicle.id, rows);
    const brought = [{ tracker, rows }];
    await addToTrackDays(tx, brought.flatMap(dayChanges));
    await addToTrackTrips(tx, tripChanges(brought, trips));
    const last = rows.at(-1)?.at ?? 0;
    const after: TrackerAfter = {
      ...tracker,
      lastAt: Math.max(tracker.lastAt ?? 0, last),
      standing: standing ?? tracker.standing,
    };
    await keepTrackers(tx, [after], null);
  },
});

const asideOn = async (tx: Tx, vehicle: string, day: string, kind: number): Promise<Fix[]> =>
  (
    await tx.rows<Omit<Fix, 'at'> & { readonly at: Date }>(sql`
      select at, latitude, longitude, speed from vehicles.position
       where vehicle_id = ${vehicle} and quality = ${kind} and at >= ${`${day}T00:00:00+08:00`} and at < ${`${day}T00:00:00+08:00`}::timestamptz + interval '1 day'
       order by at limit 100000`)
  ).map(({ at, ...fix }) => ({ ...fix, at: at.getTime() }));
