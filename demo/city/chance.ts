import { random } from '../seeded.ts';

/** Chance of one seed and one purpose: what is drawn for one part of the city does not move the others. */
export interface Chance {
  /** 0 ≤ x < 1 */
  readonly next: () => number;
  /** A whole number of both ends. */
  readonly whole: (from: number, to: number) => number;
  readonly between: (from: number, to: number) => number;
  readonly is: (share: number) => boolean;
  /** Of the normal distribution (Box and Muller). */
  readonly normal: (mean: number, spread: number) => number;
  readonly one: <T>(of: readonly T[]) => T;
  /** So many different ones, in the order they were drawn. */
  readonly some: <T>(of: readonly T[], count: number) => T[];
}

export function chanceOf(seed: number, purpose: string): Chance {
  let mixed = seed >>> 0;
  for (const letter of purpose) mixed = Math.imul(mixed ^ letter.codePointAt(0)!, 0x9e3779b1) >>> 0;
  const next = random(mixed);
  const whole = (from: number, to: number) => from + Math.floor(next() * (to - from + 1));
  return {
    next,
    whole,
    between: (from, to) => from + next() * (to - from),
    is: (share) => next() < share,
    normal: (mean, spread) => mean + spread * Math.sqrt(-2 * Math.log(1 - next())) * Math.cos(2 * Math.PI * next()),
    one: (of) => of[Math.floor(next() * of.length)]!,
    some(of, count) {
      const left = [...of];
      return Array.from({ length: Math.min(count, left.length) }, () => left.splice(whole(0, left.length - 1), 1)[0]!);
    },
  };
}
