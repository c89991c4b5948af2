import { read } from '@opengoa/kernel';
import { z } from 'zod';
import { ProfileAnswer } from './contract.ts';
import { heatMap, meanDays } from '../methods/day-profile.ts';
import { readers } from '../readers.ts';
import { daysOf, hoursOf, sumHours } from '../readings/hours-of.ts';
import { daysFrom, Looked, meteredOf } from './metered.ts';

/** 用能热力图: hours by days of a stretch, and the mean day of each kind. */
export const profile = read('energy.profile', {
  title: { zh: '用能热力图', en: 'Profile' },
  query: z.strictObject(Looked),
  answer: ProfileAnswer,
  who: readers,
  async fetch(tx, looked, context) {
    const { from, toExclusive } = looked;
    const { name, unit, measure, meters, kindOfDay } = await meteredOf(tx, looked, context);
    const rows = await daysOf(
      tx,
      meters.map(({ id }) => id),
      from,
      toExclusive,
    );
    const electricityKwh = sumHours(
      meters.map(({ id }) =>
        hoursOf(
          rows.filter((row) => row.meter === id),
          from,
          toExclusive,
        ),
      ),
    );
    const series = { startsOn: from, electricityKwh };
    const map = heatMap(series, kindOfDay);
    const means = meanDays(series, kindOfDay);
    const days = daysFrom(from, electricityKwh.length / 24);
    return {
      unit,
      name,
      measure,
      from,
      toExclusive,
      days: days.map((day) => ({ day, kind: kindOfDay(day) })),
      hours:
        map.status === 'ok' ? map.kwh.map((row) => [...row]) : days.map(() => Array.from({ length: 24 }, () => null)),
      highest: map.status === 'ok' ? map.highestKwh : 0,
      meanDays:
        means.status === 'ok'
          ? means.profiles.map(({ kind, days: count, meanKwh }) => ({ kind, days: count, mean: [...meanKwh] }))
          : [],
    };
  },
  at: ({ unit }) => ({ unit }),
});
