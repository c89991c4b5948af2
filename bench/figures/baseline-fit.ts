import { normal, seeded } from '@opengoa/kernel/seeded';
import type { BaselineJob } from '../../risk-centre/analyse/baseline-answer.ts';
import { baselineAnswers } from '../../risk-centre/analyse/baseline-threads.ts';
import { chinaDays } from '../../risk-centre/methods/energy/working-calendars.ts';
import { dayNumber, dayOf } from '@opengoa/energy/hour-series';
import { type Figure, atMost, told } from '../figure.ts';

const meterYears = 1_000;
const threads = 4;
const mostSeconds = 300;
const year = { startsOn: '2025-01-01', days: 365 };
const hours = year.days * 24;

/**
 * What `energy-baseline` does with a thousand meters of a year each: the whole ensemble with its band, its doubt and its clock. A year is learned and the same
 * year is told. The short form fits a tenth and is held to a tenth of the time.
 */
export const baselineFit: Figure = {
  name: 'baseline-fit',
  title: 'Baselines of 1,000 meter-years of hourly data, 4 worker threads',
  async measure({ short, say }) {
    const share = short ? 0.1 : 1;
    const count = meterYears * share;
    const jobs = Array.from({ length: count }, (_, i) => () => madeYear(i));
    const before = process.cpuUsage();
    const begin = performance.now();
    const errors: number[] = [];
    for await (const { values, score } of baselineAnswers(jobs, { threads })) {
      if (score === null) throw new Error(`${values['meter']} has no baseline`);
      errors.push(Number(values['cvrmse']));
      if (errors.length % (count / 10) === 0) say(`  ${errors.length} of ${count}`);
    }
    const seconds = (performance.now() - begin) / 1000;
    const { user, system } = process.cpuUsage(before);
    const processor = (user + system) / 1e6;
    const cancelled = await cancelling();
    return [
      atMost(`${count.toLocaleString('en')} meter-years, 4 threads`, seconds, mostSeconds * share, 's'),
      told('processor of all threads, shared by four cores', `${(processor / 4).toFixed(1)} s`),
      told('processor of a meter-year', `${((1000 * processor) / count).toFixed(0)} ms`),
      told('CV(RMSE), middle', errors.toSorted((a, b) => a - b)[count >> 1]!.toFixed(3)),
      atMost('cancelled: until all threads are gone', cancelled, 1_000, 'ms'),
    ];
  },
};

/** Milliseconds from saying stop, in the middle of the fits, to the end of the last thread. */
async function cancelling(): Promise<number> {
  const stop = new AbortController();
  const jobs = Array.from({ length: 40 }, (_, i) => () => madeYear(i));
  let said = 0;
  try {
    for await (const _ of baselineAnswers(jobs, { threads, signal: stop.signal }))
      if (said === 0) {
        said = performance.now();
        stop.abort(new Error('cancelled'));
      }
  } catch (error) {
    if (stop.signal.reason !== error) throw error;
    return performance.now() - said;
  }
  throw new Error('was not cancelled');
}

/** An office of its own size, hours, heating, cooling and night load, with noise that leans on the hour before it, dead hours and one gap of two days. */
function madeYear(seed: number): BaselineJob {
  const random = seeded(seed + 1);
  const between = (low: number, high: number) => low + (high - low) * random();
  const size = between(5, 200);
  const [night, heat, cool] = [between(0.1, 0.5), between(0, 0.03), between(0.01, 0.06)];
  const [opens, closes] = [Math.floor(between(7, 9)), Math.floor(between(17, 21))];
  const gap = Math.floor(between(0, year.days - 2)) * 24;
  const first = dayNumber(year.startsOn);
  const days = Array.from({ length: year.days }, (_, i) => chinaDays(dayOf(first + i)));
  const outdoorC: number[] = [];
  let drift = 0;
  let off = 0;
  const kwh = Array.from({ length: hours }, (_, i) => {
    drift = 0.99 * drift + 0.3 * normal(random);
    const c =
      15 -
      13 * Math.cos((2 * Math.PI * (i / 24 - 15)) / 365) +
      4 * Math.sin((2 * Math.PI * ((i % 24) - 9)) / 24) +
      drift;
    outdoorC.push(c);
    off = 0.6 * off + 0.04 * normal(random);
    const open = days[Math.floor(i / 24)] === 'workday' && i % 24 >= opens && i % 24 < closes;
    const load = open ? 1 + heat * Math.max(12 - c, 0) + cool * Math.max(c - 22, 0) : night;
    const read = random() > 0.005 && !(i >= gap && i < gap + 48);
    return read ? size * load * Math.max(0.05, 1 + off) : null;
  });
  return {
    meter: `made-${seed}`,
    startsOn: year.startsOn,
    kwh,
    outdoorC,
    learn: [0, hours],
    tell: [0, hours],
    days,
    inSession: null,
  };
}
