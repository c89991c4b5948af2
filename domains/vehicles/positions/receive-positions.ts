import {
  type Context,
  type FactDraft,
  type Id,
  isRefusal,
  newId,
  type Refusal,
  refuse,
  type Tx,
  verb,
  type VerbAnswer,
} from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import type { Category } from '../contract.ts';
import { FenceEntered, FenceLeft, FenceStayed, PositionsReceived, ReceivePositions } from './contract.ts';
import { type Crossing, crossingsOn, type Fence } from './fence.ts';
import { changesOf, type Fix, type FoldedFix, foldIn, type Folding, foldPage, quality } from './judge-positions.ts';
import { bareNumber } from './jt808/header.ts';
import {
  addToTrackDays,
  addToTrackTrips,
  countedBefore,
  type DayChange,
  fencesDrawn,
  insertPositions,
  judgeAgain,
  judgedAfter,
  keepTrackers,
  lockTrackers,
  momentsKept,
  platesOf,
  type PositionRow,
  type Tracker,
  type TrackerAfter,
  tripsAcross,
  type TripSpan,
} from './position-store.ts';
import { type ReadFix, readFix, type ReadingRules } from './read-fix.ts';
import { looksAt, type Stay, staysOf, tellsOf, type Visit } from './stays.ts';
import { categoriesOf, keepVisits, visitsOf } from './visit-store.ts';
import { watchesAt } from './watching.ts';

/** Rows read at a time when a late fix makes what came after it to be judged again. */
const page = 500;

interface Brought {
  readonly tracker: Tracker;
  /** New moments in order, those set aside with them. */
  readonly fixes: readonly ReadFix[];
  readonly rows: readonly FoldedFix[];
  readonly after: TrackerAfter;
  readonly crossings: readonly Crossing[];
  readonly stays: readonly Stay[];
  /** Null where no fence tells of stays: none are kept then. */
  readonly visits: readonly Visit[] | null;
}

/** Fences, and what they ask of vehicles beyond where these are; read only where one asks it. */
interface Fenced {
  readonly fences: readonly Fence[];
  readonly categories: ReadonlyMap<Id, Category>;
  readonly visits: ReadonlyMap<Id, readonly Visit[]> | null;
}

interface Known {
  readonly unknown: readonly string[];
  readonly brought: readonly Brought[];
  readonly trips: readonly TripSpan[];
  /** Of vehicles that crossed a fence. */
  readonly plates: ReadonlyMap<Id, string>;
}

/**
 * 接收位置: what terminals say of where they are, by JT/T 808, HTTP or MQTT. A moment of a vehicle is kept once, whatever is sent again; late ones
 * land in their place and distances follow (SEC-TE-02, SEC-TE-03); what cannot be right is kept and does not count (SEC-TE-04). A batch of a
 * machine or a person is one fact; what terminals report by themselves every few seconds is not the Record's.
 */
export const receivePositionsVerb = verb('vehicles.receive-positions', {
  title: { zh: '接收位置', en: 'Receive positions' },
  input: ReceivePositions,
  who: ['fleet-clerk', 'job'],
  facts: [PositionsReceived, FenceEntered, FenceLeft, FenceStayed],
  refusals: ['terminals-unknown'],
  result: z.strictObject({ received: z.int(), new: z.int(), aside: z.int() }),
  async load(tx, input, context): Promise<Known> {
    const sent = new Map<string, ReceivePositions['terminals'][number]['positions'][number][]>();
    for (const { number, positions } of input.terminals) {
      const own = sent.get(bareNumber(number));
      if (own) own.push(...positions);
      else sent.set(bareNumber(number), [...positions]);
    }
    const numbers = [...sent.keys()];
    const times = input.terminals.flatMap(({ positions }) => positions.map(({ at }) => Date.parse(at)));
    // A late fix may change the one behind it, and with it a trip that begins after everything sent.
    const [trackers, fences, spans] = await Promise.all([
      lockTrackers(tx, numbers),
      fencesDrawn(tx),
      tripsAcross(tx, numbers, least(times), most(times)),
    ]);
    const found = new Set(trackers.map(({ number }) => number));
    const unknown = [...sent.keys()].filter((number) => !found.has(number));
    if (unknown.length > 0) return { unknown, brought: [], trips: [], plates: new Map() };
    const rules = rulesFor(context);
    const read = trackers.map((tracker) => ({
      tracker,
      fixes: onceEach(sent.get(tracker.number)!.map((position) => readFix(position, tracker.datum, rules))),
    }));
    // Only what is not later than everything that came before can have come before.
    const kept = await momentsKept(
      tx,
      read.flatMap(({ tracker, fixes }) => {
        const upTo = Math.max(tracker.lastAt ?? 0, tracker.asideAt ?? 0);
        return fixes.filter(({ at }) => at <= upTo).map(({ at }) => ({ vehicle: tracker.vehicle, at }));
      }),
    );
    const fenced = await askedBy(tx, fences, trackers);
    const brought: Brought[] = [];
    for (const { tracker, fixes } of read) {
      const fresh = kept.size === 0 ? fixes : fixes.filter(({ at }) => !kept.has(`${tracker.vehicle} ${at}`));
      if (fresh.length > 0) brought.push(await bring(tx, tracker, fresh, fenced, rules, context));
    }
    const changed = brought.flatMap(({ rows }) => rows.map(({ at }) => at));
    const trips = most(changed) > most(times) ? await tripsAcross(tx, numbers, least(changed), most(changed)) : spans;
    const crossed = brought.filter(({ crossings, stays }) => crossings.length + stays.length > 0);
    const plates = await platesOf(
      tx,
      crossed.map(({ tracker }) => tracker.vehicle),
    );
    return { unknown, brought, trips, plates };
  },
  at({ brought }, _input, { actor }) {
    const [first = actor.unit ?? '', ...others] = new Set(brought.map(({ tracker }) => tracker.unit));
    return [first, ...others].map((unit) => ({ unit }));
  },
  decide({ unknown, brought, plates }, input, { actor }) {
    if (unknown.length > 0)
      return refuse(
        'terminals-unknown',
        { numbers: unknown.slice(0, 20).join('、'), count: unknown.length },
        { status: 404 },
      );
    const received = input.terminals.reduce((sum, { positions }) => sum + positions.length, 0);
    const fixes = brought.flatMap((each) => each.fixes);
    const result = {
      received,
      new: fixes.length,
      aside: fixes.filter(({ aside }) => aside !== null).length,
    };
    return {
      facts: [...(actor.kind === 'device' ? [] : batchFacts(brought)), ...crossingFacts(brought, plates)],
      result,
    };
  },
  async also(tx, { brought, trips }, _input, { now }) {
    if (brought.length === 0) return;
    // They leave in one piece.
    await Promise.all([
      insertPositions(tx, brought.flatMap(rowsOf), now),
      ...brought.flatMap(({ tracker, rows }) => {
        const otherwise = rows.filter(isOtherwise);
        return otherwise.length === 0 ? [] : [judgeAgain(tx, tracker.vehicle, otherwise)];
      }),
      keepTrackers(
        tx,
        brought.map(({ after }) => after),
        now,
      ),
      ...keepingVisits(tx, brought),
      addToTrackDays(tx, brought.flatMap(dayChanges)),
      addToTrackTrips(tx, tripChanges(brought, trips)),
    ]);
  },
});

export type RunReceiving = (verb: string, input: unknown) => Promise<VerbAnswer | Refusal>;

/**
 * For whatever listens to devices: hands positions over and comes back when they are stored.
 * @param run runs a verb as the part of the program that listens
 * @returns the refusal, if it was refused: nothing is stored then, and the device is to keep what it has
 */
export async function receivePositions(run: RunReceiving, batch: ReceivePositions): Promise<Refusal | undefined> {
  const answer = await run(receivePositionsVerb.name, batch);
  return isRefusal(answer) ? answer : undefined;
}

const least = (times: readonly number[]): number => times.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
const most = (times: readonly number[]): number => times.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY);

export function rulesFor({ now, today, standards }: Context): ReadingRules & { maxSpeedKmh: number; marginM: number } {
  const item = (name: string) => standards.numberOn('vehicles.positions', today, [], { item: name });
  return {
    accuracyM: item('accuracy-metres'),
    notAfter: now.getTime() + item('ahead-minutes') * 60_000,
    notBefore: now.getTime() - item('late-days') * 86_400_000,
    maxSpeedKmh: item('speed-kmh'),
    marginM: item('fence-margin-metres'),
  };
}

/** In the order of time; of two with one stamp the first that came. */
function onceEach(fixes: readonly ReadFix[]): ReadFix[] {
  if (fixes.length === 1) return [...fixes];
  return [...new Map(fixes.toReversed().map((fix) => [fix.at, fix])).values()].toSorted((a, b) => a.at - b.at);
}

/** Folds a vehicle's new moments in, reading back where they are late. */
async function bring(
  tx: Tx,
  tracker: Tracker,
  fixes: readonly ReadFix[],
  { fences, categories, visits }: Fenced,
  { maxSpeedKmh, marginM }: { maxSpeedKmh: number; marginM: number },
  { organisation, calendar }: Context,
): Promise<Brought> {
  const judged = fixes.filter(({ aside }) => aside === null);
  const [first, last] = [judged[0], judged.at(-1)];
  const lastAside = fixes.findLast(({ aside }) => aside !== null)?.at ?? null;
  const asideAt = lastAside === null ? tracker.asideAt : Math.max(lastAside, tracker.asideAt ?? 0);
  const stays = { tracker, fixes, rows: [], crossings: [], stays: [], visits: null, after: { ...tracker, asideAt } };
  if (!first || !last) return stays;
  if (tracker.lastAt !== null && first.at <= tracker.lastAt) {
    const { rows, standing } = await foldLate(tx, tracker, judged, maxSpeedKmh);
    const lastAt = Math.max(tracker.lastAt, last.at);
    return { ...stays, rows, after: { ...stays.after, lastAt, standing } };
  }
  const { rows, standing } = foldIn(tracker.standing, judged, [], maxSpeedKmh);
  const vehicle = { id: tracker.vehicle, category: categories.get(tracker.vehicle) };
  const own = fences.filter((fence) => organisation.covers(fence.unit, tracker.unit, true) && looksAt(fence, vehicle));
  const { crossings: all, inside } = crossingsOn(own, tracker.inside, rows.filter(counts).map(inDegrees), marginM);
  // Where a vehicle is, is known at all times; it is told only while the fence watches.
  const watched = ({ fence, at }: { readonly fence: Fence; readonly at: number }) =>
    watchesAt(fence, new Date(at), calendar);
  const crossings = all.filter((crossing) => tellsOf(crossing) && watched(crossing));
  const stayed = visits && staysOf(own, visits.get(tracker.vehicle) ?? [], all, rows.findLast(counts)?.at ?? 0);
  const { direction, ignition } = last;
  return {
    tracker,
    fixes,
    rows,
    crossings,
    stays: stayed?.stays.filter(watched) ?? [],
    visits: stayed?.visits ?? null,
    after: { ...tracker, asideAt, lastAt: last.at, standing, direction, ignition, inside },
  };
}

export async function foldLate(
  tx: Tx,
  tracker: Tracker,
  judged: readonly Fix[],
  maxSpeedKmh: number,
): Promise<Pick<Brought, 'rows'> & Pick<TrackerAfter, 'standing'>> {
  const anchor = await countedBefore(tx, tracker.vehicle, judged[0]!.at);
  const rows: FoldedFix[] = [];
  let standing = tracker.standing;
  let folding: Folding | null = {
    standing: { anchor, rival: null },
    left: judged,
    after: anchor?.at ?? Number.NEGATIVE_INFINITY,
  };
  while (folding) {
    const read = await judgedAfter(tx, tracker.vehicle, folding.after, page);
    const folded = foldPage(folding, read, read.length < page, maxSpeedKmh);
    rows.push(...folded.rows);
    if (folded.toTheEnd) ({ standing } = folded);
    folding = folded.next;
  }
  return { rows, standing };
}

const counts = (row: FoldedFix): boolean => row.quality === quality.counted;
const isOtherwise = ({ before, ...row }: FoldedFix): boolean =>
  before !== undefined && (before.quality !== row.quality || before.stepDm !== row.stepDm);
const inDegrees = ({ at, latitude, longitude }: FoldedFix) => ({
  at,
  latitude: latitude / 1e6,
  longitude: longitude / 1e6,
});

function rowsOf({ tracker: { vehicle, unit }, fixes, rows }: Brought): PositionRow[] {
  const judged = new Map(rows.map((row) => [row.at, row]));
  return fixes.map((fix) => ({
    ...fix,
    vehicle,
    unit,
    quality: fix.aside ?? judged.get(fix.at)!.quality,
    stepDm: fix.aside === null ? judged.get(fix.at)!.stepDm : 0,
  }));
}

export function dayChanges({ tracker: { vehicle, unit }, rows }: Pick<Brought, 'tracker' | 'rows'>): DayChange[] {
  const days = new Map<string, { dm: number; points: number }>();
  for (const { at, dm, points } of changesOf(rows)) {
    const day = dayOf(new Date(at));
    const was = days.get(day);
    if (was) {
      was.dm += dm;
      was.points += points;
    } else days.set(day, { dm, points });
  }
  return [...days].map(([day, change]) => ({ vehicle, unit, day, ...change }));
}

export function tripChanges(brought: readonly Pick<Brought, 'tracker' | 'rows'>[], trips: readonly TripSpan[]) {
  const byVehicle = new Map(brought.map(({ tracker, rows }) => [tracker.vehicle, rows]));
  return trips.flatMap(({ trip, vehicle, from, to }) => {
    const own = changesOf(byVehicle.get(vehicle)!).filter(({ at }) => at > from && at <= to);
    const dm = own.reduce((sum, change) => sum + change.dm, 0);
    const points = own.reduce((sum, change) => sum + change.points, 0);
    return dm === 0 && points === 0 ? [] : [{ trip, dm, points }];
  });
}

/** One batch, and one fact, for each unit that it reaches. */
const batchFacts = (brought: readonly Brought[]): FactDraft[] =>
  [...Map.groupBy(brought, ({ tracker }) => tracker.unit)].map(([unit, own]) => {
    const fixes = own.flatMap((each) => each.fixes);
    const times = fixes.map(({ at }) => at);
    return PositionsReceived.of({
      object: { kind: 'vehicles.positions', id: newId() },
      unit,
      body: {
        vehicles: own.length,
        positions: fixes.length,
        aside: fixes.filter(({ aside }) => aside !== null).length,
        from: new Date(least(times)).toISOString(),
        to: new Date(most(times)).toISOString(),
      },
    });
  });

const crossingFacts = (brought: readonly Brought[], plates: ReadonlyMap<Id, string>): FactDraft[] =>
  brought.flatMap(({ tracker: { vehicle, unit }, crossings, stays }) => [
    ...crossings.map(({ fence, way, at }) =>
      (way === 'entered' ? FenceEntered : FenceLeft).of({
        object: { kind: 'vehicles.vehicle', id: vehicle },
        unit,
        body: { fence: fence.id, name: fence.name, plate: plates.get(vehicle) ?? '', at: new Date(at).toISOString() },
        happenedAt: new Date(at),
      }),
    ),
    ...stays.map(({ fence, at, minutes }) =>
      FenceStayed.of({
        object: { kind: 'vehicles.vehicle', id: vehicle },
        unit,
        body: {
          fence: fence.id,
          name: fence.name,
          plate: plates.get(vehicle) ?? '',
          at: new Date(at).toISOString(),
          minutes,
        },
        happenedAt: new Date(at),
      }),
    ),
  ]);

/** What some fence asks of the vehicles of a batch; of most batches nothing. */
async function askedBy(tx: Tx, fences: readonly Fence[], trackers: readonly Tracker[]): Promise<Fenced> {
  const vehicles = trackers.map(({ vehicle }) => vehicle);
  return {
    fences,
    categories: fences.some(({ categories }) => categories.length > 0) ? await categoriesOf(tx, vehicles) : new Map(),
    visits: fences.some(({ stayMinutes }) => stayMinutes !== null) ? await visitsOf(tx, vehicles) : null,
  };
}

const keepingVisits = (tx: Tx, brought: readonly Brought[]): Promise<void>[] => {
  const now = brought.flatMap(({ tracker: { vehicle, unit }, visits }) => (visits ? [{ vehicle, unit, visits }] : []));
  return now.length === 0 ? [] : [keepVisits(tx, now)];
};
