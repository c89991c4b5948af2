/** Stretches of time above a limit of speed; pure. */

export interface SpeedFix {
  /** Milliseconds. */
  readonly at: number;
  /** Null where the terminal does not say: it neither begins nor goes on. */
  readonly kmh: number | null;
}

/** What may be driven at a fix, and the fence that says so. */
export interface SpeedLimit {
  readonly kmh: number;
  readonly fence: string | null;
}

export interface Stretch {
  readonly from: number;
  readonly to: number;
  readonly seconds: number;
  readonly mostKmh: number;
  readonly limit: SpeedLimit;
}

/**
 * Stretches in which every fix is above what may be driven there. One fix alone is the receiver's noise: a stretch lasts at least `atLeastS`
 * from its first fix to its last. Fixes farther apart than `gapS` do not belong together, nor do those of different limits.
 * @param fixes in the order of time, only those that count
 */
export function stretchesOver<Fix extends SpeedFix>(
  fixes: readonly Fix[],
  limitAt: (fix: Fix) => SpeedLimit,
  { atLeastS, gapS }: { readonly atLeastS: number; readonly gapS: number },
): Stretch[] {
  const found: Stretch[] = [];
  let run: Fix[] = [];
  let limit: SpeedLimit | null = null;
  const end = () => {
    const [first, last] = [run[0], run.at(-1)];
    if (first && last && limit && last.at > first.at && last.at - first.at >= atLeastS * 1000)
      found.push({
        from: first.at,
        to: last.at,
        seconds: Math.round((last.at - first.at) / 1000),
        mostKmh: Math.max(...run.map(({ kmh }) => kmh ?? 0)),
        limit,
      });
    run = [];
  };
  for (const fix of fixes) {
    const here = limitAt(fix);
    const last = run.at(-1);
    const goesOn = last && fix.at - last.at <= gapS * 1000 && limit?.fence === here.fence && limit.kmh === here.kmh;
    if (!goesOn) end();
    if (fix.kmh === null || fix.kmh <= here.kmh) end();
    else {
      limit = here;
      run.push(fix);
    }
  }
  end();
  return found;
}
