import type { House } from './house.ts';

/** One thing that is wrong, where, and what to do about it. */
export interface Problem {
  readonly path: string;
  readonly line?: number;
  readonly says: string;
}

/** What a check looked at and what it found. `examined` is how many things it judged: a check that saw nothing has failed. */
export interface Examined {
  readonly examined: number;
  /** What was counted: `imports`, `verbs`. */
  readonly of: string;
  readonly problems: readonly Problem[];
  /** Worth knowing, and no reason to fail. */
  readonly remarks?: readonly string[];
}

/** A rule of the house that is held by looking at its sources. The title carries the requirement's id where it meets one. */
export interface Check {
  readonly title: string;
  examine(house: House): Examined | Promise<Examined>;
}

export interface Outcome extends Examined {
  readonly title: string;
  readonly passed: boolean;
  readonly milliseconds: number;
}

/** Runs a check. A check that examined nothing fails, since it would also pass over an empty house. */
export async function judge(check: Check, house: House): Promise<Outcome> {
  const began = performance.now();
  const seen = await check.examine(house);
  const problems =
    seen.examined === 0
      ? [{ path: '.', says: `examined no ${seen.of}: the check looks in the wrong place` }, ...seen.problems]
      : seen.problems;
  return {
    ...seen,
    title: check.title,
    problems,
    passed: problems.length === 0,
    milliseconds: performance.now() - began,
  };
}

export const wherever = ({ path, line }: Problem): string => (line === undefined ? path : `${path}:${line}`);
