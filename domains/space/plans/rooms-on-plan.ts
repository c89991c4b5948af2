import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { gatherCost } from '../cost/gather-cost.ts';
import { reckonCost } from '../cost/reckon-cost.ts';
import type { PlanRoom } from './contract.ts';

type Row = Omit<PlanRoom, 'unitName' | 'kwhPerM2Month' | 'monthsRead' | 'costFenPerM2'>;

/** The first day of the month that lies so many months before a day’s own. */
export const monthsBefore = (day: string, months: number): string => {
  const at = new Date(`${day.slice(0, 7)}-01T00:00:00Z`);
  at.setUTCMonth(at.getUTCMonth() - months);
  return at.toISOString().slice(0, 10);
};

/** Rooms of a floor with what a plan may be coloured by. */
export async function roomsOnPlan(tx: Tx, floor: Id, context: Context): Promise<PlanRoom[]> {
  const { organisation, today } = context;
  const rows = await tx.rows<Row>(sql`
    select r.id, r.number, r.name, r.use, r.state, r.unit_id as unit, r.area_m2::float8 as "areaM2", r.drawn_area_m2::float8 as "drawnM2", r.people,
           -- Within the error of measuring nothing is over; walls that cannot be moved are told, not coloured.
           case when r.excess_m2 is null then null when r.beside_standard in ('over', 'not-vacated', 'bound') then r.excess_m2 else least(r.excess_m2, 0) end::float8 as "overM2"
      from space_read.room_v1 r where r.floor_id = ${floor} and r.state <> 'disposed' order by r.number, r.id`);
  const use = await electricityOf(tx, floor, today);
  const costFenPerM2 = await costOfFloor(tx, floor, context);
  return rows.map((row) => {
    const known = use.get(row.id);
    return {
      ...row,
      unitName: organisation.unit(row.unit)?.name ?? '',
      kwhPerM2Month: known ? known.kwh / known.months / row.areaM2 : null,
      monthsRead: known?.months ?? 0,
      costFenPerM2,
    };
  });
}

/** What a square metre of the floor's building cost in the last twelve months; null where its depreciation cannot be told, or another keeps it. Fen. */
async function costOfFloor(tx: Tx, floor: Id, context: Context): Promise<number | null> {
  const { building } = await tx.one<{ building: Id }>(
    sql`select building_id as building from space.floor where id = ${floor}`,
  );
  const { today } = context;
  const [known] = await gatherCost(tx, [addDays(today, -364), today], context, building);
  if (!known) return null;
  const { lacks, perM2Fen } = reckonCost(known, Number(today.slice(0, 4)), 12);
  return lacks ? null : perM2Fen;
}

/**
 * What the electricity meters that stand in rooms of a floor read in the last twelve whole months, while they stood there.
 * @returns kWh and the number of months with readings, by room
 */
async function electricityOf(tx: Tx, floor: Id, today: string): Promise<Map<Id, { kwh: number; months: number }>> {
  const rows = await tx.rows<{ room: Id; kwh: number; months: number }>(sql`
    select p.room_id as room, sum(t.amount)::float8 as kwh, count(distinct t.month)::int as months
      from space.meter_place p
      join energy_read.month_v1 t on (t.node_id, t.meter_id) = (p.node_id, p.meter_id)
     where p.floor_id = ${floor} and p.room_id is not null and t.carrier = 'electricity' and t.measure = 'kWh' and t.count > 0
       and t.month >= ${monthsBefore(today, 12)} and t.month < ${monthsBefore(today, 0)}
       and t.month >= p.from_day and (p.to_day is null or t.month + interval '1 month' <= p.to_day)
     group by p.room_id`);
  return new Map(rows.map(({ room, ...known }) => [room, known]));
}
