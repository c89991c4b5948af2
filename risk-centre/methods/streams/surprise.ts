/**
 * How surprising each reading of a stream is when it comes, from nothing but those before it, in bounded memory. What is expected is the better of three
 * guesses by their own record: the running mean, the median of the same time on the last days, and on the last weeks. What is left over is averaged over
 * the last 1, 4, 16 and 64 readings; each average is held against the highest that this stream has shown up to a while ago. So a ramp is seen as well as
 * a leap, and a stream that always leaps surprises nobody. High marks fade with time, and one huge event raises them by less than its height, so that
 * what comes after it is still seen. Settings were chosen on the 54 series of the Numenta Anomaly Benchmark that are not scored here.
 */
import { medianOf } from '../energy/middle.ts';

export interface SurpriseSettings {
  /** Readings of a day; below 2 there is no time of day. */
  readonly day: number;
  /** A surprise above which a reading is called one: so many times the high mark; `surpriseLimit` when left out. */
  readonly limit?: number;
}

export interface Surprise {
  /** NaN before anything is known. */
  readonly expected: number;
  /** Against the high mark of a while ago: 1 is as high as ever, 0 while nothing can be said. */
  readonly surprise: number;
  /** The first above the limit for a while. */
  readonly isNew: boolean;
}

type Guess = 'mean' | 'day' | 'week';

const guesses: readonly Guess[] = ['day', 'week', 'mean'];
export const surpriseLimit = 1.2;
const spans = [1, 4, 16, 64] as const;
const days = 5;
const weeks = 4;
/** Averages needed before a high mark counts, readings that a mark lags behind, and readings for which one surprise stands for what follows. */
const warm = 200;
const lag = 75;
const quiet = 75;
/** Readings in which a mark fades to its half. */
const markHalfLife = 8_000;
/** A mark that is passed rises by this power of the factor. */
const rise = 0.7;
/** A guess takes over when its error is below so much of the other's. */
const better = 0.9;

interface Mark {
  now: number;
  seen: number;
  /** The last values of it, by count. */
  readonly before: Float64Array;
}

/** @returns a function that takes the readings in their order; NaN is a gap and surprises nobody */
export function surpriseStream({ day, limit = surpriseLimit }: SurpriseSettings): (value: number) => Surprise {
  const week = 7 * day;
  const kept = ring(Math.min(weeks * week, 200_000) + 1);
  const errors: Record<Guess, { mean: number; count: number }> = {
    mean: { mean: 0, count: 0 },
    day: { mean: 0, count: 0 },
    week: { mean: 0, count: 0 },
  };
  const sums = { mean: ring(65), day: ring(65), week: ring(65) };
  const marks = new Map<string, Mark>();
  const errorFade = 0.5 ** (1 / Math.max(50, 2 * day));
  const meanFade = 0.5 ** (1 / Math.max(100, Math.min(week, 2_000)));
  const markFade = 0.5 ** (1 / markHalfLife);
  let count = 0;
  let mean = Number.NaN;
  let lastCalled = Number.NEGATIVE_INFINITY;
  for (const guess of guesses) sums[guess].push(0);

  const guessOf = (guess: Guess): number => {
    if (guess === 'mean') return mean;
    const [period, times, least] = guess === 'day' ? [day, days, 2] : [week, weeks, 1];
    if (day < 2) return Number.NaN;
    const found: number[] = [];
    for (let k = 1; k <= times; k++) {
      const value = kept.back(k * period);
      if (!Number.isNaN(value)) found.push(value);
    }
    return found.length >= least ? medianOf(found) : Number.NaN;
  };

  const against = (key: string, size: number): number => {
    const mark = marks.get(key) ?? { now: 0, seen: 0, before: new Float64Array(lag + 1) };
    marks.set(key, mark);
    mark.seen += 1;
    mark.before[mark.seen % (lag + 1)] = mark.now;
    const reference = mark.seen > lag ? mark.before[(mark.seen - lag) % (lag + 1)]! : 0;
    const isWarm = mark.seen > warm && reference > 0;
    const height = isWarm && size > reference ? reference * (size / reference) ** rise : size;
    mark.now = Math.max(mark.now * markFade, height);
    return isWarm ? size / reference : 0;
  };

  return (value) => {
    if (Number.isNaN(value)) {
      kept.push(value);
      return { expected: Number.NaN, surprise: 0, isNew: false };
    }
    const guessed = { mean: guessOf('mean'), day: guessOf('day'), week: guessOf('week') };
    let chosen: Guess = 'mean';
    for (const guess of guesses)
      if (errors[guess].count >= Math.min(day, 300) && errors[guess].mean < better * errors[chosen].mean)
        if (!Number.isNaN(guessed[guess])) chosen = guess;
    let surprise = 0;
    for (const guess of guesses) {
      const off = value - guessed[guess];
      sums[guess].push(sums[guess].back(1) + (Number.isNaN(off) ? 0 : off));
      if (Number.isNaN(off)) continue;
      const error = errors[guess];
      error.count += 1;
      const fade = Math.min(errorFade, 1 - 1 / error.count);
      error.mean = error.mean * fade + Math.abs(off) * (1 - fade);
      for (const span of spans) {
        if (error.count < span) continue;
        const size = Math.abs(sums[guess].back(1) - sums[guess].back(1 + span)) / span;
        const found = against(`${guess} ${span}`, size);
        if (guess === chosen) surprise = Math.max(surprise, found);
      }
    }
    const fade = Math.min(meanFade, 1 - 1 / (count + 1));
    mean = Number.isNaN(mean) ? value : mean * fade + value * (1 - fade);
    kept.push(value);
    count += 1;
    const isNew = surprise > limit && count - lastCalled > quiet;
    if (isNew) lastCalled = count;
    return { expected: guessed[chosen], surprise, isNew };
  };
}

/** The last so many numbers: `back(1)` is the newest; NaN for what is not there any more or not yet. */
function ring(size: number) {
  // Grown as it fills: most streams are far shorter than four weeks of seconds.
  let held = new Float64Array(Math.min(size, 256)).fill(Number.NaN);
  let pushed = 0;
  return {
    push(value: number): void {
      if (pushed === held.length && held.length < size) {
        const larger = new Float64Array(Math.min(size, held.length * 2)).fill(Number.NaN);
        larger.set(held);
        held = larger;
      }
      held[pushed % held.length] = value;
      pushed += 1;
    },
    back(places: number): number {
      return places > pushed || places > held.length ? Number.NaN : held[(pushed - places) % held.length]!;
    },
  };
}
