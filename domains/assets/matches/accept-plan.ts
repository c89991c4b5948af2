import { type FactDraft, type Id, isRefusal, refuse, sql, stale, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { oneAtATime } from '../warehouse/warehouse-store.ts';
import { AcceptPlan, MatchAccepted, PlanAccepted } from './contract.ts';
import { planMoves, planOf } from './demand.ts';
import { lockPlan } from './match-store.ts';
import { demandsWhere, idleWhere, refusedPairs } from './question.ts';
import { takeMatch } from './take-match.ts';

interface Row {
  readonly id: Id;
  readonly demand: Id;
  readonly offer: Id;
  readonly quantity: number;
  readonly receiver: Id;
}

/** 采纳方案: whole, or line by line. Each line becomes a match that its giver is asked for; one that no longer suits stays behind and is told. */
export const acceptPlan = verb('assets.accept-plan', {
  title: { zh: '采纳', en: 'Accept the plan' },
  input: AcceptPlan,
  who: ['assets-clerk', 'leader', 'superior'],
  on: 'assets.pool-plan',
  facts: [PlanAccepted, MatchAccepted],
  refusals: ['not-now', 'stale-version', 'nothing-to-accept'],
  result: z.strictObject({ accepted: z.int(), behind: z.int() }),
  async load(tx, { plan: id, lines: chosen }, { today }) {
    const plan = await lockPlan(tx, id);
    const lines = await tx.rows<Row>(sql`
      select id, demand_id as demand, offer_id as offer, quantity, receiver_id as receiver from assets.pool_plan_line
       where plan_id = ${id} and state = 'open' and (cardinality(${[...chosen]}::uuid[]) = 0 or id = any (${[...chosen]}::uuid[]))
       order by offer_id, id for update`);
    for (const { offer } of lines) await oneAtATime(tx, offer);
    const of = (name: 'demand' | 'offer') => lines.map((line) => line[name]);
    return {
      plan,
      lines,
      demands: new Map((await demandsWhere(tx, sql`d.id = any (${of('demand')}::uuid[])`)).map((row) => [row.id, row])),
      idle: new Map((await idleWhere(tx, sql`o.id = any (${of('offer')}::uuid[])`, today)).map((row) => [row.id, row])),
      refused: await refusedPairs(tx, today),
    };
  },
  at: ({ plan, lines }) => [{ unit: plan.unit }, ...lines.map(({ receiver }) => ({ unit: receiver }))],
  decide({ plan, lines, demands, idle, refused }, { version, lines: chosen }, context) {
    const closed = planMoves.refusal(plan.state, 'assets.accept-plan');
    if (closed) return closed;
    if (version !== plan.version) return stale({ version: plan.version });
    const facts: FactDraft[] = [];
    const accepted: Id[] = [];
    const taken = new Map<Id, number>();
    for (const line of lines) {
      const [demand, thing] = [demands.get(line.demand), idle.get(line.offer)];
      const left = (row: { id: Id } | undefined, before: number) => before - (row ? (taken.get(row.id) ?? 0) : 0);
      const made = takeMatch(
        {
          demand: demand && { ...demand, left: left(demand, demand.left) },
          idle: thing && { ...thing, pieces: left(thing, thing.pieces) },
          refused,
          quantity: line.quantity,
          plan: plan.id,
        },
        context,
      );
      if (isRefusal(made)) continue;
      for (const id of [line.demand, line.offer]) taken.set(id, (taken.get(id) ?? 0) + line.quantity);
      facts.push(...made);
      accepted.push(line.id);
    }
    if (accepted.length === 0) return refuse('nothing-to-accept', {}, { status: 409 });
    return {
      facts: [
        PlanAccepted.of({
          object: planOf(plan.id),
          unit: plan.unit,
          body: { lines: accepted, whole: chosen.length === 0 },
        }),
        ...facts,
      ],
      result: { accepted: accepted.length, behind: lines.length - accepted.length },
    };
  },
});
