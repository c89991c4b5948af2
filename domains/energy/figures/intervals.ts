import { read, sql, type Tx } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { findBuilding } from '../buildings/building-store.ts';
import { calendarsOf } from '../buildings/own-calendar.ts';
import { findMeter, instrumentsOf } from '../meters/meter-store.ts';
import { instrumentAt, type Meter } from '../meters/meter.ts';
import { dayNumber } from '../methods/hour-series.ts';
import { readers } from '../readers.ts';
import { dayBegins } from '../readings/local-time.ts';
import { Refused, refuse } from '@opengoa/kernel';
import { IntervalsAnswer } from './contract.ts';
import { daysFrom } from './metered.ts';

const longestDays = 366;

/**
 * 时段负荷: every interval of a meter over at most a year, as it was read. Days that are packed come in a row each; the few that are not, or have
 * changed since, from the readings.
 */
export const intervals = read('energy.intervals', {
  title: { zh: '时段负荷', en: 'Intervals' },
  query: z.strictObject({ meter: z.uuid(), from: z.iso.date(), toExclusive: z.iso.date() }),
  answer: IntervalsAnswer,
  who: readers,
  async fetch(tx, { meter: id, from, toExclusive }, { calendar }) {
    const days = daysBetween(from, toExclusive);
    if (days < 1 || days > longestDays)
      throw new Refused(refuse('input-not-fitting', { longestDays }, { status: 400 }));
    const meter = await findMeter(tx, id);
    const building = await findBuilding(tx, meter.building);
    const kindOfDay = (await calendarsOf(tx, [building.calendar], calendar))(building.calendar);
    const minutes = meter.intervalMinutes ?? 1440;
    const perDay = 1440 / minutes;
    const values: (number | null)[] = Array.from({ length: days * perDay }, () => null);
    let estimated = 0;
    if (minutes >= 60) await fromDays(tx, meter, from, toExclusive, values, perDay);
    else {
      const first = dayNumber(from);
      const rows = await tx.rows<{ day: string; amounts: string | null; estimates: number }>(sql`
        select d.day::text as day, case when p.day_changed_at = d.changed_at then array_to_string(p.amounts, ',', '') end as amounts,
               coalesce(cardinality(p.estimates), 0) as estimates
          from energy.day d left join energy.packed_day p on (p.node_id, p.meter_id, p.day) = (d.node_id, d.meter_id, d.day)
         where d.meter_id = ${id} and d.day >= ${from} and d.day < ${toExclusive} order by d.day`);
      for (const { day, amounts, estimates } of rows) {
        if (amounts === null) continue;
        const at = (dayNumber(day) - first) * perDay;
        amounts.split(',').forEach((text, i) => {
          if (text !== '') values[at + i] = Number(text) / 1000;
        });
        estimated += estimates;
      }
      estimated += await fromReadings(
        tx,
        meter,
        rows.filter(({ amounts }) => amounts === null).map(({ day }) => day),
        from,
        values,
      );
    }
    return {
      unit: meter.unit,
      name: `${building.name} ${meter.name}`,
      measure: meter.measure,
      from,
      toExclusive,
      minutes,
      values,
      estimated,
      days: daysFrom(from, days)
        .map((day) => kindOfDay(day)[0])
        .join(''),
      workFromHour: building.workFromHour,
      workToHour: building.workToHour,
    };
  },
  at: ({ unit }) => ({ unit }),
});

/** Meters of whole hours, or of days: their days hold all that they said. */
async function fromDays(
  tx: Tx,
  { id }: Meter,
  from: string,
  toExclusive: string,
  values: (number | null)[],
  perDay: number,
): Promise<void> {
  const first = dayNumber(from);
  const rows = await tx.rows<{ day: string; total: number; count: number; hours: (number | null)[] }>(sql`
    select day::text as day, total::float8 as total, count, hours::float8[] as hours from energy.day
     where meter_id = ${id} and day >= ${from} and day < ${toExclusive} and count > 0`);
  for (const { day, total, hours } of rows) {
    const at = (dayNumber(day) - first) * perDay;
    if (perDay === 1) values[at] = total / 1000;
    else
      hours.forEach((amount, hour) => {
        if (amount !== null) values[at + hour] = amount / 1000;
      });
  }
}

/** @returns how many of them are estimates */
async function fromReadings(
  tx: Tx,
  meter: Meter,
  days: readonly string[],
  from: string,
  values: (number | null)[],
): Promise<number> {
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return 0;
  const wanted = new Set(days.map(dayNumber));
  const instruments = await instrumentsOf(tx, [meter.id]);
  const firstDay = dayNumber(from);
  const begins = dayBegins(firstDay);
  const intervalMs = (meter.intervalMinutes ?? 1440) * 60_000;
  // One line of text: a year is 35,136 readings, and a row each of an instant costs more than finding them.
  const { told } = await tx.one<{ told: string }>(sql`
    select coalesce(string_agg(concat(date_part('epoch', at)::bigint, ' ', value, case when quality = 1 then ' 1' end), ','), '') as told
      from energy.reading
     where meter_id = ${meter.id} and quality <> 2 and at >= ${first}::date::timestamp at time zone 'Asia/Shanghai'
       and at < ${addDays(last, 1)}::date::timestamp at time zone 'Asia/Shanghai'`);
  let estimated = 0;
  for (const reading of told === '' ? [] : told.split(',')) {
    const [second, value, estimate] = reading.split(' ');
    const at = Number(second) * 1000;
    const day = Math.floor((at - begins) / 86_400_000);
    if (!wanted.has(firstDay + day)) continue;
    values[Math.floor((at - begins) / intervalMs)] = (Number(value) * instrumentAt(instruments, at).multiplier) / 1000;
    if (estimate !== undefined) estimated += 1;
  }
  return estimated;
}
