/**
 * The score of the Numenta Anomaly Benchmark, standard profile, as its own program computes it (numenta/NAB `nab/sweeper.py`, v1.1; Lavin & Ahmad 2015;
 * Ahmad et al. 2017): the earliest detection in a window counts by how early it is, a miss costs 1, a false alarm up to 0.11, less so shortly after a
 * window. The first 15 % of a series, at most 750 rows, count for nothing.
 */

export interface NabProfile {
  readonly hit: number;
  readonly miss: number;
  readonly falseAlarm: number;
}

export const standardProfile: NabProfile = { hit: 1, miss: 1, falseAlarm: 0.11 };

export interface NabResult {
  readonly score: number;
  /** Detections in windows and outside, windows found and windows in all. */
  readonly inside: number;
  readonly outside: number;
  readonly found: number;
  readonly windows: number;
}

/** 2/(1+e^(5y)) − 1: 0.98661 at the left edge of a window (y = −1), 0 at its right edge, −1 far behind it. */
export const scaledSigmoid = (position: number): number => (position > 3 ? -1 : 2 / (1 + Math.exp(5 * position)) - 1);

export const probationaryRows = (rows: number): number => Math.min(Math.floor(0.15 * rows), 750);

/**
 * @param detected for each row whether it was called an anomaly
 * @param windows first and last row of each window, ascending, apart from one another
 * @param probation rows at the start that do not count
 */
export function nabScore(
  detected: readonly boolean[],
  windows: readonly (readonly [first: number, last: number])[],
  profile: NabProfile = standardProfile,
  probation = probationaryRows(detected.length),
): NabResult {
  const earliest = scaledSigmoid(-1);
  // A window that lies in the probationary rows as a whole is none.
  const counted = windows.filter(([, last]) => last >= probation);
  const best = counted.map(() => -profile.miss);
  let falseAlarms = 0;
  let [inside, outside] = [0, 0];
  for (let i = probation; i < detected.length; i++) {
    if (!detected[i]) continue;
    const window = counted.findIndex(([first, last]) => i >= first && i <= last);
    if (window >= 0) {
      const [first, last] = counted[window]!;
      const worth = (profile.hit * scaledSigmoid(-(last - i + 1) / (last - first + 1))) / earliest;
      best[window] = Math.max(best[window]!, worth);
      inside += 1;
      continue;
    }
    const before = windows.findLast(([, last]) => last < i);
    falseAlarms += profile.falseAlarm * (before ? scaledSigmoid((i - before[1]) / (before[1] - before[0])) : -1);
    outside += 1;
  }
  return {
    score: best.reduce((sum, each) => sum + each, falseAlarms),
    inside,
    outside,
    found: best.filter((each) => each > -profile.miss).length,
    windows: counted.length,
  };
}

/** 0 where nothing is detected, 100 where every window is at its left edge and nothing else. */
export const normalisedNabScore = (
  score: number,
  windows: number,
  { hit, miss }: NabProfile = standardProfile,
): number => (100 * (score + miss * windows)) / ((hit + miss) * windows);
