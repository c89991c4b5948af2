import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { daysBetween } from '@opengoa/kernel/calendar';
import { lockMeter } from '../meters/meter-store.ts';
import { meterOf } from '../meters/meter.ts';
import { dayNumber } from '../methods/hour-series.ts';
import { rebuildStretches } from '../readings/day-store.ts';
import { qualityCode } from '../readings/interval-batch.ts';
import { dayBegins, dayMs, hourMs } from '../readings/local-time.ts';
import { insertReadings } from '../readings/reading-store.ts';
import { EstimateGaps, GapsEstimated } from './contract.ts';
import { type Filled, fillGaps } from './fill-gaps.ts';
import { makeDays, readingsAround } from './gap-store.ts';

const longestDays = 92;

/**
 * 缺数估补: what a meter failed to say is estimated from what it said around it, labelled for good, and gives way to the real reading as soon as
 * that arrives. An estimate counts in totals and never as read (DQ-07).
 */
export const estimateGaps = verb('energy.estimate-gaps', {
  title: { zh: '估补缺数', en: 'Estimate what is missing' },
  input: EstimateGaps,
  who: ['energy-clerk'],
  on: 'energy.meter',
  facts: [GapsEstimated],
  refusals: ['period-backwards', 'period-too-long', 'no-interval-meter', 'no-gap', 'too-little-around'],
  async load(tx, { meter: id, from, toExclusive }, { now, standards, today }) {
    const meter = await lockMeter(tx, id);
    const none: Filled = { estimates: [], left: 0 };
    if (meter.intervalMinutes === null || toExclusive <= from || daysBetween(from, toExclusive) > longestDays)
      return { meter, filled: none };
    const limit = (item: string) => standards.numberOn('energy.gap-repair', today, [], { item });
    const intervalMs = meter.intervalMinutes * 60_000;
    const begins = dayBegins(Math.max(dayNumber(from), dayNumber(meter.validFrom)));
    const inService = meter.validTo === null ? Infinity : dayBegins(dayNumber(meter.validTo) + 1);
    const whole = Math.floor(now.getTime() / intervalMs) * intervalMs;
    const ends = Math.min(dayBegins(dayNumber(toExclusive)), inService, whole);
    const around = limit('like-days') * dayMs;
    // Readings kept apart are there, and what they mean is somebody's to decide: they are no gap, and nothing is drawn from them.
    const { read, apart } = await readingsAround(tx, id, new Date(begins - around), new Date(ends + around));
    const rules = {
      betweenIntervals: Math.floor((limit('between-hours') * hourMs) / intervalMs),
      likeWeeks: Math.floor(limit('like-days') / 7),
      leastLike: limit('least-like'),
    };
    return { meter, filled: fillGaps(read, begins, ends, intervalMs, rules, apart) };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ meter, filled: { estimates, left } }, { from, toExclusive, why }) {
    if (toExclusive <= from) return refuse('period-backwards');
    if (daysBetween(from, toExclusive) > longestDays) return refuse('period-too-long', { days: longestDays });
    if (meter.intervalMinutes === null) return refuse('no-interval-meter', { meter: meter.name });
    if (estimates.length === 0) return left > 0 ? refuse('too-little-around', { count: left }) : refuse('no-gap');
    const between = estimates.filter(({ by }) => by === 'between').length;
    return [
      GapsEstimated.of({
        object: meterOf(meter),
        unit: meter.unit,
        body: {
          from,
          toExclusive,
          first: new Date(estimates[0]!.at).toISOString(),
          last: new Date(estimates.at(-1)!.at).toISOString(),
          readings: estimates.length,
          between,
          like: estimates.length - between,
          left,
        },
        why,
      }),
    ];
  },
  async also(tx, { meter, filled: { estimates } }, _input, { now }) {
    const columns = {
      at: estimates.map(({ at }) => at),
      value: estimates.map(({ value }) => value),
      quality: estimates.map(() => qualityCode.estimated),
    };
    const lists = { at: columns.at.join(','), value: columns.value.join(','), quality: columns.quality.join(',') };
    await insertReadings(tx, [{ meter, columns, lists }]);
    const [first, last] = [new Date(columns.at[0]!), new Date(columns.at.at(-1)!)];
    await tx.run(sql`
      insert into energy.repair (id, unit_id, meter_id, from_at, to_at, readings, repaired_at)
      values (${newId()}, ${meter.unit}, ${meter.id}, ${first}, ${last}, ${estimates.length}, ${now})`);
    await makeDays(tx, meter, columns.at);
    await rebuildStretches(tx, meter.id, [[first, last]]);
  },
});
