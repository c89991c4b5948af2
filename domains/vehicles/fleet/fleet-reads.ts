import { inScope, read, type Sql, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { Figures, VehicleAnswer } from '../answers.ts';
import { vehicleVerbs } from './fleet-lists.ts';
import { findVehicle } from './vehicle-store.ts';

/** A year by Shanghai's days: from its first instant to the next year's. */
const within = (at: Sql, year: number) =>
  sql`${at} >= ${`${year}-01-01T00:00:00+08:00`} and ${at} < ${`${year + 1}-01-01T00:00:00+08:00`}`;

/** One vehicle with the figures of its year: kilometres, cost per kilometre and use are made from the sums given here. */
export const oneVehicle = read('vehicles.vehicle', {
  title: { zh: '车辆', en: 'A vehicle' },
  query: z.strictObject({ id: z.uuid() }),
  answer: VehicleAnswer,
  who: ['fleet-clerk', 'dispatcher', 'driver', 'head', 'leader'],
  async fetch(tx, { id }, { organisation, calendar, today }) {
    const year = Number(today.slice(0, 4));
    const vehicle = await findVehicle(tx, id);
    const used = await tx.one<{ drivenKm: number; usedDays: number }>(sql`
      select coalesce(sum(driven_km), 0)::int as "drivenKm",
             count(distinct (departed_at at time zone 'Asia/Shanghai')::date)::int as "usedDays"
        from vehicles.trip where vehicle_id = ${id} and ${within(sql`starts_at`, year)}`);
    const spent = await tx.one<{ costFen: number }>(sql`
      select coalesce(sum(amount_fen), 0)::int as "costFen" from vehicles_read.expense_v1
       where vehicle_id = ${id} and day >= ${`${year}-01-01`} and day <= ${`${year}-12-31`}`);
    const home = await tx.maybe<{ name: string }>(sql`select name from vehicles_read.home_v1 where vehicle_id = ${id}`);
    return {
      ...vehicle,
      home: home?.name ?? null,
      warnings: [...vehicle.warnings],
      unitName: organisation.unit(vehicle.unit)?.name ?? '',
      servesName: organisation.unit(vehicle.serves)?.name ?? '',
      year,
      drivenKm: used.drivenKm,
      costFen: spent.costFen,
      usedDays: used.usedDays,
      workdays: calendar.workdaysBetween(`${year - 1}-12-31`, today),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit, state }) => ({ verbs: state === 'retired' ? [] : vehicleVerbs, place: { unit } }),
});

const whoCounts = ['fleet-clerk', 'dispatcher', 'head', 'leader', 'superior'] as const;

/** The year in figures, over whatever the reader's rights cover; a superior sees these sums and no single trip (SEC-AC-13). */
export const figures = read('vehicles.figures', {
  title: { zh: '公务用车年度数据', en: 'Vehicles in figures' },
  query: z.strictObject({
    year: z
      .string()
      .regex(/^20\d\d$/)
      .transform(Number),
  }),
  answer: Figures,
  who: whoCounts,
  async fetch(tx, { year }, context) {
    const mine = inScope(context, whoCounts);
    const fleet = await tx.one<{ vehicles: number; vehiclesWithNotes: number }>(sql`
      select count(*)::int as vehicles, count(*) filter (where warnings <> '[]')::int as "vehiclesWithNotes" from vehicles.vehicle where state <> 'retired' and ${mine}`);
    const states = await tx.rows<{
      state: string;
      count: number;
      drivenKm: number;
      costFen: number;
      stars: number | null;
      rated: number;
    }>(sql`
      select state, count(*)::int as count, coalesce(sum(driven_km), 0)::int as "drivenKm", coalesce(sum(cost_fen), 0)::int as "costFen",
             sum(stars)::int as stars, count(stars)::int as rated
        from vehicles.trip where ${within(sql`starts_at`, year)} and ${mine} group by state`);
    const fuel = await tx.one<{ costFen: number }>(
      sql`select coalesce(sum(cost_fen), 0)::int as "costFen" from vehicles.fuel where ${within(sql`filled_at`, year)} and ${mine}`,
    );
    const sum = (of: (row: (typeof states)[number]) => number) => states.reduce((total, row) => total + of(row), 0);
    const rated = sum((row) => row.rated);
    return {
      year,
      ...fleet,
      trips: Object.fromEntries(states.map(({ state, count }) => [state, count])) as Figures['trips'],
      drivenKm: sum((row) => row.drivenKm),
      tripCostFen: sum((row) => row.costFen),
      fuelCostFen: fuel.costFen,
      stars: rated === 0 ? null : Math.round((sum((row) => row.stars ?? 0) / rated) * 10) / 10,
    };
  },
});
