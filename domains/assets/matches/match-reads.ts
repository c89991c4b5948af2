import { type Context, inScope, read, sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import type { MatchRules } from '../matching/demand.ts';
import type { PairFigures } from '../matching/judge-pair.ts';
import { suitingDemand, suitingIdle } from '../matching/pairs-of.ts';
import { reasonsOf } from '../matching/reasons.ts';
import { readers } from '../readers.ts';
import { sideOf } from '../warehouse/offer.ts';
import { DemandAnswer, MatchAnswer, PlanAnswer, Suiting } from './contract.ts';
import { demandMoves, matchMoves, planVerbs } from './demand.ts';
import {
  type DemandRow,
  demandsWhere,
  type IdleRow,
  idleWhere,
  inStoreForAll,
  refusedPairs,
  rules,
} from './question.ts';
import { withRoomInStandard } from './room-in-standard.ts';

/** So many are told: more nobody reads. */
const most = 20;

const told = (
  demand: DemandRow,
  idle: IdleRow,
  pair: PairFigures,
  shown: Pick<Suiting, 'unitName' | 'number' | 'name' | 'there'>,
  by: MatchRules,
): Suiting => ({
  ...shown,
  demand: demand.id,
  offer: idle.id,
  measure: idle.measure,
  pieces: pair.pieces,
  score: pair.score,
  savedFen: pair.valueFen * pair.pieces,
  transportFen: pair.transportFen,
  distanceKm: pair.distanceKm,
  reasons: reasonsOf(demand, idle, pair, by),
});

/** What lies idle and would do for a demand, best first; of its kind of thing alone. */
async function thingsFor(tx: Tx, demand: DemandRow, context: Context): Promise<Suiting[]> {
  if (demand.state !== 'open' || demand.left < 1) return [];
  const { today, organisation } = context;
  const reach = sql`(${inStoreForAll} or ${inScope(context, readers, 'o.unit_id')})`;
  const begins = `${demand.class.slice(0, 1 + rules.classDigits)}%`;
  const idle = (await idleWhere(tx, sql`${reach} and o.class like ${begins}`, today)).filter(
    ({ pieces }) => pieces > 0,
  );
  const things = new Map(idle.map((row) => [row.id, row]));
  return suitingDemand(demand, { idle, rules, refused: await refusedPairs(tx, today) })
    .slice(0, most)
    .map((pair) => {
      const thing = things.get(pair.idle)!;
      const { number, name, pieces } = thing;
      const unitName = organisation.unit(thing.unit)?.name ?? '';
      return told(demand, thing, pair, { unitName, number, name, there: pieces }, rules);
    });
}

/** 需求: what is lacking, what is on its way, and what lies idle in the tree and would do, with the reasons. */
export const oneDemand = read('assets.demand', {
  title: { zh: '需求', en: 'A demand' },
  query: z.strictObject({ id: z.uuid() }),
  answer: DemandAnswer,
  who: readers,
  async fetch(tx, { id }, context): Promise<DemandAnswer> {
    const row = await tx.one<Omit<DemandAnswer, 'unitName' | 'suiting'>>(sql`
      select d.id, d.unit_id as unit, d.number, d.name, d.class, d.item, d.quantity, d.need_by::text as "needBy", d.until_day::text as until, d.urgent,
             d.may_borrow as "mayBorrow", d.worst_condition as "worstCondition", d.least_life_years as "leastLifeYears", d.new_price_fen as "newPriceFen",
             d.place, d.longitude, d.latitude, d.purpose, d.body_id as body, d.reach, d.given, d.state, d.version,
             coalesce((select sum(c.quantity) from assets.claim c where c.demand_id = d.id and c.state = 'held'), 0)::int as coming
        from assets.demand d where d.id = ${id} and d.unit_id in (select k.unit from kernel.scope_units() k (unit))`);
    const [demand] = await withRoomInStandard(tx, await demandsWhere(tx, sql`d.id = ${id}`), context);
    return {
      ...row,
      unitName: context.organisation.unit(row.unit)?.name ?? '',
      suiting: demand ? await thingsFor(tx, demand, context) : [],
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ state, unit }) => ({
    verbs: [
      ...demandMoves.from(state).filter((verb) => verb !== 'assets.receive-transfer'),
      ...(state === 'open' ? ['assets.refuse-match'] : []),
    ],
    place: { unit },
  }),
});

/** 谁需要它: demands of the tree that a thing in store would do for, best first. */
export const wantedBy = read('assets.wanted-by', {
  title: { zh: '谁需要它', en: 'Who needs it' },
  query: z.strictObject({ id: z.uuid() }),
  answer: z.strictObject({ unit: z.uuid(), suiting: z.array(Suiting) }),
  who: readers,
  async fetch(tx, { id }, context) {
    const { today, organisation } = context;
    const { unit } = await tx.one<{ unit: string }>(sql`
      select unit_id as unit from assets.offer where id = ${id} and unit_id in (select k.unit from kernel.scope_units() k (unit))`);
    const [idle] = await idleWhere(tx, sql`o.id = ${id}`, today);
    if (!idle || idle.pieces < 1) return { unit, suiting: [] };
    const begins = `${idle.class.slice(0, 1 + rules.classDigits)}%`;
    const rows = await demandsWhere(
      tx,
      sql`d.state = 'open' and d.class like ${begins} and (d.reach = 'tree' or ${inScope(context, readers, 'd.unit_id')})`,
    );
    const open = rows.filter(({ left, needBy }) => left > 0 && needBy >= today);
    const demands = await withRoomInStandard(tx, open, context);
    const byId = new Map(demands.map((row) => [row.id, row]));
    const refused = await refusedPairs(tx, today);
    return {
      unit,
      suiting: suitingIdle(idle, { demands, rules, refused })
        .slice(0, most)
        .map((pair) => {
          const demand = byId.get(pair.demand)!;
          const { number, name, left } = demand;
          const unitName = organisation.unit(demand.unit)?.name ?? '';
          return told(demand, idle, pair, { unitName, number, name, there: left }, rules);
        }),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit }) => ({ verbs: ['assets.refuse-match'], place: { unit } }),
});

const who = [...readers, 'holder'] as const;
/** 匹配: which thing goes to which demand, why, and how far it is; whoever is asked to let it go decides by it. */
export const oneMatch = read('assets.match', {
  title: { zh: '匹配', en: 'A match' },
  query: z.strictObject({ id: z.uuid() }),
  answer: MatchAnswer,
  who,
  object: ({ id }) => id,
  async fetch(tx, { id }, { organisation }): Promise<MatchAnswer> {
    const row = await tx.one<Omit<MatchAnswer, 'unitName' | 'giverName' | 'transfer'>>(sql`
      select id, unit_id as unit, giver_id as giver, demand_id as demand, offer_id as offer, name, needed, measure, quantity, score, saved_fen as "savedFen",
             reasons, state, said, version from assets.match where id = ${id}`);
    const [transfer] = await tx.rows<{ id: string }>(
      sql`select id from assets.transfer where match_id = ${id} and state <> 'cancelled'`,
    );
    return {
      ...row,
      unitName: organisation.unit(row.unit)?.name ?? '',
      giverName: organisation.unit(row.giver)?.name ?? '',
      transfer: transfer?.id ?? null,
    };
  },
  at: ({ id, unit, giver }, _query, context) => ({ ...sideOf(context, readers, [giver, unit]), object: id }),
  moves: ({ id, state, unit, giver }) => [
    { verbs: matchMoves.from(state).filter((verb) => verb.endsWith('-match')), place: { unit: giver, object: id } },
    {
      verbs: matchMoves.from(state).filter((verb) => verb === 'assets.draw-transfer'),
      place: { unit: giver },
    },
    ...[unit, giver].map((side) => ({
      verbs: matchMoves.from(state).filter((verb) => verb === 'assets.follow-refusal'),
      place: { unit: side },
    })),
  ],
});

/** 撮合方案: how far it is, and what it comes to beside going down the list. */
export const onePlan = read('assets.pool-plan', {
  title: { zh: '撮合方案', en: 'A plan' },
  query: z.strictObject({ id: z.uuid() }),
  answer: PlanAnswer,
  who: readers,
  async fetch(tx, { id }, { organisation }): Promise<PlanAnswer> {
    const row = await tx.one<Omit<PlanAnswer, 'unitName' | 'askedAt'> & { askedAt: Date }>(sql`
      select p.id, p.unit_id as unit, p.number, p.state, p.asked_name as "askedName", p.asked_at as "askedAt", p.done, p.steps as of, p.summary, p.version,
             (select count(*)::int from assets.pool_plan_line l where l.plan_id = p.id and l.state = 'open') as open
        from assets.pool_plan p where p.id = ${id}`);
    return { ...row, askedAt: row.askedAt.toISOString(), unitName: organisation.unit(row.unit)?.name ?? '' };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ state, unit, open }) => ({
    verbs: planVerbs(state, open),
    place: { unit },
  }),
});
