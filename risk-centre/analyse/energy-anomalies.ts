/**
 * `energy-anomalies`: readings of any number of meters in, one answer for each reading out. Without labels a score says how unusual a reading is among its
 * own meter's; with a file of judged readings, the chance that people would call it an anomaly. With `--as-they-come` each reading is judged by those
 * before it alone, as it is read. An answer is an anomaly to be verified (待核实异常).
 */
import type { Words } from '@opengoa/kernel/words';
import type { KindOfDay } from '@opengoa/energy/hour-series';
import { fitAnomalyModel, type AnomalyModel } from '../methods/energy/anomaly-model.ts';
import { judgedReadings, learnedReadings, type MeterReadings } from '../methods/energy/judged-readings.ts';
import type { Surroundings } from '../methods/energy/reading-grid.ts';
import { surpriseLimit, surpriseStream } from '../methods/streams/surprise.ts';
import { calendarSettings, kindOfDayFor, metersAsked, specialDayShape } from './meter-calendar.ts';
import { hourly } from './meter-hours.ts';
import {
  type AnalysisAnswer,
  type AnalysisMethod,
  type AnalysisRow,
  type AnalysisRows,
  SettingRefused,
} from './method.ts';
import {
  judgedReadingShape,
  type MeterColumns,
  metersOf,
  readingShape,
  weatherOf,
  weatherShape,
} from './reading-rows.ts';

export const energyAnomalies: AnalysisMethod = {
  name: 'energy-anomalies',
  about: {
    zh: '用能读数异常：每个读数的预期值、上下限、异常程度与理由；可附气温，可从已核实的读数学习',
    en: 'Unusual meter readings: for each what was expected, its limits, how unusual it is and why; weather and judged readings may be added',
  },
  input: readingShape,
  files: { weather: weatherShape, judged: judgedReadingShape, days: specialDayShape },
  settings: {
    calendar: calendarSettings.calendar,
    'as-they-come': {
      zh: '逐条判断，只看此前读数；填相邻读数间隔的分钟数',
      en: 'judge each reading by those before it alone; takes the minutes between readings',
    },
  },
  output: ['meter', 'timestamp', 'expected', 'low', 'high'],
  async *run(rows, files, settings, tools) {
    const minutes = settings['as-they-come'];
    if (minutes !== undefined) return yield* asTheyCome(rows, Number(minutes));
    const outdoorAt = files['weather'] && (await weatherOf(files['weather']));
    const days: AnalysisRow[] = [];
    for await (const row of files['days'] ?? []) days.push(row);
    const around = async (meters: ReadonlyMap<string, MeterColumns>): Promise<Surroundings> => ({
      outdoorAt,
      kindOfDay: await worked(meters.values(), settings['calendar'], days),
    });
    const judged = files['judged'] && (await metersOf(files['judged'], tools, true));
    const model = judged && learnedOrRefused(judged, await around(judged));
    const meters = await metersOf(rows, tools);
    const surroundings = await around(meters);
    for (const [meter, columns] of meters) {
      yield* answersOf(meter, { ...columns, ...surroundings }, model);
      meters.delete(meter);
    }
  },
};

/** Readings spread over a span far longer than themselves tell nothing of the days. */
const sparsest = 50;

function worked(
  meters: Iterable<MeterColumns>,
  said: string | undefined,
  days: readonly AnalysisRow[],
): Promise<KindOfDay> {
  const asked = [...meters]
    .slice(0, metersAsked)
    .filter(({ times }) => times.length > 0 && (times.at(-1)! - times[0]!) / hourMs < sparsest * times.length)
    .map(({ times, values }) => hourly({ at: times, values }, 'sum'));
  const until = asked.reduce((last, { firstHour, values }) => Math.max(last, firstHour + values.length), 0);
  return kindOfDayFor(asked, until, said, days);
}

const stampOf = (timeMs: number): string => new Date(timeMs).toISOString().slice(0, 19).replace('T', ' ');
const orNone = (value: number): number | null => (Number.isFinite(value) ? value : null);
const hourMs = 3_600_000;

function* answersOf(
  meter: string,
  readings: MeterReadings & { readonly times: Float64Array },
  model: AnomalyModel | undefined,
): Generator<AnalysisAnswer> {
  const judged = judgedReadings(readings, model);
  for (const [i, time] of readings.times.entries()) {
    if (judged.status !== 'ok') {
      const [{ zh, en }] = [judged.reasons[0]!];
      const values = { meter, timestamp: stampOf(time), expected: null, low: null, high: null };
      yield { values, score: null, flag: 0, reason: { zh: `insufficient_data：${zh}`, en } };
      continue;
    }
    const { expected, low, high, score, flag, reason } = judged.judge(i);
    const values = {
      meter,
      timestamp: stampOf(time),
      expected: orNone(expected),
      low: orNone(low),
      high: orNone(high),
    };
    yield { values, score: orNone(score), flag, reason };
  }
}

function learnedOrRefused(meters: ReadonlyMap<string, MeterColumns>, surroundings: Surroundings): AnomalyModel {
  const judged = [...meters.values()].flatMap((columns) => {
    const learned = learnedReadings({ ...columns, ...surroundings }, columns.labels);
    return learned ? [learned] : [];
  });
  try {
    return fitAnomalyModel(judged);
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
    throw new SettingRefused({
      zh: '--judged 须同时有标为1和标为0的读数。',
      en: '--judged needs readings labelled 1 and readings labelled 0.',
    });
  }
}

const continuing = 0.49;
const called = (times: number): Words => ({
  zh: `偏离为此前最大偏离的${times}倍。待核实异常`,
  en: `${times} times as far off as ever before. To be verified`,
});
const goesOn: Words = { zh: '延续刚提示过的偏离', en: 'Goes on from what was just called' };
const ordinary: Words = { zh: '未超出此前的偏离', en: 'No farther off than before' };

/** Nothing is held but what each meter's stream remembers. */
async function* asTheyCome(rows: AnalysisRows, minutes: number): AsyncGenerator<AnalysisAnswer> {
  if (!(minutes > 0))
    throw new SettingRefused({ zh: '--as-they-come 须为大于0的分钟数。', en: '--as-they-come takes minutes above 0.' });
  const day = Math.max(1, Math.round(1440 / minutes));
  const streams = new Map<string, ReturnType<typeof surpriseStream>>();
  for await (const { values } of rows) {
    const meter = String(values['meter']);
    const stream = streams.get(meter) ?? surpriseStream({ day });
    streams.set(meter, stream);
    const { expected, surprise, isNew } = stream(Number(values['value']));
    const share = surprise / (surprise + surpriseLimit);
    yield {
      values: { meter, timestamp: String(values['timestamp']), expected: orNone(expected), low: null, high: null },
      // What goes on after it was called is said once: a score of one half and more is a flag, here as elsewhere.
      score: isNew ? share : Math.min(share, continuing),
      flag: isNew ? 1 : 0,
      reason: isNew ? called(Number(surprise.toPrecision(3))) : share > 0.5 ? goesOn : ordinary,
    };
  }
}
