import { isRefusal, type Job, sql } from '@opengoa/kernel';
import { solve } from '@opengoa/kernel/solve';
import { matchWhole } from '../matching/match-whole.ts';
import { demandsWhere, idleWhere, refusedPairs, rules } from './question.ts';
import { withRoomInStandard } from './room-in-standard.ts';

/** Most time for the search: what was found by then is told with its gap. */
const seconds = 60;

/** 全系统撮合: the search over all that is needed and all that lies idle below a unit. */
export const findPlan: Job = {
  name: 'find-plan',
  title: { zh: '全系统撮合', en: 'Find the matches of the whole tree' },
  async run({ context, reading, verb, progress, signal }, asked) {
    const plan = String(asked['plan']);
    const { today, organisation } = context;
    const known = await reading(async (tx) => {
      const [row] = await tx.rows<{ unit: string }>(
        sql`select unit_id as unit from assets.pool_plan where id = ${plan} and state = 'working'`,
      );
      if (!row) return null;
      const units = [...organisation.unitsBelow(row.unit)];
      return {
        demands: await withRoomInStandard(
          tx,
          (
            await demandsWhere(
              tx,
              sql`d.state = 'open' and d.need_by >= ${today} and d.unit_id = any (${units}::uuid[])`,
            )
          ).filter(({ left }) => left > 0),
          context,
        ),
        idle: (await idleWhere(tx, sql`o.unit_id = any (${units}::uuid[])`, today)).filter(({ pieces }) => pieces > 0),
        refused: await refusedPairs(tx, today),
      };
    });
    if (!known) return;
    const stop = new AbortController();
    const either = AbortSignal.any([signal, stop.signal]);
    let told = 0;
    let telling: Promise<unknown> = Promise.resolve();
    const found = await matchWhole({ ...known, rules }, solve, seconds, {
      signal: either,
      progress: (done, of) => {
        progress(done, of);
        // One at a time, and not more often than somebody looks.
        if (done < of && Date.now() - told < 1_000) return;
        told = Date.now();
        telling = telling.then(async () => {
          if (isRefusal(await verb('assets.move-plan', { plan, done, of }))) stop.abort();
        });
      },
    });
    await telling;
    if (either.aborted) return;
    const demands = new Map(known.demands.map((row) => [row.id, row]));
    const idle = new Map(known.idle.map((row) => [row.id, row]));
    const answer = await verb('assets.keep-plan', {
      plan,
      summary: {
        demands: demands.size,
        things: idle.size,
        pieces: found.pieces,
        urgentPieces: found.urgentPieces,
        savedFen: found.savedFen,
        avoidedFen: found.avoidedFen,
        transportFen: found.transportFen,
        greedyPieces: found.greedy.pieces,
        greedySavedFen: found.greedy.savedFen,
        unfairPieces: found.unfairPieces,
        admissible: found.admissible,
        unmetPieces: found.unmet.reduce((sum, { pieces }) => sum + pieces, 0),
        gap: found.gap,
        cutShort: found.cutShort,
        seconds: found.seconds,
      },
      lines: found.taken.map((pair) => {
        const [demand, thing] = [demands.get(pair.demand)!, idle.get(pair.idle)!];
        return {
          demand: demand.id,
          offer: thing.id,
          receiver: demand.unit,
          giver: thing.unit,
          name: thing.name,
          needed: demand.name,
          quantity: pair.given,
          score: pair.score,
          savedFen: pair.valueFen * pair.given,
          transportFen: pair.transportFen * pair.given,
        };
      }),
    });
    if (isRefusal(answer) && answer.code !== 'plan-stopped') throw new Error(answer.code);
  },
};
