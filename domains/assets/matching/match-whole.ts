import { setImmediate as turn } from 'node:timers/promises';
import { type Words, words } from '@opengoa/kernel';
import type { SearchOptions, Solving } from '@opengoa/kernel/solve';
import type { Demand, Pair, Taken } from './demand.ts';
import { takeGreedily } from './greedy.ts';
import { bucketOf } from './judge-pair.ts';
import { type Bucket, matchBucket } from './match-bucket.ts';
import { type MatchQuestion, pairsByDemand } from './pairs-of.ts';

/** What an answer of the whole tree comes to. */
export interface MatchSum {
  readonly pieces: number;
  readonly urgentPieces: number;
  /** Money saved: avoided purchases less transport, refurbishment and penalties. */
  readonly savedFen: number;
  readonly avoidedFen: number;
  readonly transportFen: number;
  readonly refurbishFen: number;
}

export interface WholeMatch extends MatchSum {
  readonly taken: readonly Taken[];
  /** What going down the list would give, beside it. */
  readonly greedy: MatchSum;
  readonly unmet: readonly { readonly demand: Demand; readonly pieces: number; readonly why: Words }[];
  /** Pairs that would do, of all. */
  readonly admissible: number;
  /** Pieces that units stay below their fair share, since nothing suits them. */
  readonly unfairPieces: number;
  /** Relative gap to the best there could be, over all pairs, also those the search left out; null when no bound was found. */
  readonly gap: number | null;
  readonly cutShort: boolean;
  readonly seconds: number;
}

/** Searches that run at once. */
const threads = 2;
/** Buckets are put together up to so many pairs: a thread costs more than a small bucket. */
const pairsTogether = 12_000;
/** The event loop is given back after so many milliseconds of comparing. */
const sliceMs = 15;

/**
 * The best for the whole tree: as many urgent pieces as can be, then fair shares, then most money saved. Kinds of things have nothing to do with
 * each other and are searched apart; the answer of each is proved against all its pairs.
 * @param solving the search, in a thread of its own in the program
 * @param seconds most time for it
 */
export async function matchWhole(
  question: MatchQuestion,
  solving: Solving,
  seconds: number,
  { signal, progress }: { signal?: AbortSignal; progress?: (done: number, of: number) => void } = {},
): Promise<WholeMatch> {
  const begin = performance.now();
  const until = () => seconds - (performance.now() - begin) / 1000;
  const { byBucket, greedyOf } = await bucketsOf(question);
  const chunks = chunksOf(byBucket);
  const pairs = byBucket.flatMap((bucket) => bucket.pairs);
  const options: SearchOptions = signal ? { signal } : {};
  const taken: Taken[] = [];
  let objective = 0;
  let bound: number | null = 0;
  let unfairPieces = 0;
  let cutShort = false;
  let done = 0;
  const waiting = chunks.values();
  const work = async () => {
    for (const chunk of waiting) {
      const found = await matchBucket(chunk, question.rules, solving, until, options);
      for (const [pair, given] of found.given) taken.push({ ...pair, given });
      objective += found.objective;
      bound = bound === null || found.bound === null ? null : bound + found.bound;
      unfairPieces += found.unfairPieces;
      cutShort ||= found.cutShort;
      progress?.((done += 1), chunks.length);
    }
  };
  await Promise.all(Array.from({ length: threads }, work));
  const demands = new Map(question.demands.map((demand) => [demand.id, demand]));
  return {
    ...sumOf(taken, demands),
    taken: taken.toSorted((a, b) => b.valueFen * b.given - a.valueFen * a.given || a.demand.localeCompare(b.demand)),
    greedy: sumOf(greedyOf(), demands),
    unmet: unmetOf(question.demands, taken, pairs),
    admissible: pairs.length,
    unfairPieces,
    gap: bound === null ? null : Math.max(0, (bound - objective) / Math.max(1, Math.abs(bound))),
    cutShort,
    seconds: Math.round((performance.now() - begin) / 10) / 100,
  };
}

/** Compares demand by demand, and lets the program answer in between. */
async function bucketsOf(question: MatchQuestion): Promise<{ byBucket: Bucket[]; greedyOf: () => Taken[] }> {
  const demands = Map.groupBy(question.demands, (each) => bucketOf(each.class, question.rules));
  const idle = Map.groupBy(question.idle, (each) => bucketOf(each.class, question.rules));
  const byBucket: Bucket[] = [];
  let since = performance.now();
  for (const [bucket, asking] of demands) {
    const there = idle.get(bucket) ?? [];
    const pairs: Pair[] = [];
    for (const found of pairsByDemand({ ...question, demands: asking, idle: there })) {
      // Not by spreading: a demand may suit more things than a call takes arguments.
      for (const pair of found) pairs.push(pair);
      if (performance.now() - since > sliceMs) {
        await turn();
        since = performance.now();
      }
    }
    if (pairs.length > 0) byBucket.push({ demands: asking, idle: there, pairs });
  }
  const greedyOf = () =>
    byBucket.flatMap((bucket) =>
      takeGreedily(
        bucket.pairs,
        new Map(bucket.demands.map((each) => [each.id, each])),
        new Map(bucket.idle.map((each) => [each.id, each])),
      ),
    );
  return { byBucket, greedyOf };
}

/** Small buckets together, large ones alone; large first, so that none is left at the end with one thread idle. */
function chunksOf(buckets: readonly Bucket[]): Bucket[] {
  const chunks: Bucket[] = [];
  let open: Bucket | null = null;
  for (const bucket of buckets.toSorted((a, b) => b.pairs.length - a.pairs.length)) {
    if (open && open.pairs.length + bucket.pairs.length <= pairsTogether) {
      open = joined(open, bucket);
      chunks[chunks.length - 1] = open;
    } else chunks.push((open = bucket));
  }
  return chunks;
}

const joined = (a: Bucket, b: Bucket): Bucket => ({
  demands: [...a.demands, ...b.demands],
  idle: [...a.idle, ...b.idle],
  pairs: [...a.pairs, ...b.pairs],
});

export function sumOf(taken: readonly Taken[], demands: ReadonlyMap<string, Demand>): MatchSum {
  const sum = (of: (pair: Taken) => number) => taken.reduce((all, pair) => all + pair.given * of(pair), 0);
  return {
    pieces: sum(() => 1),
    urgentPieces: sum(({ demand }) => Number(demands.get(demand)!.urgent)),
    savedFen: sum(({ valueFen }) => valueFen),
    avoidedFen: sum(({ avoidedFen }) => avoidedFen),
    transportFen: sum(({ transportFen }) => transportFen),
    refurbishFen: sum(({ refurbishFen }) => refurbishFen),
  };
}

/** Demands that stay open in whole or in part: to be bought, and why. */
function unmetOf(demands: readonly Demand[], taken: readonly Taken[], pairs: readonly Pair[]): WholeMatch['unmet'] {
  const got = new Map<string, number>();
  for (const { demand, given } of taken) got.set(demand, (got.get(demand) ?? 0) + given);
  const suited = new Set(pairs.map(({ demand }) => demand));
  return demands.flatMap((demand) => {
    const pieces = demand.pieces - (got.get(demand.id) ?? 0);
    if (pieces <= 0) return [];
    const why =
      demand.allowed !== null && demand.allowed < demand.pieces
        ? words(`配置标准内只可再配 ${demand.allowed}`, `Its standard has room for ${demand.allowed} only`)
        : suited.has(demand.id)
          ? words('合适的闲置资产给了更急需或更节省的需求', 'What suits it saves more, or is more urgent, elsewhere')
          : words('没有合适的闲置资产', 'Nothing that lies idle suits it');
    return [{ demand, pieces, why }];
  });
}
