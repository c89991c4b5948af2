import { isRefusal, type Job, type JobRun } from '@opengoa/kernel';
import { solve, type Solving } from '@opengoa/kernel/solve';
import { type Allocation, type AllocationRoom, questionOf } from './allocation.ts';
import { findAllocation, roomsOfAllocation } from './allocation-store.ts';
import { explainLacks } from './explain-lacks.ts';
import { judgePlacing } from './judge-placing.ts';
import { planAllocation } from './plan-allocation.ts';
import type { AllocationQuestion } from './question.ts';

/** How often it is asked whether somebody stopped or dropped it. */
const askEveryMs = 1_500;
/** Of the time that was given, beside it: what keeping units together costs. */
const compactnessShare = 0.3;

/** 求解统筹配置: looks for the plan of a draft, and keeps what it found through a verb. */
export const searchAllocation: Job = {
  name: 'search-allocation',
  title: { zh: '求解统筹配置', en: 'Search for an allocation' },
  async run(run, asked) {
    const id = String(asked['allocation']);
    const turn = Number(asked['turn']);
    const known = await run.reading(async (tx) => ({
      allocation: await findAllocation(tx, id),
      rooms: await roomsOfAllocation(tx, id),
    }));
    if (known.allocation.turns !== turn || known.allocation.state === 'dropped') return;
    const answer = await searched(known, run, solve);
    if (!answer) return;
    const kept = await run.verb('space.keep-allocation', { allocation: id, turn, ...answer });
    // Dropped a moment ago: nothing is left to do.
    if (isRefusal(kept) && kept.code !== 'not-now') throw new Error(`what was found was not kept: ${kept.code}`);
  },
};

async function searched(
  { allocation, rooms }: { allocation: Allocation; rooms: readonly AllocationRoom[] },
  run: JobRun,
  solving: Solving,
) {
  const question = questionOf(allocation, rooms, allocation.turns > 1);
  const { signal, dropped, end } = watched(allocation, run);
  try {
    const plan = await planAllocation(question, solving, allocation.seconds, {
      signal,
      progress: ({ seconds }) => run.progress(Math.min(Math.round(seconds), allocation.seconds), allocation.seconds),
    });
    if (dropped()) return undefined;
    const compactness = signal.aborted ? null : await priceOfCompactness(question, plan, allocation.seconds, solving);
    const lacks = await explainLacks(question, plan.placing, solving, signal);
    const { cost, bound, gap, cutShort, byFloors, seconds } = plan;
    return {
      found: { cost, bound, gap, cutShort, byFloors, seconds, compactness, lacks: lacks.map((lack) => ({ ...lack })) },
      placing: [...plan.placing].map(([room, unit]) => ({ room, unit })),
    };
  } finally {
    end();
  }
}

/** SA-10: what the rest of the plan could save if nobody asked that units stay together; null where that was not found. */
async function priceOfCompactness(
  question: AllocationQuestion,
  { placing }: { readonly placing: ReadonlyMap<string, string> },
  seconds: number,
  solving: Solving,
): Promise<number | null> {
  const apart = { ...question, weights: { ...question.weights, floor: 0 } };
  const without = await planAllocation(apart, solving, seconds * compactnessShare);
  const price = judgePlacing(apart, placing).cost.sum - without.cost;
  return price >= 0 ? price : null;
}

/** Ends the search when the draft says so, or the program stops. */
function watched({ id }: Allocation, run: JobRun) {
  const stop = new AbortController();
  let dropped = false;
  let asking = false;
  const onEnd = () => stop.abort(run.signal.reason);
  run.signal.addEventListener('abort', onEnd, { once: true });
  const timer = setInterval(() => {
    if (asking) return;
    asking = true;
    void run
      .reading((tx) => findAllocation(tx, id))
      .then(({ state }) => {
        dropped = state === 'dropped';
        if (state !== 'searching') stop.abort(new Error('no longer wanted'));
      })
      .catch(() => undefined)
      .finally(() => (asking = false));
  }, askEveryMs);
  return {
    signal: stop.signal,
    dropped: () => dropped,
    end() {
      clearInterval(timer);
      run.signal.removeEventListener('abort', onEnd);
    },
  };
}
