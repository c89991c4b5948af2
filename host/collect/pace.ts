/** How often something came of each origin lately. Forgets origins that fell silent. */
export interface Pace {
  count(origin: string): void;
  /** Milliseconds until one more is within the limit of the window; 0 when it is now. */
  waitMs(origin: string, most: number): number;
}

const most = 10_000;

/**
 * A bucket for each origin that fills up evenly: so many a window, a whole window's worth at once.
 * @param windowMs the time in which a full bucket fills again
 */
export function pace(windowMs: number, clock: () => number = () => performance.now()): Pace {
  /** What is used of each origin's bucket, as of a moment. */
  const used = new Map<string, { amount: number; at: number; most: number }>();
  const now = (origin: string) => {
    const there = used.get(origin);
    if (!there) return 0;
    return Math.max(0, there.amount - ((clock() - there.at) / windowMs) * there.most);
  };
  return {
    waitMs(origin, limit) {
      const there = used.get(origin);
      const amount = now(origin);
      if (there) used.set(origin, { amount, at: clock(), most: limit });
      else {
        for (const [old] of used) {
          if (used.size < most) break;
          used.delete(old);
        }
        used.set(origin, { amount: 0, at: clock(), most: limit });
      }
      return amount + 1 <= limit ? 0 : Math.ceil(((amount + 1 - limit) / limit) * windowMs);
    },
    count(origin) {
      const there = used.get(origin);
      used.set(origin, { amount: now(origin) + 1, at: clock(), most: there?.most ?? 1 });
    },
  };
}
