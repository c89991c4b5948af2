import { isRefusal, nearestHolders, newId, refuse, sql, TaskEnded, type Tx, verb, type Context } from '@opengoa/kernel';
import { DemandRaised } from '../matches/contract.ts';
import { demandOf } from '../matches/demand.ts';
import { idleWhere, inStoreForAll } from '../matches/question.ts';
import { takeMatch, takingRefusals } from '../matches/take-match.ts';
import { nextNumber } from '../papers/next-number.ts';
import { oneAtATime } from '../warehouse/warehouse-store.ts';
import { answeredOf, endLookAgain, type KnownMatch, loadMatch, matchRefusal } from './answer-match.ts';
import { IdleTaken, type Match, TakeIdle } from './contract.ts';
import { isOwn } from './matches.ts';
import { purchaseOf } from './purchase.ts';

/**
 * 选用闲置资产: what lies idle is taken in the place of something new. A thing that another unit has put into the warehouse for all is taken by a demand
 * and a match: the giver’s head agrees, and the papers of the transfer follow. Of any other, whoever keeps it is told to hand it over, and the warehouse holds it until then.
 */
export const takeIdle = verb('assets.take-idle', {
  title: { zh: '选用', en: 'Take an idle thing' },
  input: TakeIdle,
  who: ['assets-clerk', 'clerk'],
  on: 'assets.purchase',
  facts: [IdleTaken, DemandRaised, TaskEnded],
  refusals: ['not-now', 'thing-not-idle', 'match-answered', 'nothing-left-to-take', ...takingRefusals],
  object: ({ purchase }) => purchase,
  async load(tx, input, context) {
    const known = await loadMatch(tx, input, context);
    return { ...known, pool: await poolOf(tx, known, context) };
  },
  at: ({ purchase }) => ({ unit: purchase.unit, object: purchase.id }),
  decide({ pool, ...known }, { quantity }, context) {
    const refused = matchRefusal(known, 'assets.take-idle');
    if (refused) return refused;
    const { purchase, line, match } = known;
    const most = Math.min(line!.open, match!.quantity);
    const pieces = quantity ?? most;
    if (most < 1 || pieces > most)
      return refuse('nothing-left-to-take', { name: line!.name, open: line!.open }, { status: 409 });
    const taken = (more: { told: string[]; match: string | null; pool: Match['pool'] }) =>
      IdleTaken.of({
        object: purchaseOf(purchase),
        unit: purchase.unit,
        body: { ...answeredOf(known, pieces), ...more },
      });
    if (!pool)
      return [
        taken({
          told: nearestHolders(context.organisation, 'assets-clerk', match!.unit).slice(0, 50),
          match: null,
          pool: match!.pool,
        }),
        ...endLookAgain(known, context),
      ];
    const terms = {
      name: line!.name,
      class: line!.class,
      item: pool.idle?.item ?? '',
      quantity: pieces,
      // A plan of the year is wanted by its end.
      needBy: `${purchase.year}-12-31`,
      until: null,
      urgent: false,
      mayBorrow: false,
      worstCondition: 'repairable' as const,
      leastLifeYears: 0,
      newPriceFen: Math.max(1, line!.priceFen),
      place: '',
      longitude: null,
      latitude: null,
      purpose: purchase.number,
      body: null,
      // The plan itself looks for what it lacks.
      reach: 'unit' as const,
    };
    const demand = DemandRaised.of({
      object: demandOf(pool.demand),
      unit: purchase.unit,
      body: { ...terms, number: pool.number },
    });
    const wanted = {
      ...terms,
      id: pool.demand,
      unit: purchase.unit,
      number: pool.number,
      pieces,
      left: pieces,
      state: 'open' as const,
      version: 1,
      at: null,
      least: {},
      allowed: null,
      security: 'open' as const,
    };
    const facts = takeMatch({ demand: wanted, idle: pool.idle, refused: new Set(), quantity: pieces }, context);
    if (isRefusal(facts)) return facts;
    return [
      taken({ told: [], match: facts[0]!.object.id, pool: null }),
      demand,
      ...facts,
      ...endLookAgain(known, context),
    ];
  },
});

/** The thing as it stands in the warehouse, nobody else deciding on it meanwhile; nothing where it is not offered to all, or is one’s own. */
async function poolOf(tx: Tx, { purchase, match }: KnownMatch, context: Context) {
  if (match?.pool) await oneAtATime(tx, match.pool.offer);
  const offer = match?.offer ?? null;
  if (!match || offer === null || isOwn(match.unit, purchase.unit, context)) return null;
  const [idle] = await idleWhere(tx, sql`o.id = ${offer} and ${inStoreForAll}`, context.today);
  return { demand: newId(), number: await nextNumber(tx, 'demand', 'XQ', context.today), idle };
}
