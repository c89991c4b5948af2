import { type Id, sql, type Sql, type Tx } from '@opengoa/kernel';
import { type Demand, type Idle, projectRules } from '../matching/demand.ts';

/** A demand as its row stands, and what is left of it. */
export interface DemandRow extends Demand {
  readonly number: string;
  readonly name: string;
  readonly left: number;
  readonly reach: 'tree' | 'unit';
  readonly state: 'open' | 'met' | 'withdrawn';
  readonly version: number;
}
export interface IdleRow extends Idle {
  readonly measure: string;
  readonly keeper: Id;
  readonly card: Id;
  readonly valueFen: number;
  readonly quantity: number;
}

/** Demands as the matcher takes them: pieces are those that nothing is on its way for. */
export async function demandsWhere(tx: Tx, where: Sql, lock = false): Promise<DemandRow[]> {
  const rows = await tx.rows<
    Omit<DemandRow, 'at' | 'least' | 'allowed' | 'security' | 'pieces'> & {
      longitude: number | null;
      latitude: number | null;
    }
  >(sql`
    select d.id, d.unit_id as unit, d.number, d.name, d.class, d.item, d.urgent, d.need_by::text as "needBy", d.until_day::text as until,
           d.new_price_fen as "newPriceFen", d.worst_condition as "worstCondition", d.least_life_years as "leastLifeYears", d.longitude, d.latitude,
           d.reach, d.state, d.version,
           d.quantity - d.given - coalesce((select sum(c.quantity) from assets.claim c where c.demand_id = d.id and c.state = 'held'), 0)::int as left
      from assets.demand d where ${where} ${lock ? sql`for update of d` : sql``}`);
  return rows.map(({ longitude, latitude, ...row }) => ({
    ...row,
    pieces: row.left,
    at: longitude === null || latitude === null ? null : { longitude, latitude },
    least: {},
    allowed: null,
    security: 'open',
  }));
}

/** Things in store as the matcher takes them: pieces are those that nobody has spoken for. */
export async function idleWhere(tx: Tx, where: Sql, today: string): Promise<IdleRow[]> {
  const rows = await tx.rows<
    Omit<IdleRow, 'at' | 'specification' | 'security' | 'freeFrom' | 'lifeYearsLeft'> & {
      longitude: number | null;
      latitude: number | null;
      acquiredOn: string;
      lifeYears: number | null;
    }
  >(sql`
    select o.id, o.unit_id as unit, o.keeper_id as keeper, o.card_id as card, o.number, o.name, o.class, o.item, o.measure, o.condition,
           o.quantity, o.value_fen as "valueFen", o.acquired_on::text as "acquiredOn", o.life_years as "lifeYears", o.until_day::text as "freeUntil",
           o.refurbish_fen as "refurbishFen", s.longitude, s.latitude,
           o.quantity - coalesce((select sum(c.quantity) from assets.claim c where c.offer_id = o.id and c.state = 'held' and c.kind <> 'transfer'
             and (c.kind <> 'reservation' or c.until_day >= ${today}::date)), 0)::int as pieces
      from assets.offer o join assets.store s on (s.node_id, s.id) = (o.node_id, o.store_id)
     where o.state = 'in-store' and o.may <> 'lend' and ${where}`);
  return rows.map(({ longitude, latitude, acquiredOn, lifeYears, ...row }) => ({
    ...row,
    // Of the whole batch, shared out to the piece.
    refurbishFen: row.quantity > 0 ? Math.round(row.refurbishFen / row.quantity) : row.refurbishFen,
    lifeYearsLeft: lifeYears === null ? null : lifeYears - yearsBetween(acquiredOn, today),
    at: longitude === null || latitude === null ? null : { longitude, latitude },
    freeFrom: today,
    specification: {},
    security: 'open',
  }));
}

const yearsBetween = (from: string, to: string): number =>
  (Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / (365.25 * 86_400_000);

/** `pairKey` of pairs that one side refused and that are not to be asked again yet. */
export async function refusedPairs(tx: Tx, today: string): Promise<ReadonlySet<string>> {
  const rows = await tx.rows<{ demand: Id; offer: Id }>(sql`
    select demand_id as demand, offer_id as offer from assets.match where state in ('refused', 'declined') and ask_again_on > ${today}`);
  return new Set(rows.map(({ demand, offer }) => `${demand} ${offer}`));
}

export const rules = projectRules;
export const inStoreForAll = sql`o.reach = 'tree'`;
