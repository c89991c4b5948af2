import { runApart, type SearchOptions, type Solving } from '@opengoa/kernel/solve';
import type { AnnealOrder } from './anneal.ts';
import { firstPlacing } from './first-placing.ts';
import { floorModel } from './floor-model.ts';
import { gapTo, judgePlacing } from './judge-placing.ts';
import { regroup } from './regroup.ts';
import { type AllocationQuestion, type Placing, todayOf } from './question.ts';
import { roomModel } from './room-model.ts';

const annealing = new URL('anneal.ts', import.meta.url);

export interface AllocationPlan {
  readonly placing: Placing;
  /** What it comes to, in square metres’ worth; SA-10. */
  readonly cost: number;
  /** No allocation at all costs less. */
  readonly bound: number | null;
  readonly gap: number | null;
  readonly cutShort: boolean;
  /** The question is too large at once: the bound was proved by floors. */
  readonly byFloors: boolean;
  readonly seconds: number;
}

export interface PlanStep {
  readonly stage: 'floors' | 'rooms' | 'better' | 'all';
  readonly seconds: number;
  readonly gap: number | null;
}

/** Up to so many choices the rooms are searched all at once. */
const atOnce = 2_000;
/** Near enough: what is left is less than what areas are measured to. */
const enoughGap = 0.002;
/** Of the time; what comes after it makes better what was found. */
const tryingShare = 0.4;

/**
 * Units to rooms: nobody short, least area, few floors, few moves. A small question is solved as it is. Of a large one a bound is proved
 * by floors, whose areas may be cut anywhere, while rooms are tried by annealing and then made better group by group, by programs.
 * @param solving the search, in a thread of its own in the program
 * @param seconds most time for it
 */
export async function planAllocation(
  question: AllocationQuestion,
  solving: Solving,
  seconds: number,
  { signal, progress }: { signal?: AbortSignal; progress?: (step: PlanStep) => void } = {},
): Promise<AllocationPlan> {
  const begin = performance.now();
  const spent = () => (performance.now() - begin) / 1000;
  const options = (stage: PlanStep['stage']): SearchOptions => ({
    enoughGap,
    ...(signal ? { signal } : {}),
    progress: ({ gap }) => progress?.({ stage, seconds: spent(), gap }),
  });
  const costOf = (placing: Placing) => judgePlacing(question, placing).cost.sum;
  const best = (...placings: readonly Placing[]) => placings.toSorted((a, b) => costOf(a) - costOf(b))[0]!;
  const first = best(firstPlacing(question), ...keeps(question));
  const whole = roomModel(question, () => true);
  const done = (placing: Placing, bound: number | null, byFloors: boolean): AllocationPlan => {
    const cost = costOf(placing);
    const gap = gapTo(bound, cost);
    const cutShort = gap === null || gap > enoughGap;
    return { placing, cost, bound, gap, cutShort, byFloors, seconds: Math.round(10 * spent()) / 10 };
  };
  if (whole.choices <= atOnce) {
    const { program, offset } = whole;
    const found = await solving(program, whole.startOf(first), seconds, { ...options('all'), enoughGap: 0.0001 });
    return done(best(whole.placingOf(found.values), first), found.bound === null ? null : found.bound + offset, false);
  }
  // Two threads: one proves by floors what no allocation can cost less than, the other looks for rooms.
  const floors = floorModel(question);
  const proving = solving(floors.program, floors.startOf(first), seconds * 0.95, options('floors'));
  const order: AnnealOrder = { question, placing: [...first], seconds: seconds * tryingShare, seed: 1 };
  const tried = await runApart<AnnealOrder, [string, string][]>(annealing, order, signal ? { signal } : {}).then(
    (pairs): Placing => new Map(pairs),
    (fault: unknown) => {
      if (signal?.aborted) return first;
      throw fault;
    },
  );
  progress?.({ stage: 'rooms', seconds: spent(), gap: null });
  const placing = await regroup(question, best(tried, first), solving, {
    until: () => (signal?.aborted ? 0 : seconds - spent()),
    options: { ...options('better'), enoughGap: 0.001 },
  });
  const proved = await proving;
  const bound = proved.bound === null ? null : proved.bound + floors.offset;
  return done(placing, bound, true);
}

/** Today as it stands, where it keeps all rules. */
function keeps(question: AllocationQuestion): Placing[] {
  const today = todayOf(question);
  return judgePlacing(question, today).broken.some(({ rule }) => rule !== 'short') ? [] : [today];
}
