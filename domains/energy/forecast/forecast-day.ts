import { refuse, sql, verb } from '@opengoa/kernel';
import { findBuilding } from '../buildings/building-store.ts';
import { lockMeter } from '../meters/meter-store.ts';
import { meterOf } from '../meters/meter.ts';
import { DayForecast, ForecastDay } from './contract.ts';
import { isForecast, keepHours } from './forecast-store.ts';
import { forecastOf, pastOf } from './past-of.ts';

/**
 * 日前预测: the hours of a day that has not begun, with the band they will probably lie in (EN-06). Once made it stays, so that it can be held
 * against what is read. Where the data carry none, that is the answer, with the reason.
 */
export const forecastDay = verb('energy.forecast-day', {
  title: { zh: '日前预测', en: 'Forecast a day' },
  input: ForecastDay,
  who: ['energy-clerk', 'job'],
  on: 'energy.meter',
  facts: [DayForecast],
  refusals: ['day-begun', 'forecast-there', 'no-interval-meter', 'no-forecast'],
  result: DayForecast.body,
  async load(tx, { meter: id, day }, context) {
    const meter = await lockMeter(tx, id);
    const there = await isForecast(tx, id, day);
    if (there || day <= context.today || meter.reads !== 'interval') return { meter, there, made: null };
    // Today is not over: it is not looked at.
    const past = await pastOf(tx, [id], await findBuilding(tx, meter.building), context.today, context);
    return { meter, there, made: forecastOf(past, day) };
  },
  at: ({ meter }) => ({ unit: meter.unit }),
  decide({ meter, there, made }, { day }, { today }) {
    if (day <= today) return refuse('day-begun', { day });
    if (there) return refuse('forecast-there', { day }, { status: 409 });
    if (meter.reads !== 'interval' || made === null) return refuse('no-interval-meter', { meter: meter.name });
    if (made.status !== 'ok') {
      const [{ code, zh, en }] = made.reasons as [(typeof made.reasons)[number]];
      return refuse('no-forecast', { reason: code, why: { zh, en } });
    }
    const floor = made.scores.find(({ method }) => method === 'ensemble')!;
    const taken = made.scores.find(({ method }) => method === made.method)!;
    const body = {
      day,
      method: made.method,
      version: '1.0.0',
      knownTo: made.knownTo,
      expected: rounded(made.expected.reduce((sum, value) => sum + value, 0)),
      scoredDays: taken.days,
      nrmsePercent: rounded(taken.nrmsePercent),
      floorNrmsePercent: rounded(floor.nrmsePercent),
    };
    return { facts: [DayForecast.of({ object: meterOf(meter), unit: meter.unit, body })], result: body };
  },
  async also(tx, { meter, made }, { day }) {
    if (made?.status !== 'ok') return;
    const { id } = await tx.one<{ id: string }>(
      sql`select id from energy.forecast where meter_id = ${meter.id} and day = ${day}`,
    );
    await keepHours(tx, id, made);
  },
});

const rounded = (value: number): number => Number(value.toFixed(4));
