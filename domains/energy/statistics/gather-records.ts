import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { buildingsWhere } from '../buildings/building-store.ts';
import type { Carrier } from '../contract.ts';
import { pricesOf } from '../prices/price-store.ts';
import { meanPrice } from '../prices/price.ts';
import { hadBetween, tenuresOf } from '../tenure/tenure-store.ts';
import { daysIn, stretchesOf } from '../tenure/tenure.ts';
import { dayAfterMonth, firstDay } from './statement.ts';
import type { FuelMonth, MeterMonth, Records } from './take-cells.ts';

/** The units whose buildings and vehicles an institution reports: itself and its divisions, no institution below it. */
export const unitsOf = (institution: Id, { organisation }: Pick<Context, 'organisation'>): Id[] =>
  organisation.unitsBelow(institution).filter((unit) => organisation.institutionOf(unit)?.id === institution);

/**
 * What the records hold of an institution's month. Only main meters: what a sub-meter says is within them. Fuel is read from the vehicles
 * room's published view, as far as the asking right sees it.
 */
export async function gatherRecords(tx: Tx, institution: Id, month: string, context: Context): Promise<Records> {
  const units = unitsOf(institution, context);
  const period = [firstDay(month), dayAfterMonth(month)] as const;
  const last = addDays(period[1], -1);
  const had = await buildingsWhere(tx, hadBetween(units, period[0], last));
  const ids = had.map(({ id }) => id);
  const tenures = await tenuresOf(tx, ids);
  const own = new Set(units);
  const stretches = new Map(ids.map((id) => [id, stretchesOf(tenures.get(id), own, period)]));
  // People and areas are a state at the end of the month: of a building that left in the middle of it there is none any more.
  const buildings = had.filter(({ id }) => stretchesOf(tenures.get(id), own, [last, period[1]]).length > 0);
  const meters = await tx.rows<
    Omit<MeterMonth, 'fenPerUnit'> & { readonly building: Id; readonly carrier: Carrier }
  >(sql`
    select m.id as meter, b.id as building, b.name || ' ' || m.name as name, m.carrier, m.measure, b.use as "buildingUse",
           (t.total / 1000.0)::float8 as amount, coalesce(t.count, 0)::int as rows, coalesce(t.estimated, 0)::int as estimated,
           case when m.interval_minutes is null then null
                else least(1, round((coalesce(t.count, 0) - coalesce(t.estimated, 0))::numeric * m.interval_minutes / nullif(s.days, 0) / 1440, 4))::float8 end as share
      from energy.meter m
      join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
      join unnest(${ids}::uuid[], ${ids.map((id) => daysIn(stretches.get(id)!))}::int[]) as s (building, days) on s.building = m.building_id
      left join lateral (
        select sum(total) as total, sum(count) as count, sum(estimated) as estimated from energy.month
         where (node_id, meter_id) = (m.node_id, m.id) and month = ${period[0]}::date and count > 0 and unit_id = any (${units}::uuid[])) t on true
     where m.building_id = any (${ids}::uuid[]) and m.kind = 'main'
       and m.valid_from < ${period[1]}::date and (m.valid_to is null or m.valid_to >= ${period[0]}::date)
     order by b.name, m.name, m.id`);
  const prices = await pricesOf(tx, ids);
  const fuel = await tx.rows<FuelMonth>(sql`
    select carrier, coalesce(sum(litres), 0)::float8 as litres, coalesce(sum(cost_fen), 0)::float8 as "costFen", count(*)::int as rows
      from vehicles_read.fuel_v1
     where unit_id = any (${units}::uuid[]) and carrier in ('petrol', 'diesel')
       and filled_at >= ${period[0]}::date::timestamp at time zone 'Asia/Shanghai'
       and filled_at < ${period[1]}::date::timestamp at time zone 'Asia/Shanghai'
     group by carrier`);
  return {
    buildings: buildings.map(({ id, name, people, areaM2 }) => ({ id, name, people, areaM2 })),
    meters: meters.map(({ building, ...meter }) => ({
      ...meter,
      // Of a building that was theirs for a part of the month alone, the price of those days.
      fenPerUnit: meanPrice(prices, { building, meter: meter.meter, carrier: meter.carrier }, [
        stretches.get(building)![0]![0],
        stretches.get(building)!.at(-1)![1],
      ]),
    })),
    fuel,
  };
}
