/**
 * What a meter would have read: the mean of three baselines that err differently, with a band and with the doubt of a total.
 *
 * TOWT (EN-02); an hour-by-hour regression that gaps and wild readings do not upset; the same with readings of three months ago weighing half, which follows
 * a level that has shifted. Each third of the training span is also predicted by models that have not seen it: from those errors come the band (split
 * conformal, by hour of the day and by how the day is worked) and the doubt of a total. Below eight weeks only the hour-by-hour regression speaks, without
 * weather, and the answer says so. Where the seasons of a school are told, what they change is learned beside it ({@link sessionShift}).
 */
import { type HourSeries, type KindOfDay, dayNumber, dayOf, hoursOfDay } from '@opengoa/energy/hour-series';
import { fitTowt, predictTowt } from '@opengoa/energy/towt-baseline';
import { trustworthyHours } from '@opengoa/energy/trustworthy-hours';
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import { calibratedHalves, type PastError } from './calibrated-band.ts';
import { type Circumstances, circumstancesOf } from './circumstances.ts';
import { fitHourRegression, predictHourRegression } from './hour-regression.ts';
import { sessionShift } from './session-shift.ts';

export interface BaselineSettings {
  readonly kindOfDay: KindOfDay;
  /** Days on which a school or a training centre teaches, known ahead; left out where the building has no such seasons. */
  readonly inSession?: (day: string) => boolean;
  /** Share of readings that the band is to hold. */
  readonly nominal?: number;
}

export interface EnergyBaseline {
  /** One a place of the whole series, in its unit. */
  readonly expected: Float64Array;
  readonly low: Float64Array;
  readonly high: Float64Array;
  readonly working: Uint8Array;
  /** The same as `expected`, where each place of the training span was predicted by models that had not seen it; NaN elsewhere. */
  readonly unseen: Float64Array;
  /** Readings learned from, NaN where none or where a rule of documents contradicts them. */
  readonly learned: Float64Array;
  /** Share of a total by which it may be off either way, at the nominal share. */
  readonly totalDoubt: number;
  readonly members: readonly string[];
  /** Less than eight weeks were read: no weather, no season. */
  readonly coldStart: boolean;
  readonly trainedDays: number;
}

export const coldStartDays = 56;
const leastDays = 14;
const halfLifeDays = 90;
const folds = 3;

/**
 * @param series training and later hours together; what was read from `to` on is not looked at
 * @param from @param to places of the training span, whole days, the end not included
 * @returns `insufficient_data` below 14 days of readings
 */
export function energyBaseline(
  series: HourSeries,
  from: number,
  to: number,
  { kindOfDay, inSession, nominal = 0.9 }: BaselineSettings,
): MethodResult<EnergyBaseline> {
  const around = circumstancesOf(series, kindOfDay);
  const { kwh } = trustworthyHours(series.electricityKwh.slice(from, to));
  const learned = new Float64Array(around.hours).fill(Number.NaN);
  kwh.forEach((value, i) => {
    if (value !== null) learned[from + i] = value;
  });
  const trainedDays = Math.round(kwh.filter((value) => value !== null).length / hoursOfDay);
  if (trainedDays < leastDays)
    return insufficient({
      zh: `可用读数${trainedDays}天，至少需要${leastDays}天`,
      en: `${trainedDays} days of readings, ${leastDays} are needed`,
      needed: leastDays,
      found: trainedDays,
    });
  const coldStart = trainedDays < coldStartDays;
  const sessions = inSession && !coldStart ? sessionsOf(series.startsOn, around.hours, inSession) : null;
  const told = (parts: readonly Member[], of: Float64Array): Float64Array => {
    const mean = meanOf(parts.map(({ expected: one }) => one));
    if (!sessions) return mean;
    const shift = sessionShift(of, mean, sessions, around.working);
    const least = of.some((value) => value < 0) ? Number.NEGATIVE_INFINITY : 0;
    return mean.map((value, i) => Math.max(least, value + shift[i]!));
  };
  const parts = membersOf(series, around, learned, from, to, coldStart, kindOfDay);
  if (parts.length === 0) return insufficient({ zh: '读数全为零', en: 'all readings are zero', needed: 1, found: 0 });
  const expected = told(parts, learned);
  const unseen = new Float64Array(around.hours).fill(Number.NaN);
  for (let fold = 0; fold < folds; fold++) {
    const [start, end] = foldOf(from, to, fold);
    const rest = learned.slice();
    rest.fill(Number.NaN, start, end);
    const others = membersOf(series, around, rest, from, to, coldStart, kindOfDay);
    if (others.length > 0) unseen.set(told(others, rest).subarray(start, end), start);
  }
  const half = bandHalves(learned, unseen, around, nominal);
  const negative = learned.some((value) => value < 0);
  return ok({
    expected,
    low: expected.map((value, i) => (negative ? value - half[i]! : Math.max(0, value - half[i]!))),
    high: expected.map((value, i) => value + half[i]!),
    working: around.working,
    unseen,
    learned,
    totalDoubt: totalDoubtOf(learned, unseen, from, to),
    members: parts.map(({ name }) => name),
    coldStart,
    trainedDays,
  });
}

const sessionsOf = (startsOn: string, hours: number, inSession: (day: string) => boolean): Uint8Array => {
  const first = dayNumber(startsOn);
  const days = Array.from({ length: Math.ceil(hours / hoursOfDay) }, (_, i) => Number(inSession(dayOf(first + i))));
  return Uint8Array.from({ length: hours }, (_, i) => days[Math.floor(i / hoursOfDay)]!);
};

const foldOf = (from: number, to: number, fold: number): [number, number] => {
  const days = (to - from) / hoursOfDay;
  return [
    from + Math.floor((days * fold) / folds) * hoursOfDay,
    from + Math.floor((days * (fold + 1)) / folds) * hoursOfDay,
  ];
};

interface Member {
  readonly name: string;
  readonly expected: Float64Array;
}

function membersOf(
  series: HourSeries,
  around: Circumstances,
  learned: Float64Array,
  from: number,
  to: number,
  coldStart: boolean,
  kindOfDay: KindOfDay,
): Member[] {
  const found: Member[] = [];
  const regressed = (name: string, halfLife?: number) => {
    const model = fitHourRegression(learned, around, from, to, halfLife ? { halfLifeDays: halfLife } : {});
    if (model) found.push({ name, expected: predictHourRegression(model, around, 0, around.hours) });
  };
  regressed('hour-regression');
  if (coldStart) return found;
  regressed('hour-regression-recent', halfLifeDays);
  const towt = towtOf(series, learned, from, to, kindOfDay);
  if (towt) found.push({ name: 'towt', expected: towt });
  return found;
}

function towtOf(
  series: HourSeries,
  learned: Float64Array,
  from: number,
  to: number,
  kindOfDay: KindOfDay,
): Float64Array | null {
  const fit = fitTowt(
    {
      startsOn: dayOf(dayNumber(series.startsOn) + from / hoursOfDay),
      electricityKwh: Array.from(learned.subarray(from, to), (value) => (Number.isNaN(value) ? null : value)),
      outdoorC: series.outdoorC.slice(from, to),
    },
    { kindOfDay, minimumPresentShare: 0.3, minimumDays: leastDays },
  );
  if (fit.status !== 'ok') return null;
  return Float64Array.from(predictTowt(fit.model, series, kindOfDay), ({ expectedKwh }) => expectedKwh ?? Number.NaN);
}

/** Mean of those that have a value. */
function meanOf(parts: readonly Float64Array[]): Float64Array {
  return parts[0]!.map((_, i) => {
    let [sum, count] = [0, 0];
    for (const part of parts)
      if (!Number.isNaN(part[i]!)) {
        sum += part[i]!;
        count += 1;
      }
    return count === 0 ? Number.NaN : sum / count;
  });
}

/** Half the width of the band at each place, by hour of the day and by how the day is worked. */
function bandHalves(
  learned: Float64Array,
  unseen: Float64Array,
  { working, hours }: Circumstances,
  nominal: number,
): Float64Array {
  const kindAt = (i: number) => (i % hoursOfDay) * 2 + working[i]!;
  const errors: PastError[] = [];
  for (let i = 0; i < hours; i++) {
    const size = Math.abs(learned[i]! - unseen[i]!);
    if (!Number.isNaN(size)) errors.push({ size, kind: kindAt(i) });
  }
  const halves = calibratedHalves(errors, 2 * hoursOfDay, nominal);
  return Float64Array.from({ length: hours }, (_, i) => halves[kindAt(i)]!);
}

/** Student's t for two sides of 90 % and as many degrees of freedom as there are folds. */
const t90 = 2.353;

/** By how much the totals of spans that models had not seen were off, as a share. */
function totalDoubtOf(learned: Float64Array, unseen: Float64Array, from: number, to: number): number {
  let squares = 0;
  for (let fold = 0; fold < folds; fold++) {
    const [start, end] = foldOf(from, to, fold);
    let [off, sum] = [0, 0];
    for (let i = start; i < end; i++) {
      if (Number.isNaN(learned[i]!) || Number.isNaN(unseen[i]!)) continue;
      off += learned[i]! - unseen[i]!;
      sum += unseen[i]!;
    }
    squares += sum === 0 ? 0 : (off / sum) ** 2;
  }
  return t90 * Math.sqrt(squares / folds);
}
