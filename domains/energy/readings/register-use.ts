/**
 * From what a counting instrument showed to what was used: the difference of neighbours, spread evenly over the time between
 * them, an exchanged instrument's two stretches both counted.
 *
 * The outcome depends on the readings alone and not on the order they came in. A reading below the one before it is kept apart
 * and passed over, until an exchange or a correction explains it; going once round the end of the register is no fall.
 */
import { type Instrument, instrumentAt } from '../meters/meter.ts';
import { type DayUse, dayIn, type GrowingDay } from './day-use.ts';
import { dayBegins, hourMs, localDayNumber, localHour } from './local-time.ts';

export interface RegisterReading {
  readonly at: number;
  /** Thousandths, as shown. */
  readonly value: number;
}

export interface RegisterUse {
  readonly days: readonly DayUse[];
  /** Instants of readings that fall below the one before. */
  readonly falls: readonly number[];
}

/** Where a register of so many digits begins again, in thousandths. */
export const endOf = (digits: number | null): number | null => (digits === null ? null : 10 ** digits * 1000);

/** Beyond this a stretch says nothing of single hours. */
const longestByHourMs = 3 * hourMs;

/**
 * @param readings in the order of time
 * @param instruments of the meter, in the order of time
 * @param begins when the first instrument went into service
 * @param digits before the point, after which the register begins again
 * @param goesOn the first reading is one that counts already, from which the rest is reckoned: since its instrument began, the register
 *   may have gone round, so it is not held against the first value
 */
export function registerUse(
  readings: readonly RegisterReading[],
  instruments: readonly Instrument[],
  begins: number,
  digits: number | null,
  goesOn = false,
): RegisterUse {
  const days = new Map<number, GrowingDay>();
  const falls: number[] = [];
  const end = endOf(digits);
  for (const instrument of instruments) {
    const begun = goesOn && readings[0] !== undefined && instrumentAt(instruments, readings[0].at) === instrument;
    let last: RegisterReading | null =
      begun || instrument.first === null ? null : { at: instrument.from?.getTime() ?? begins, value: instrument.first };
    for (const reading of readings) {
      if (instrumentAt(instruments, reading.at) !== instrument) continue;
      const day = dayIn(days, localDayNumber(reading.at));
      const step = last === null ? 0 : stepOf(last.value, reading.value, end);
      if (step === null) {
        falls.push(reading.at);
        day.suspect += 1;
        continue;
      }
      day.count += 1;
      if (last !== null) spread(days, last.at, reading.at, step * instrument.multiplier);
      last = reading;
    }
    if (last === null || instrument.to === null || instrument.last === null) continue;
    const step = stepOf(last.value, instrument.last, end);
    if (step !== null) spread(days, last.at, instrument.to.getTime(), step * instrument.multiplier);
  }
  return { days: [...days.values()].toSorted((a, b) => a.dayNumber - b.dayNumber), falls };
}

/**
 * How far the register went, null for a fall. From its last tenth to its first tenth it went round (EN-04: register overflow).
 * @param end after which the register begins again, in thousandths; null where that is not known
 */
export function stepOf(before: number, now: number, end: number | null): number | null {
  if (now >= before) return now - before;
  return end !== null && before >= 0.9 * end && now <= 0.1 * end ? now + end - before : null;
}

/** Shares an amount over the time between two readings, in whole thousandths that add up to it exactly. */
function spread(days: Map<number, GrowingDay>, from: number, to: number, amount: number): void {
  if (to <= from) {
    dayIn(days, localDayNumber(from)).total += amount;
    return;
  }
  const byHour = to - from <= longestByHourMs;
  const until = (at: number) => (at >= to ? amount : Math.floor(amount * ((at - from) / (to - from))));
  for (let begins = from; begins < to;) {
    const next = byHour ? (Math.floor(begins / hourMs) + 1) * hourMs : dayBegins(localDayNumber(begins) + 1);
    const ends = Math.min(to, next);
    const part = until(ends) - until(begins);
    const day = dayIn(days, localDayNumber(begins));
    day.total += part;
    if (byHour) {
      const hour = localHour(begins);
      day.hours[hour] = (day.hours[hour] ?? 0) + part;
    }
    begins = ends;
  }
}
