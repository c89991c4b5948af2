import { keepsNothing, sql, type Tx } from '@opengoa/kernel';
import { WeatherReceived } from './contract.ts';
import { dayNumber, hoursOfDay } from '../methods/hour-series.ts';
import { dayBegins, hourMs } from '../readings/local-time.ts';
import type { IsTold } from './weather-before.ts';

export const weatherSaves = [keepsNothing(WeatherReceived)];

/**
 * Hourly temperatures of a station from a first day on; null where there is none.
 * @param isTold which hours count as told; all where left out
 */
export async function temperaturesOf(
  tx: Tx,
  station: string,
  from: string,
  toExclusive: string,
  isTold?: IsTold,
): Promise<(number | null)[]> {
  const first = dayBegins(dayNumber(from));
  const hours = (dayNumber(toExclusive) - dayNumber(from)) * hoursOfDay;
  const values: (number | null)[] = Array.from({ length: hours }, () => null);
  const rows = await tx.rows<{ ms: number; temperature: number }>(sql`
    select (extract(epoch from at) * 1000)::bigint as ms, temperature_c as temperature from energy.weather
     where station = ${station} and at >= ${new Date(first)} and at < ${new Date(first + hours * hourMs)}`);
  for (const { ms, temperature } of rows)
    if (!isTold || isTold(station, ms)) values[Math.floor((ms - first) / hourMs)] = temperature;
  return values;
}
