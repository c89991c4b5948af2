/** Where prevention pays: what each part would take with it if it failed alone, and how likely each is down when all may fail. */
import { seeded } from '@opengoa/kernel/seeded';
import { goesDown, type Parts } from './goes-down.ts';

export interface MayFail {
  readonly id: string;
  /** That it fails within the period foretold (`prediction/next-month.ts`). */
  readonly probability: number;
  readonly repairHours: number;
}

export interface WeakPoint {
  readonly id: string;
  /** Other parts that go down with it. */
  readonly takes: readonly string[];
  readonly hourLossFen: number;
  /** Probability × hours × loss of an hour. */
  readonly expectedLossFen: number;
}

/** Dearest first. */
export function weakPoints(parts: Parts, mayFail: readonly MayFail[]): WeakPoint[] {
  return mayFail
    .map(({ id, probability, repairHours }): WeakPoint => {
      const { down, hourLossFen } = goesDown(parts, [id]);
      const takes = down.flatMap((each) => (each.id === id ? [] : [each.id]));
      return { id, takes, hourLossFen, expectedLossFen: probability * repairHours * hourLossFen };
    })
    .toSorted((a, b) => b.expectedLossFen - a.expectedLossFen || (a.id < b.id ? -1 : 1));
}

/**
 * P(down at some time of the period) of each part, where parts fail independently of each other and everything that fails is down at the same time: the cautious side where a group has spares.
 * By seeded draws; the standard error is at most ½/√draws.
 */
export function chancesDown(parts: Parts, mayFail: readonly MayFail[], draws = 2_000, seed = 1): Map<string, number> {
  const next = seeded(seed);
  const times = new Map([...parts.keys()].map((id) => [id, 0]));
  for (let draw = 0; draw < draws; draw++) {
    const failed = mayFail.filter(({ probability }) => next() < probability).map(({ id }) => id);
    if (failed.length > 0) for (const { id } of goesDown(parts, failed).down) times.set(id, times.get(id)! + 1);
  }
  return new Map([...times].map(([id, n]) => [id, n / draws]));
}
