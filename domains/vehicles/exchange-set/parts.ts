import { sql, type Sql } from '@opengoa/kernel';
import { approvedBy } from '../old-books/repair-sheet.ts';
import type { PartName } from './words.zh.ts';

/** Where a part is read from: a published view, never a table. */
export interface PartSource {
  readonly from: Sql;
  readonly columns: Sql;
  /** Which rows belong to the days; without it all of them, as they stand today. */
  readonly within?: (from: string, to: string) => Sql;
  readonly only?: Sql;
}

const dayOfInstant = (column: Sql) => (from: string, to: string) =>
  sql`${column} >= ${`${from}T00:00:00+08:00`}::timestamptz and ${column} < ${`${to}T00:00:00+08:00`}::timestamptz + interval '1 day'`;
const dayIn = (column: Sql) => (from: string, to: string) => sql`${column} between ${from}::date and ${to}::date`;
/** An instant by Shanghai’s clock, as text. */
const at = (column: Sql) => sql`to_char(${column} at time zone 'Asia/Shanghai', 'YYYY-MM-DD"T"HH24:MI:SS"+08:00"')`;

/** The number of a trip where it went its way; its number here where no other is told. */
const tripNumber = sql`coalesce(paper, number)`;
/** Bills, and what drivers laid out on trips: `trip` says on which, as it stands there too. */
const expense = (...kinds: readonly string[]): PartSource => ({
  from: sql`(
    select node_id, unit_id, plate, kind, day, amount_fen, supplier, invoice, note, null as trip from vehicles_read.cost_v1 where struck is null
    union all
    select t.node_id, t.unit_id, t.plate, e.kind, (t.returned_at at time zone 'Asia/Shanghai')::date, e.amount_fen, '', '', '', coalesce(t.paper, t.number)
      from vehicles_read.trip_v1 t cross join lateral (values ('toll', t.toll_fen), ('parking', t.parking_fen)) e (kind, amount_fen)
     where t.settled_at is not null and e.amount_fen > 0) e`,
  columns: sql`plate, kind, day::text as day, amount_fen as "amountFen", supplier, invoice, note, trip`,
  within: dayIn(sql`day`),
  only: sql`kind = any (${[...kinds]}::text[])`,
});
/** Null where the register that a trip came from does not tell it. */
const told = (name: string, column: Sql) => sql`case when ${name} = any (untold) then null else ${column} end`;
const vehicleColumns = sql`
  id, plate, make, model, model_year as "modelYear", category, body, power, condition, seats, displacement_l::float as "displacementL",
  price_fen as "priceFen", tank_litres::float as "tankLitres", battery_kwh::float as "batteryKwh", in_service_day::text as "inServiceDay", state,
  odometer_km as "odometerKm"`;
const vehicles = sql`vehicles_read.vehicle_v1`;

/** Null: this program keeps no such data. */
export const partSources: Readonly<Record<Exclude<PartName, 'units'>, PartSource | null>> = {
  vehicles: { from: vehicles, columns: vehicleColumns, only: sql`state <> 'retired'` },
  overStandardVehicles: {
    from: vehicles,
    columns: sql`id, plate, category, body, displacement_l::float as "displacementL", price_fen as "priceFen", warnings::text as "notes"`,
    only: sql`state <> 'retired' and warning_count > 0`,
  },
  drivers: {
    // Of somebody who left and came back the entry that stands.
    from: sql`(
      select distinct on (node_id, unit_id, person_id) * from vehicles_read.driver_v1
       order by node_id, unit_id, person_id, (state = 'active') desc, id desc) d`,
    columns: sql`id, name, licence, licence_valid_to::text as "licenceValidTo", state`,
  },
  dispatches: {
    from: sql`vehicles_read.trip_v1`,
    columns: sql`
      ${tripNumber} as number, state, purpose, use, from_place as "from", to_place as "to", ${told('startsAt', at(sql`starts_at`))} as "startsAt",
      ${told('endsAt', at(sql`ends_at`))} as "endsAt", asker_name as "asker", people, ${told('distanceKm', sql`distance_km`)} as "plannedKm",
      ${told('crossCity', sql`cross_city`)} as "crossCity", plate, driver_name as "driver", ${at(sql`departed_at`)} as "departedAt",
      ${at(sql`returned_at`)} as "returnedAt", odometer_out_km as "odometerOutKm", odometer_in_km as "odometerInKm",
      ${told('drivenKm', sql`driven_km`)} as "drivenKm", coalesce(approval, case when approved_at is null then 'unknown' else 'approved' end) as approval,
      approved_name as "approvedBy", ${at(sql`approved_at`)} as "approvedAt", duty, why, ${told('fuelFen', sql`fuel_fen`)} as "fuelFen",
      ${told('tollFen', sql`toll_fen`)} as "tollFen", ${told('parkingFen', sql`parking_fen`)} as "parkingFen", cost_fen as "costFen", stars`,
    within: dayOfInstant(sql`starts_at`),
    // What was booked and struck again never was.
    only: sql`vehicle_id is not null and not (booked and state = 'cancelled')`,
  },
  upkeep: {
    // Repairs that were ordered, and items of the service books that were done, within the days.
    from: sql`(
      select node_id, unit_id, 'repair' as kind, plate, state, what, garage, ordered_at, (ordered_at at time zone 'Asia/Shanghai')::date as day, done_day,
             amount_fen, invoice, paid_day, ${approvedBy} as paper, null::int as odometer_km, null::int as every_km, null::int as every_months
        from vehicles_read.repair_v1 where not (paper is not null and state = 'cancelled')
      union all
      select node_id, unit_id, 'service', plate, 'done', item, null, null, last_day, last_day, null, null, null, null, last_km, every_km, every_months
        from vehicles_read.service_v1) u`,
    columns: sql`
      kind, plate, state, what, garage, ${at(sql`ordered_at`)} as "orderedAt", done_day::text as "doneDay", amount_fen as "amountFen", invoice,
      paid_day::text as "paidDay", paper as "approvedBy", odometer_km as "odometerKm", every_km as "everyKm", every_months as "everyMonths"`,
    within: dayIn(sql`day`),
  },
  inspections: {
    from: sql`vehicles_read.inspection_v1`,
    columns: sql`plate, day::text as day, valid_to::text as "validTo", station, note`,
    within: dayIn(sql`day`),
    only: sql`struck is null`,
  },
  energy: {
    from: sql`vehicles_read.fuel_v1`,
    columns: sql`
      plate, ${at(sql`filled_at`)} as "filledAt", carrier, litres::float, electricity_kwh::float as "electricityKwh", cost_fen as "costFen",
      odometer_km as "odometerKm", full_tank as "fullTank", station, card`,
    within: dayOfInstant(sql`filled_at`),
  },
  insurance: {
    from: sql`vehicles_read.cost_v1`,
    columns: sql`
      plate, day::text as day, amount_fen as "amountFen", supplier, invoice, policy, covers_from::text as "coversFrom", covers_to::text as "coversTo",
      note`,
    within: dayIn(sql`day`),
    only: sql`kind = 'insurance' and struck is null`,
  },
  tolls: expense('toll'),
  parking: expense('parking'),
  otherCosts: expense('fine', 'other'),
  // What a supervisor checked and found lies in the risk centre, which no office reads.
  supervisionChecks: null,
  complaints: null,
  hiredCars: {
    from: sql`vehicles_read.hire_v1`,
    columns: sql`
      state, supplier, purpose, from_day::text as "fromDay", to_day::text as "toDay", people, body, power,
      displacement_l::float as "displacementL", plate, km, amount_fen as "amountFen", invoice, settled_day::text as "settledDay"`,
    within: dayIn(sql`from_day`),
    only: sql`not (booked and state = 'cancelled')`,
  },
  violations: {
    from: sql`vehicles_read.driver_event_v1`,
    columns: sql`kind, ${at(sql`at`)} as at, plate, place, points, what`,
    within: dayOfInstant(sql`at`),
  },
  disposals: {
    from: vehicles,
    columns: sql`id, plate, disposal, retired_day::text as "retiredDay"`,
    within: dayIn(sql`retired_day`),
    only: sql`state = 'retired'`,
  },
  // Sums of a day, and no place: where a vehicle was is opened trip by trip, and told (F10).
  positions: {
    from: sql`(select d.*, v.plate from vehicles_read.track_day_v1 d join vehicles_read.vehicle_v1 v on (v.node_id, v.id) = (d.node_id, d.vehicle_id)) d`,
    columns: sql`plate, day::text as day, km::float, points as fixes`,
    within: dayIn(sql`day`),
  },
};
