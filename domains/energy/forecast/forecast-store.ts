import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { DayForecast, type ForecastMethod } from './contract.ts';
import type { Forecast } from './past-of.ts';

export interface KeptForecast {
  readonly day: string;
  readonly method: ForecastMethod;
  readonly knownTo: string;
  readonly nominal: number;
  readonly expected: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly madeAt: Date;
}

export const isForecast = async (tx: Tx, meter: Id, day: string): Promise<boolean> =>
  (await tx.rows(sql`select 1 from energy.forecast where meter_id = ${meter} and day = ${day}`)).length > 0;

/** The newest first. */
export const forecastsOf = (tx: Tx, meter: Id, upTo: string, most: number) =>
  tx.rows<KeptForecast>(sql`
    select day::text as day, method, known_to::text as "knownTo", nominal, expected, low, high, made_at as "madeAt" from energy.forecast
     where meter_id = ${meter} and day <= ${upTo} order by day desc limit ${most}`);

export const lastForecastDay = async (tx: Tx, meter: Id): Promise<string | null> =>
  (
    await tx.one<{ day: string | null }>(
      sql`select max(day)::text as day from energy.forecast where meter_id = ${meter}`,
    )
  ).day;

const arrayOf = (values: readonly number[]): string => `{${values.map((value) => value.toFixed(4)).join(',')}}`;

/** The hours lie with the row and not in the Record: its fact says the day's sum and how good the method was. */
export const keepHours = (tx: Tx, id: Id, { nominal, expected, low, high }: Forecast): Promise<number> =>
  tx.run(sql`
    update energy.forecast
       set nominal = ${nominal}, expected = ${arrayOf(expected)}::double precision[], low = ${arrayOf(low)}::double precision[],
           high = ${arrayOf(high)}::double precision[]
     where id = ${id}`);

export const forecastSaves = [
  saves(DayForecast, (tx, { id, object, unit, body }, { now }) =>
    tx.run(sql`
      insert into energy.forecast (id, unit_id, meter_id, day, method, method_version, known_to, scored_days, nrmse_percent, floor_nrmse_percent, nominal,
                                   expected, low, high, made_at)
      values (${id}, ${unit}, ${object.id}, ${body.day}, ${body.method}, ${body.version}, ${body.knownTo}, ${body.scoredDays}, ${body.nrmsePercent},
              ${body.floorNrmsePercent}, 0, '{}', '{}', '{}', ${now})`),
  ),
];
