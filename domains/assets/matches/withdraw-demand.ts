import { refuse, sql, stale, verb } from '@opengoa/kernel';
import { DemandWithdrawn, WithdrawDemand } from './contract.ts';
import { demandMoves, demandOf } from './demand.ts';
import { demandsWhere } from './question.ts';

/** 撤回需求: as long as nothing is on its way for it. */
export const withdrawDemand = verb('assets.withdraw-demand', {
  title: { zh: '撤回需求', en: 'Withdraw a demand' },
  input: WithdrawDemand,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.demand',
  facts: [DemandWithdrawn],
  refusals: ['not-found', 'not-now', 'stale-version', 'match-open'],
  async load(tx, { demand: id }) {
    const { unit } = await tx.one<{ unit: string }>(
      sql`select unit_id as unit from assets.demand where id = ${id} for update`,
    );
    const [demand] = await demandsWhere(tx, sql`d.id = ${id}`);
    const open = await tx.rows(sql`select 1 from assets.claim where demand_id = ${id} and state = 'held'`);
    return { demand: demand!, unit, open: open.length };
  },
  at: ({ unit }) => ({ unit }),
  decide({ demand, open }, { version, why }) {
    const closed = demandMoves.refusal(demand.state, 'assets.withdraw-demand');
    if (closed) return closed;
    if (version !== demand.version) return stale({ version: demand.version });
    if (open > 0) return refuse('match-open', { count: open }, { status: 409 });
    return [DemandWithdrawn.of({ object: demandOf(demand.id), unit: demand.unit, body: { why } })];
  },
});
