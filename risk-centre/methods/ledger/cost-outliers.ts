/** FI-07: amounts far from those of the same item, by the modified z (Iglewicz & Hoaglin), which an outlier cannot mask by widening the spread itself. */
import { median, medianAbsoluteDeviation } from '@opengoa/kernel/robust-statistics';

export const outlierLimit = 3.5;
/** Fewer are shown against their range and not judged. */
export const leastPeers = 8;

/** 0.6745 · (x − median) / MAD of each value; 0 where more than half agree. */
export function modifiedZ(values: readonly number[]): number[] {
  const middle = median(values);
  const spread = medianAbsoluteDeviation(values);
  return values.map((value) => (spread > 0 ? (0.6745 * (value - middle)) / spread : 0));
}

export interface PeerDistance {
  readonly z: number;
  readonly peers: number;
  /** Of the peers, in the unit of the amounts. */
  readonly middle: number;
}

/** A tenth up or down is no difference between amounts. */
const leastLnSpread = 0.07;
/** As many peers as the usual spread of the other groups counts for: a few amounts that happen to lie close are no rule. */
const peersOfOthers = 8;

/** For each amount its distance among the amounts above 0 of its group, on a scale of ratios; null where there are too few or it is none. */
export function peerDistances(amounts: readonly number[], groups: readonly string[]): (PeerDistance | null)[] {
  const found: (PeerDistance | null)[] = amounts.map(() => null);
  const judged = [...Map.groupBy(amounts.keys(), (i) => groups[i]!).values()].flatMap((own) => {
    const known = own.filter((i) => amounts[i]! > 0);
    if (known.length < leastPeers) return [];
    const logs = known.map((i) => Math.log(amounts[i]!));
    return [{ known, logs, mad: medianAbsoluteDeviation(logs) }];
  });
  if (judged.length === 0) return found;
  const usual = median(judged.map(({ mad }) => mad));
  for (const { known, logs, mad } of judged) {
    const peers = known.length;
    const spread = Math.max((peers * mad + peersOfOthers * usual) / (peers + peersOfOthers), leastLnSpread);
    const middle = median(logs);
    for (const [k, log] of logs.entries())
      found[known[k]!] = { z: (0.6745 * (log - middle)) / spread, peers, middle: Math.exp(middle) };
  }
  return found;
}
