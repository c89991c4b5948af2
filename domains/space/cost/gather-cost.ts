import { type Context, type Id, inScope, sql, type Tx } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import type { CostPart } from './contract.ts';
import { daysOf, type HeldRoom, type Hold, holdsOf, type TenureDays } from './holds.ts';
import type { KnownBuilding, Share } from './reckon-cost.ts';

/** A room over the days on which one has it, as the page lists it. */
export interface RoomDays extends Share, Hold {
  readonly number: string;
}
export interface GatheredBuilding extends KnownBuilding<RoomDays> {
  readonly id: Id;
  readonly name: string;
  readonly unit: Id;
  readonly energyBuilding: Id | null;
  readonly unpricedMonths: number;
}
/** The last day counts. */
export type Days = readonly [from: string, to: string];

interface Paid {
  readonly building: Id;
  readonly part: CostPart;
  readonly fen: number;
}

/**
 * Buildings that the asker's right covers, with their rooms and what was paid for them on these days.
 * @param only one of them
 */
export async function gatherCost(
  tx: Tx,
  [from, to]: Days,
  context: Context,
  only: Id | null = null,
): Promise<GatheredBuilding[]> {
  const buildings = await tx.rows<
    Omit<GatheredBuilding, 'shares' | 'days' | 'paid' | 'years' | 'unpricedMonths'> & { readonly structure: string }
  >(sql`
    select id, name, unit_id as unit, structure, built_year as "builtYear", value_fen as "valueFen", energy_building_id as "energyBuilding"
      from space.building where state <> 'disposed' and ${inScope(context, readers)} and (${only}::uuid is null or id = ${only}) order by name, id limit 5000`);
  const ids = buildings.map(({ id }) => id);
  const sharesOf = await roomDays(tx, ids, [from, to]);
  const paid = [
    ...(await expensesOf(tx, ids, [from, to])),
    ...(await tx.rows<Paid>(sql`
      select building_id as building, 'repair' as part, sum(amount_fen)::float8 as fen from space_read.spending_v1
       where struck is null and day between ${from} and ${to} and building_id = any (${ids}::uuid[]) group by 1`)),
    ...(await tx.rows<Paid>(sql`
      select building_id as building, 'rent' as part, sum(amount_fen)::float8 as fen from space_read.rent_v1
       where struck is null and kind = 'rented-in' and day between ${from} and ${to} and building_id = any (${ids}::uuid[]) group by 1`)),
  ];
  const energy = await energyOf(tx, buildings, [from, to]);
  const paidFor = Map.groupBy(paid, ({ building }) => building);
  return buildings.map(({ structure, ...building }) => {
    const used = building.energyBuilding ? energy.get(building.energyBuilding) : undefined;
    const sums: Partial<Record<CostPart, number>> = used && used.priced > 0 ? { energy: used.fen } : {};
    for (const { part, fen } of paidFor.get(building.id) ?? []) sums[part] = (sums[part] ?? 0) + Math.round(fen);
    return {
      ...building,
      shares: sharesOf.get(building.id) ?? [],
      days: daysOf(from, to),
      years: yearsOf(structure, context),
      paid: sums,
      unpricedMonths: used?.unpriced ?? 0,
    };
  });
}

/** Rooms of these buildings by the days on which each was whose, and how long people sat there meanwhile. */
async function roomDays(tx: Tx, ids: readonly Id[], [from, to]: Days): Promise<Map<Id, RoomDays[]>> {
  const rooms = await tx.rows<HeldRoom & { building: Id; number: string }>(sql`
    select r.id, r.building_id as building, r.unit_id as unit, b.unit_id as keeper, r.number, r.area_m2::float8 as "areaM2", r.state,
           space.idle_state(r.use) as idle
      from space.room r join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
     where r.state <> 'disposed' and r.building_id = any (${[...ids]}::uuid[]) order by r.building_id, r.number, r.id`);
  const within = sql`from_day <= ${to}::date and (to_day is null or to_day > ${from}::date) and room_id = any (${rooms.map(({ id }) => id)}::uuid[])`;
  const tenures = await tx.rows<TenureDays & { room: Id }>(sql`
    select room_id as room, unit_id as unit, kind, from_day::text as "from", to_day::text as "toExclusive" from space.tenure
     where room_id = any (${rooms.map(({ id }) => id)}::uuid[]) order by room_id, from_day`);
  const seats = await tx.rows<{ room: Id; from: string; to: string }>(sql`
    select room_id as room, greatest(from_day, ${from}::date)::text as "from", least(coalesce(to_day - 1, ${to}::date), ${to}::date)::text as "to"
      from space.seating where ${within}`);
  const tenuresOf = Map.groupBy(tenures, ({ room }) => room);
  const seatsOf = Map.groupBy(seats, ({ room }) => room);
  const rows = rooms.flatMap(({ building, number, ...room }) =>
    holdsOf(room, tenuresOf.get(room.id) ?? [], [from, to]).map((hold) => ({
      building,
      row: {
        ...hold,
        number,
        seatDays: (seatsOf.get(room.id) ?? []).reduce((sum, seat) => sum + daysShared(seat, hold), 0),
      },
    })),
  );
  return new Map(
    [...Map.groupBy(rows, ({ building }) => building)].map(([building, some]) => [
      building,
      some.map(({ row }) => row),
    ]),
  );
}

/** Days that two stretches have in common; the last days count. */
const daysShared = (a: { readonly from: string; readonly to: string }, b: Pick<Hold, 'from' | 'to'>): number =>
  Math.max(0, daysOf(a.from > b.from ? a.from : b.from, a.to < b.to ? a.to : b.to));

/** Of what was paid for a longer stretch, the days that lie in the year. */
const expensesOf = (tx: Tx, ids: readonly Id[], [from, to]: Days) =>
  tx.rows<Paid>(sql`
    select building_id as building, case kind when 'property' then 'property' when 'repair' then 'repair' when 'equipment' then 'repair'
                                              when 'heating' then 'energy' else 'other' end as part,
           sum(round(amount_fen::numeric * (least(to_day, ${to}::date) - greatest(from_day, ${from}::date) + 1) / (to_day - from_day + 1)))::float8 as fen
      from space.expense
     where struck is null and from_day <= ${to} and to_day >= ${from} and building_id = any (${[...ids]}::uuid[]) group by 1, 2`);

/** What the main meters of the energy office's buildings say, at the mean price of each month; months without a price are counted, not guessed. */
async function energyOf(
  tx: Tx,
  buildings: readonly { readonly energyBuilding: Id | null }[],
  [from, to]: Days,
): Promise<Map<Id, { fen: number; priced: number; unpriced: number }>> {
  const ids = buildings.flatMap(({ energyBuilding }) => (energyBuilding === null ? [] : [energyBuilding]));
  const rows = await tx.rows<{ building: Id; fen: number; priced: number; unpriced: number }>(sql`
    select m.building_id as building, coalesce(sum(round(m.amount * p.fen)), 0)::float8 as fen, count(p.fen)::int as priced,
           count(*) filter (where p.fen is null)::int as unpriced
      from energy_read.month_v1 m
     cross join lateral (
       select case when count(*) = count(q.fen) then avg(q.fen) end as fen
         from generate_series(m.month::timestamp, m.month + interval '1 month' - interval '1 day', interval '1 day') d (day)
         left join lateral (
           select x.fen from energy_read.price_v1 x
            where x.building_id = m.building_id and x.carrier = m.carrier and (x.meter_id is null or x.meter_id = m.meter_id)
              and x.from_day <= d.day::date and (x.to_day is null or x.to_day > d.day::date)
            order by (x.meter_id is not null) desc, x.set_at desc, x.id desc limit 1) q on true) p
     where m.kind = 'main' and m.count > 0 and m.building_id = any (${ids}::uuid[]) and m.month between ${from} and ${to}
     group by 1`);
  return new Map(rows.map(({ building, ...used }) => [building, used]));
}

const yearsOf = (structure: string, { standards, today }: Context): number | null => {
  const found = standards.valueOn('space.building-years', today, [], { structure });
  return found.found && typeof found.value === 'number' ? found.value : null;
};
