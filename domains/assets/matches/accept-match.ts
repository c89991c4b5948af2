import { inScope, isRefusal, sql, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { oneAtATime } from '../warehouse/warehouse-store.ts';
import { AcceptMatch, MatchAccepted } from './contract.ts';
import { demandsWhere, idleWhere, inStoreForAll, refusedPairs } from './question.ts';
import { takeMatch, takingRefusals } from './take-match.ts';

const who = ['assets-clerk', 'clerk'] as const;

/** 采用匹配: the receiver takes up what was found for its demand; the giver's head is asked next. */
export const acceptMatch = verb('assets.accept-match', {
  title: { zh: '采用', en: 'Take it up' },
  input: AcceptMatch,
  who,
  on: 'assets.demand',
  facts: [MatchAccepted],
  refusals: [...takingRefusals],
  result: z.strictObject({ match: z.uuid() }),
  async load(tx, { demand: id, offer }, context) {
    const { unit } = await tx.one<{ unit: string }>(
      sql`select unit_id as unit from assets.demand where id = ${id} for update`,
    );
    await oneAtATime(tx, offer);
    const [demand] = await demandsWhere(tx, sql`d.id = ${id}`);
    const [idle] = await idleWhere(
      tx,
      sql`o.id = ${offer} and (${inStoreForAll} or ${inScope(context, who, 'o.unit_id')})`,
      context.today,
    );
    return { unit, demand, idle, refused: await refusedPairs(tx, context.today) };
  },
  at: ({ unit }) => ({ unit }),
  decide(known, { quantity }, context) {
    const facts = takeMatch({ ...known, quantity }, context);
    if (isRefusal(facts)) return facts;
    return { facts, result: { match: facts[0]!.object.id } };
  },
});
