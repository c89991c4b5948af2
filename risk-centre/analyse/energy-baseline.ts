/**
 * `energy-baseline`: what each meter would have used in a later span, learned from an earlier one, and how far what it used lies from that. Savings count up
 * when less was used than expected. `cvrmse` and `nmbe` are of the later span, which was not learned from, as shares.
 */
import { availableParallelism } from 'node:os';
import { isMainThread } from 'node:worker_threads';
import { type KindOfDay, hoursOfDay } from '@opengoa/energy/hour-series';
import { type BaselineJob, daysFrom } from './baseline-answer.ts';
import { baselineAnswers } from './baseline-threads.ts';
import { calendarSettings, kindOfDayFor, sessionShape, sessionsOf, specialDayShape } from './meter-calendar.ts';
import {
  dayOfHour,
  type Hourly,
  meterShape,
  midnightBefore,
  readMeters,
  readWeather,
  spanOfText,
  stretch,
  weatherShape,
} from './meter-hours.ts';
import type { AnalysisMethod } from './method.ts';

type Span = readonly [number, number];

export const energyBaselineOfFiles: AnalysisMethod = {
  name: 'energy-baseline',
  about: {
    zh: '用能基线：由训练期推算报告期应有用量，给出节约量(正为少用)、误差与90%不确定度；误差为报告期的比值',
    en: 'What a later span would have used by an earlier one: savings (above 0: less was used), errors in the later span as shares, and the 90 % doubt of savings',
  },
  input: meterShape,
  files: { weather: weatherShape, days: specialDayShape, sessions: sessionShape },
  settings: {
    train: { zh: '训练期（起..止，默认前四分之三）', en: 'span to learn from, first..last (the first three quarters)' },
    report: { zh: '报告期（起..止，默认训练期之后）', en: 'span to report on, first..last (all after the first)' },
    ...calendarSettings,
  },
  output: ['meter', 'savings', 'cvrmse', 'nmbe', 'uncertainty'],
  async *run(rows, files, settings, tools) {
    const { train, report } = settings;
    const said = { train: train && spanOfText('train', train), report: report && spanOfText('report', report) };
    const weather = await readWeather(files['weather']);
    const meters = await readMeters(rows, tools);
    const spans = new Map([...meters].map(([meter, hours]) => [meter, spansOf(hours, said.train, said.report)]));
    const until = Math.max(0, ...[...spans.values()].map(({ learn }) => learn[1]));
    const kindOfDay = await kindOfDayFor(meters.values(), until, settings['calendar'], files['days']);
    const inSession = await sessionsOf(files['sessions']);
    const jobs = [...meters].map(
      ([meter, hours]) =>
        () =>
          jobOf(meter, hours, weather, spans.get(meter)!, kindOfDay, settings['clock'], inSession),
    );
    // A thread that was given bounds of its own starts no further ones.
    yield* baselineAnswers(jobs, { threads: isMainThread ? availableParallelism() : 1 });
  },
};

/** Whole days to learn from, and hours to report on. */
function spansOf({ firstHour, values }: Hourly, train: Span | '' | undefined, report: Span | '' | undefined) {
  const end = firstHour + values.length;
  const learned: Span = train || [firstHour, report ? report[0] : firstHour + Math.floor(0.75 * values.length)];
  const learn: Span = [midnightBefore(learned[0]), midnightBefore(learned[1] + hoursOfDay - 1)];
  return { learn, tell: report || ([learn[1], Math.max(end, learn[1])] as const) };
}

function jobOf(
  meter: string,
  hours: Hourly,
  weather: Hourly | null,
  { learn, tell }: ReturnType<typeof spansOf>,
  kindOfDay: KindOfDay,
  clock: string | undefined,
  inSession: ((day: string) => boolean) | null,
): BaselineJob {
  const start = Math.min(learn[0], midnightBefore(tell[0]));
  const end = Math.max(learn[1], tell[1]);
  const startsOn = dayOfHour(start);
  return {
    meter,
    startsOn,
    kwh: stretch(hours, start, end),
    outdoorC: stretch(weather, start, end),
    learn: [learn[0] - start, learn[1] - start],
    tell: [tell[0] - start, tell[1] - start],
    days: daysFrom(startsOn, end - start).map(kindOfDay),
    inSession: inSession && daysFrom(startsOn, end - start).map(inSession),
    clock,
  };
}
