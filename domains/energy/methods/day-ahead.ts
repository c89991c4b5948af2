/**
 * EN-06, the day-ahead forecast of one meter's hours, and how far it may be trusted.
 *
 * Candidates: the same hour on the mean of the last seven days (the ensemble, the floor), the same hour a week before, the mean of the last four
 * days of the same sort, and a regression for each hour of the day on those three, on working days and on how warm it lately was. All are made for
 * each of the last sixty days from nothing but what was known then (rolling origin); the best is taken, and where none beats the ensemble the
 * ensemble is. What lies in the future is not looked at: the temperature is that of the last known day.
 *
 * The band is split-conformal by hour of the day over the same sixty days.
 */
import { type HourSeries, hoursOfDay, type KindOfDay, placesOf } from './hour-series.ts';
import { leastSquares } from './least-squares.ts';
import { insufficient, type MethodResult, ok } from './method-result.ts';

export type DayAheadMethod = 'ensemble' | 'previous-week' | 'like-days' | 'regression';
export const dayAheadMethods: readonly DayAheadMethod[] = ['ensemble', 'previous-week', 'like-days', 'regression'];

export interface DayAheadSettings {
  readonly kindOfDay: KindOfDay;
  /** Days between the last known one and the one forecast: 1 when tomorrow is forecast before today is over. */
  readonly gapDays?: number;
  /** Days over which candidates are held against each other. */
  readonly scoredDays?: number;
  /** Share of hours that the band is to hold. */
  readonly nominal?: number;
}

export interface Score {
  readonly method: DayAheadMethod;
  /** 100 · √(mean squared error) / mean load, over the hours of the scored days. */
  readonly nrmsePercent: number;
  readonly days: number;
}

export interface DayAhead {
  readonly method: DayAheadMethod;
  readonly expected: readonly number[];
  readonly low: readonly number[];
  readonly high: readonly number[];
  readonly nominal: number;
  /** The best first. */
  readonly scores: readonly Score[];
}

type Hours = readonly (number | null)[];

const ensembleDays = 7;
const likeDays = 4;
const trainingDays = 120;
const leastTraining = 35;
const leastScored = 30;

/**
 * Mean and standard deviation (n − 1) of each period over the days given: the persistence ensemble.
 * @param days oldest first; a period without a value is passed over
 */
export function persistenceEnsemble(days: readonly Hours[]): {
  readonly mean: readonly (number | null)[];
  readonly sd: readonly (number | null)[];
} {
  const periods = days[0]?.length ?? 0;
  const known = Array.from({ length: periods }, (_, i) =>
    days.flatMap((day) => (day[i] === null || day[i] === undefined ? [] : [day[i]])),
  );
  const mean = known.map((values) =>
    values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length,
  );
  return {
    mean,
    sd: known.map((values, i) =>
      values.length < 2
        ? null
        : Math.sqrt(values.reduce((sum, value) => sum + (value - mean[i]!) ** 2, 0) / (values.length - 1)),
    ),
  };
}

/** What is known of a stretch of days, and the candidates made from it, each once. */
class Past {
  readonly days: readonly Hours[];
  readonly gap: number;
  readonly #places;
  readonly #meanC: readonly (number | null)[];
  readonly #made = new Map<string, Hours | null>();

  constructor({ startsOn, electricityKwh, outdoorC }: HourSeries, kindOfDay: KindOfDay, gap: number) {
    const count = Math.floor(electricityKwh.length / hoursOfDay);
    const dayOf = (values: Hours, d: number) => values.slice(d * hoursOfDay, (d + 1) * hoursOfDay);
    this.days = Array.from({ length: count }, (_, d) => dayOf(electricityKwh, d));
    this.#meanC = Array.from({ length: count }, (_, d) => {
      const known = dayOf(outdoorC, d).filter((value): value is number => value !== null);
      return known.length < 18 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
    });
    this.gap = gap;
    this.#places = placesOf({ startsOn, hours: (count + gap + 1) * hoursOfDay }, kindOfDay);
  }

  /** @param d the day to be forecast; only days up to `d − 1 − gap` are looked at */
  make(method: DayAheadMethod, d: number): Hours | null {
    const key = `${method} ${d}`;
    const known = this.#made.get(key);
    if (known !== undefined) return known;
    const made = this.#fresh(method, d);
    this.#made.set(key, made);
    return made;
  }

  #fresh(method: DayAheadMethod, d: number): Hours | null {
    const last = d - 1 - this.gap;
    if (method === 'ensemble') return wholeOrNull(this.#meanOf(range(last - ensembleDays + 1, last)));
    if (method === 'previous-week') return d - 7 <= last ? wholeOrNull(this.days[d - 7]) : null;
    if (method === 'like-days') {
      const like: number[] = [];
      const sort = this.#places[d]!.profileWeekday;
      for (let each = last; each >= 0 && each > last - 70 && like.length < likeDays; each -= 1)
        if (this.#places[each]!.profileWeekday === sort && this.days[each]!.some((value) => value !== null))
          like.push(each);
      return like.length < 2 ? null : wholeOrNull(this.#meanOf(like));
    }
    return this.#regression(d, last);
  }

  #meanOf(days: readonly number[]): Hours {
    return persistenceEnsemble(days.flatMap((day) => (this.days[day] ? [this.days[day]] : []))).mean;
  }

  /** One row of the regression: constant, ensemble, like days, a week before, how the day is worked, how warm it lately was. */
  #features(d: number): readonly (readonly number[])[] | null {
    const [ensemble, like, week] = [this.make('ensemble', d), this.make('like-days', d), this.make('previous-week', d)];
    if (!ensemble || !like || !week) return null;
    const last = d - 1 - this.gap;
    const now = this.#meanC[last] ?? null;
    const lately = range(last - ensembleDays + 1, last).map((day) => this.#meanC[day] ?? null);
    const known = lately.filter((value): value is number => value !== null);
    const before = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
    const side = (of: (t: number) => number) => (now === null || before === null ? 0 : of(now) - of(before));
    const { kind } = this.#places[d]!;
    return Array.from({ length: hoursOfDay }, (_, hour) => [
      1,
      ensemble[hour]!,
      like[hour]!,
      week[hour]!,
      kind === 'workday' ? 1 : 0,
      kind === 'holiday' ? 1 : 0,
      side((t) => Math.max(15.5 - t, 0)),
      side((t) => Math.max(t - 18.3, 0)),
    ]);
  }

  #regression(d: number, last: number): Hours | null {
    const wanted = this.#features(d);
    // Learnt anew once a week: from what was known at its beginning.
    const fits = wanted && this.#fitsAt(last - (d % 7));
    if (!fits) return null;
    return wholeOrNull(
      wanted.map((row, hour) => {
        const fit = fits[hour];
        if (!fit) return null;
        const fitted = row.reduce((sum, value, k) => sum + value * fit.coefficients[k]!, 0);
        // Beyond what the hour has ever shown it is not trusted.
        return Math.min(Math.max(fitted, 0), 1.2 * fit.highest);
      }),
    );
  }

  readonly #fits = new Map<number, readonly (HourFit | null)[]>();

  /** One regression for each hour of the day, over the days up to this one. */
  #fitsAt(last: number): readonly (HourFit | null)[] {
    const known = this.#fits.get(last);
    if (known) return known;
    const rows = range(last - trainingDays + 1, last).flatMap((day) => {
      const features = this.#features(day);
      return features && this.days[day] ? [{ features, actual: this.days[day] }] : [];
    });
    const fits = Array.from({ length: hoursOfDay }, (_, hour): HourFit | null => {
      const usable = rows.filter(({ actual }) => actual[hour] !== null);
      if (usable.length < leastTraining) return null;
      const target = Float64Array.from(usable, ({ actual }) => actual[hour]!);
      const columns = usable[0]!.features[hour]!.map((_value, k) =>
        Float64Array.from(usable, ({ features }) => features[hour]![k]!),
      );
      return { coefficients: leastSquares(columns, target).coefficients, highest: Math.max(...target) };
    });
    this.#fits.set(last, fits);
    return fits;
  }
}

interface HourFit {
  readonly coefficients: readonly number[];
  readonly highest: number;
}

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - Math.max(0, from) + 1) }, (_, i) => Math.max(0, from) + i);

const wholeOrNull = (hours: Hours | undefined): Hours | null =>
  hours && hours.length === hoursOfDay && hours.every((value) => value !== null) ? hours : null;

/** Errors of a candidate over past days: forecast less read, by hour of the day. */
function residuals(past: Past, method: DayAheadMethod, from: number, to: number) {
  const byHour: number[][] = Array.from({ length: hoursOfDay }, () => []);
  let [squares, sum, hours, days] = [0, 0, 0, 0];
  for (const d of range(from, to)) {
    const made = past.make(method, d);
    const actual = past.days[d]!;
    if (!made || actual.every((value) => value === null)) continue;
    days += 1;
    actual.forEach((value, hour) => {
      if (value === null) return;
      const error = made[hour]! - value;
      byHour[hour]!.push(error);
      squares += error ** 2;
      sum += value;
      hours += 1;
    });
  }
  return { byHour, days, nrmsePercent: sum > 0 ? (100 * Math.sqrt(squares / hours)) / (sum / hours) : null };
}

/** Days after which an error weighs half: a building in October is not the one of August. */
const halfLifeDays = 30;

/**
 * Half the width of a band that holds the nominal share of errors: the smallest one up to which that share of their weight lies, the coming error
 * counted among the largest.
 * @param errors oldest first; all weigh the same when no half-life is given
 */
export function conformalHalf(errors: readonly number[], nominal: number, halfLife = Number.POSITIVE_INFINITY): number {
  const weighed = errors
    .map((error, i) => ({ size: Math.abs(error), weight: 0.5 ** ((errors.length - i) / halfLife) }))
    .toSorted((a, b) => a.size - b.size);
  const whole = weighed.reduce((sum, { weight }) => sum + weight, 1);
  let below = 0;
  for (const { size, weight } of weighed) {
    below += weight;
    if (below >= nominal * whole - 1e-9) return size;
  }
  return weighed.at(-1)?.size ?? Number.POSITIVE_INFINITY;
}

/**
 * Forecasts the day that lies `gapDays` beyond the last of the series.
 * @param series whole days, of which the last is the last known one
 * @returns `insufficient_data` with fewer than 30 days over which candidates can be held against what was read
 */
export function dayAhead(series: HourSeries, settings: DayAheadSettings): MethodResult<DayAhead> {
  const { kindOfDay, gapDays = 1, scoredDays = 60, nominal = 0.9 } = settings;
  const past = new Past(series, kindOfDay, gapDays);
  return dayAheadFrom(past, past.days.length + gapDays, scoredDays, nominal);
}

function dayAheadFrom(past: Past, target: number, scoredDays: number, nominal: number): MethodResult<DayAhead> {
  const last = target - 1 - past.gap;
  const held = dayAheadMethods.map((method) => ({
    method,
    ...residuals(past, method, last - scoredDays + 1, last),
  }));
  const floor = held.find(({ method }) => method === 'ensemble')!;
  if (floor.days < leastScored || floor.nrmsePercent === null)
    return insufficient({
      code: 'too-few-days',
      zh: `可供检验的天数${floor.days}天，至少需要${leastScored}天`,
      en: `${floor.days} days to be held against, ${leastScored} are needed`,
      needed: leastScored,
      found: floor.days,
    });
  const scores = held
    // A candidate that could not be made on days on which the floor was is not held against it.
    .filter(({ days, nrmsePercent }) => nrmsePercent !== null && days >= 0.9 * floor.days)
    .map(({ method, nrmsePercent, days }) => ({ method, nrmsePercent: nrmsePercent!, days }))
    .toSorted((a, b) => a.nrmsePercent - b.nrmsePercent);
  const best = scores.find(({ method }) => past.make(method, target) !== null);
  // Without the floor nothing is forecast: the week before the day was not read.
  if (!best || past.make('ensemble', target) === null)
    return insufficient({
      code: 'too-few-values',
      zh: '预测日之前的读数不全',
      en: 'too little was read right before the day',
    });
  const expected = past.make(best.method, target)!.map((value) => value!);
  const { byHour } = held.find(({ method }) => method === best.method)!;
  const half = byHour.map((errors) => conformalHalf(errors, nominal, halfLifeDays));
  return ok({
    method: best.method,
    expected,
    low: expected.map((value, hour) => Math.max(0, value - half[hour]!)),
    high: expected.map((value, hour) => value + half[hour]!),
    nominal,
    scores,
  });
}

export interface Replay {
  readonly days: number;
  /** Of the forecasts as they would have been given, whichever candidate they took. */
  readonly nrmsePercent: number;
  readonly floorNrmsePercent: number;
  /** Share of hours that lay within their band. */
  readonly coverage: number;
}

/**
 * Gives the forecast of every day of a stretch as it would have been given, and holds it against what was read.
 * @param from number of the first day to be forecast, from the beginning of the series
 */
export function replayDayAhead(series: HourSeries, settings: DayAheadSettings, from: number): MethodResult<Replay> {
  const { kindOfDay, gapDays = 1, scoredDays = 60, nominal = 0.9 } = settings;
  const past = new Past(series, kindOfDay, gapDays);
  let [squares, floor, sum, hours, within, days] = [0, 0, 0, 0, 0, 0];
  for (const d of range(from, past.days.length - 1)) {
    const made = dayAheadFrom(past, d, scoredDays, nominal);
    const ensemble = past.make('ensemble', d);
    if (made.status !== 'ok' || !ensemble) continue;
    days += 1;
    past.days[d]!.forEach((value, hour) => {
      if (value === null) return;
      squares += (made.expected[hour]! - value) ** 2;
      floor += (ensemble[hour]! - value) ** 2;
      if (value >= made.low[hour]! && value <= made.high[hour]!) within += 1;
      sum += value;
      hours += 1;
    });
  }
  if (hours === 0 || sum === 0)
    return insufficient({ code: 'too-few-days', zh: '没有可检验的天', en: 'no day to be held against' });
  const nrmse = (of: number) => (100 * Math.sqrt(of / hours)) / (sum / hours);
  return ok({ days, nrmsePercent: nrmse(squares), floorNrmsePercent: nrmse(floor), coverage: within / hours });
}
