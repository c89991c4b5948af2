import { draftProgram, type SearchOptions, type Solving } from '@opengoa/kernel/solve';
import type { Demand, Idle, MatchRules, Pair } from './demand.ts';
import { bucketOf } from './judge-pair.ts';
import { mostPieces } from './most-pieces.ts';

/** Demands and stock that have to do with each other, and all pairs of them that would do. */
export interface Bucket {
  readonly demands: readonly Demand[];
  readonly idle: readonly Idle[];
  readonly pairs: readonly Pair[];
}

export interface BucketMatch {
  /** Pieces of each pair. */
  readonly given: ReadonlyMap<Pair, number>;
  /** Yuan of value less what unfairness is reckoned at; no answer of the bucket is above the bound. */
  readonly objective: number;
  readonly bound: number | null;
  readonly urgentPieces: number;
  /** Pieces that asking units are short of their fair share, since nothing suits them. */
  readonly unfairPieces: number;
  readonly cutShort: boolean;
}

/** So many pairs are searched all at once; of more only the best of each demand, and then those that the prices call for. */
const mostColumns = 30_000;
const bestPerDemand = 24;
const addedPerDemand = 4;
const rounds = 8;

/**
 * The best of one bucket: as many urgent pieces as can be, then least unfairness, then most value. A linear program first, whose prices prove that
 * no pair left out would be worth more; whole numbers are searched for only where it does not give them itself.
 */
export async function matchBucket(
  bucket: Bucket,
  rules: MatchRules,
  solving: Solving,
  until: () => number,
  options: SearchOptions,
): Promise<BucketMatch> {
  const model = modelOf(bucket, rules);
  const columns = firstColumns(bucket, model);
  let bound: number | null = null;
  let values: readonly number[] | null = null;
  let program = programOf(columns, model, false);
  for (let round = 0; round < rounds && until() > 0; round += 1) {
    const solved = await solving(program.program, null, until(), options);
    if (solved.cutShort || !solved.prices) break;
    values = solved.values;
    const missing = pricedOut(model, columns, solved.prices);
    const here = -solved.bound! + missing.most;
    bound = bound === null ? here : Math.min(bound, here);
    if (missing.pairs.length === 0) break;
    for (const pair of missing.pairs) columns.add(pair);
    program = programOf(columns, model, false);
    values = null;
  }
  const whole = values?.every((value) => Math.abs(value - Math.round(value)) < 1e-6) ?? false;
  let cutShort = false;
  if (!whole) {
    program = programOf(columns, model, true);
    const solved = await solving(program.program, program.start, Math.max(0.1, until()), options);
    values = solved.values;
    cutShort = solved.cutShort;
    if (bound === null && columns.size === bucket.pairs.length && solved.bound !== null) bound = -solved.bound;
  }
  const given = new Map<Pair, number>();
  program.pairs.forEach((pair, column) => {
    const pieces = Math.round(values![column]!);
    if (pieces > 0) given.set(pair, pieces);
  });
  const { objective, urgentPieces, unfairPieces } = reckoned(given, model);
  return { given, objective, bound, urgentPieces, unfairPieces, cutShort };
}

interface Model extends Bucket {
  readonly demandAt: ReadonlyMap<string, number>;
  readonly idleAt: ReadonlyMap<string, number>;
  readonly urgent: ReadonlySet<string>;
  /** What the flow of urgent pieces gives; most that can be. */
  readonly urgentWays: ReadonlyMap<Pair, number>;
  readonly urgentPieces: number;
  readonly fair: readonly FairShare[];
  /** Number of the share that a demand counts to. */
  readonly shareOf: (demand: Demand) => number | undefined;
  /** Yuan that a piece short of the fair share is reckoned at: more than any piece is worth. */
  readonly unfairYuan: number;
}

/** Pieces of a kind that an asking unit is to get at least. */
interface FairShare {
  readonly key: string;
  readonly pieces: number;
}

const shareKey = ({ class: code, unit }: Demand, rules: MatchRules): string => `${bucketOf(code, rules)} ${unit}`;

/** Of its proportional part of what lies idle of a kind, each asking unit is to get the share of the rules, in whole pieces. */
function fairShares({ demands, idle }: Bucket, rules: MatchRules): FairShare[] {
  const there = sums(
    idle,
    (each) => bucketOf(each.class, rules),
    ({ pieces }) => pieces,
  );
  const asked = sums(demands, (each) => bucketOf(each.class, rules), wantedOf);
  const byUnit = sums(demands, (each) => shareKey(each, rules), wantedOf);
  return [...byUnit].flatMap(([key, pieces]) => {
    const kind = key.split(' ', 1)[0]!;
    const part = ((there.get(kind) ?? 0) * pieces) / Math.max(1, asked.get(kind) ?? 0);
    const least = Math.floor(rules.fairShare * Math.min(pieces, part));
    return least > 0 ? [{ key, pieces: least }] : [];
  });
}

function sums<Thing>(
  things: readonly Thing[],
  key: (thing: Thing) => string,
  pieces: (thing: Thing) => number,
): Map<string, number> {
  const found = new Map<string, number>();
  for (const thing of things) found.set(key(thing), (found.get(key(thing)) ?? 0) + pieces(thing));
  return found;
}

const yuan = ({ valueFen }: Pair): number => valueFen / 100;
const wantedOf = ({ pieces, allowed }: Demand): number => Math.min(pieces, allowed ?? Infinity);

function modelOf(bucket: Bucket, rules: MatchRules): Model {
  const { demands, idle, pairs } = bucket;
  const demandAt = new Map(demands.map(({ id }, i) => [id, i]));
  const idleAt = new Map(idle.map(({ id }, j) => [id, j]));
  const urgent = new Set(demands.filter((demand) => demand.urgent).map(({ id }) => id));
  const urgentPairs = pairs.filter(({ demand }) => urgent.has(demand));
  const flow = mostPieces({
    wanted: demands.map(wantedOf),
    there: idle.map(({ pieces }) => pieces),
    ways: urgentPairs.map((pair) => ({
      demand: demandAt.get(pair.demand)!,
      idle: idleAt.get(pair.idle)!,
      pieces: pair.pieces,
    })),
  });
  const urgentWays = new Map(urgentPairs.flatMap((pair, k) => (flow[k]! > 0 ? [[pair, flow[k]!] as const] : [])));
  const fair = fairShares(bucket, rules);
  const fairAt = new Map(fair.map(({ key }, k) => [key, k]));
  return {
    ...bucket,
    demandAt,
    idleAt,
    urgent,
    urgentWays,
    urgentPieces: flow.reduce((sum, pieces) => sum + pieces, 0),
    fair,
    shareOf: (demand) => fairAt.get(shareKey(demand, rules)),
    unfairYuan: 2 * pairs.reduce((most, pair) => Math.max(most, yuan(pair)), 0) + 1,
  };
}

function firstColumns({ demands, pairs }: Bucket, { urgentWays }: Model): Set<Pair> {
  if (pairs.length <= mostColumns) return new Set(pairs);
  const byDemand = Map.groupBy(pairs, ({ demand }) => demand);
  const best = demands.flatMap(({ id }) =>
    (byDemand.get(id) ?? []).toSorted((a, b) => b.valueFen - a.valueFen).slice(0, bestPerDemand),
  );
  return new Set([...best, ...urgentWays.keys()]);
}

/** Rows: demands, stock, urgent pieces, fair shares. Columns: pairs, then what units are short of their share. */
function programOf(columns: ReadonlySet<Pair>, model: Model, whole: boolean) {
  const { demands, idle, demandAt, idleAt, urgent, fair, shareOf } = model;
  const pairs = [...columns];
  const draft = draftProgram();
  const ofDemand: number[][] = demands.map(() => []);
  const ofIdle: number[][] = idle.map(() => []);
  const ofUrgent: number[] = [];
  const ofFair: number[][] = fair.map(() => []);
  for (const pair of pairs) {
    const column = draft.column({ cost: -yuan(pair), upper: pair.pieces, whole });
    const demand = demandAt.get(pair.demand)!;
    ofDemand[demand]!.push(column);
    ofIdle[idleAt.get(pair.idle)!]!.push(column);
    if (urgent.has(pair.demand)) ofUrgent.push(column);
    const share = shareOf(demands[demand]!);
    if (share !== undefined) ofFair[share]!.push(column);
  }
  const ones = (list: readonly number[]) => list.map((column) => [column, 1] as const);
  demands.forEach((demand, i) => draft.row(ones(ofDemand[i]!), { to: wantedOf(demand) }));
  idle.forEach(({ pieces }, j) => draft.row(ones(ofIdle[j]!), { to: pieces }));
  draft.row(ones(ofUrgent), { from: model.urgentPieces });
  fair.forEach(({ pieces }, k) => {
    const short = draft.column({ cost: model.unfairYuan, upper: pieces, whole: false });
    draft.row(ones([...ofFair[k]!, short]), { from: pieces });
  });
  const program = draft.done();
  // What the urgent are given stands at the beginning; the shares are then short of all the rest.
  const start = new Float64Array(program.cost.length);
  pairs.forEach((pair, column) => (start[column] = model.urgentWays.get(pair) ?? 0));
  const short = shortOf(model.urgentWays, model);
  fair.forEach((_share, k) => (start[pairs.length + k] = short[k]!));
  return { program, pairs, start };
}

/** Pairs that the prices of the linear program call for, and how many yuan they could add at most. */
function pricedOut(model: Model, columns: ReadonlySet<Pair>, prices: readonly number[]) {
  const { demands, idle, demandAt, idleAt, urgent, shareOf } = model;
  const urgentRow = demands.length + idle.length;
  const byDemand = new Map<string, { pair: Pair; gain: number }[]>();
  if (columns.size === model.pairs.length) return { pairs: [], most: 0 };
  for (const pair of model.pairs) {
    if (columns.has(pair)) continue;
    const demand = demandAt.get(pair.demand)!;
    const share = shareOf(demands[demand]!);
    // The program is of least cost: a column gains what its price pays beyond its cost.
    const gain =
      yuan(pair) +
      prices[demand]! +
      prices[demands.length + idleAt.get(pair.idle)!]! +
      (urgent.has(pair.demand) ? prices[urgentRow]! : 0) +
      (share === undefined ? 0 : prices[urgentRow + 1 + share]!);
    if (gain > 1e-6) byDemand.set(pair.demand, [...(byDemand.get(pair.demand) ?? []), { pair, gain }]);
  }
  let most = 0;
  const pairs: Pair[] = [];
  for (const [demand, list] of byDemand) {
    const inOrder = list.toSorted((a, b) => b.gain - a.gain);
    most += inOrder[0]!.gain * wantedOf(demands[demandAt.get(demand)!]!);
    pairs.push(...inOrder.slice(0, addedPerDemand).map(({ pair }) => pair));
  }
  return { pairs, most };
}

/** Pieces that each fair share is short of. */
function shortOf(given: ReadonlyMap<Pair, number>, { demands, demandAt, fair, shareOf }: Model): number[] {
  const short = fair.map(({ pieces }) => pieces);
  for (const [pair, pieces] of given) {
    const share = shareOf(demands[demandAt.get(pair.demand)!]!);
    if (share !== undefined) short[share] = Math.max(0, short[share]! - pieces);
  }
  return short;
}

/** What an answer comes to. */
function reckoned(given: ReadonlyMap<Pair, number>, model: Model) {
  let value = 0;
  let urgentPieces = 0;
  for (const [pair, pieces] of given) {
    value += pieces * yuan(pair);
    if (model.urgent.has(pair.demand)) urgentPieces += pieces;
  }
  const unfairPieces = shortOf(given, model).reduce((sum, pieces) => sum + pieces, 0);
  return { objective: value - model.unfairYuan * unfairPieces, urgentPieces, unfairPieces };
}
