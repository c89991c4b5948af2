import { sql, type Sql } from '@opengoa/kernel';
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

const expense = (only: Sql): PartSource => ({
  from: sql`vehicles_read.expense_v1`,
  columns: sql`plate, kind, day::text as day, amount_fen as "amountFen", paid_to as "paidTo", paper`,
  within: dayIn(sql`day`),
  only,
});
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
    from: sql`vehicles_read.driver_v1`,
    columns: sql`id, name, licence, licence_valid_to::text as "licenceValidTo", state`,
  },
  dispatches: {
    from: sql`vehicles_read.trip_v1`,
    columns: sql`
      number, state, purpose, use, from_place as "from", to_place as "to", ${at(sql`starts_at`)} as "startsAt", ${at(sql`ends_at`)} as "endsAt", people,
      plate, driver_name as "driver", ${at(sql`departed_at`)} as "departedAt", ${at(sql`returned_at`)} as "returnedAt", driven_km as "drivenKm",
      cost_fen as "costFen"`,
    within: dayOfInstant(sql`starts_at`),
    only: sql`vehicle_id is not null`,
  },
  upkeep: {
    from: sql`vehicles_read.repair_v1`,
    columns: sql`plate, state, what, garage, ${at(sql`ordered_at`)} as "orderedAt", done_day::text as "doneDay", amount_fen as "amountFen", invoice`,
    within: dayOfInstant(sql`ordered_at`),
  },
  inspections: {
    from: sql`vehicles_read.inspection_v1`,
    columns: sql`plate, day::text as day, valid_to::text as "validTo", station`,
    within: dayIn(sql`day`),
    only: sql`struck is null`,
  },
  energy: {
    from: sql`vehicles_read.fuel_v1`,
    columns: sql`
      plate, ${at(sql`filled_at`)} as "filledAt", carrier, litres::float, electricity_kwh::float as "electricityKwh", cost_fen as "costFen",
      odometer_km as "odometerKm", station`,
    within: dayOfInstant(sql`filled_at`),
  },
  insurance: {
    from: sql`vehicles_read.cost_v1`,
    columns: sql`
      plate, day::text as day, amount_fen as "amountFen", supplier, invoice, covers_from::text as "coversFrom", covers_to::text as "coversTo"`,
    within: dayIn(sql`day`),
    only: sql`kind = 'insurance' and struck is null`,
  },
  tolls: expense(sql`kind = 'toll'`),
  parking: expense(sql`kind = 'parking'`),
  otherCosts: expense(sql`kind in ('fine', 'other')`),
  // What a supervisor checked and found lies in the risk centre, which no office reads.
  supervisionChecks: null,
  complaints: null,
  hiredCars: {
    from: sql`vehicles_read.hire_v1`,
    columns: sql`
      state, supplier, purpose, from_day::text as "fromDay", to_day::text as "toDay", people, body, power, plate, km, amount_fen as "amountFen", invoice`,
    within: dayIn(sql`from_day`),
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
