/** How far a report stands from others of its kind in the same year. */
import { median, medianAbsoluteDeviation } from '@opengoa/kernel/robust-statistics';
import type { AnnualReport } from './annual-report.ts';

/** Fewer of a kind than this say nothing of it: all reports stand in for them. */
export const leastPeers = 8;

export interface Peers {
  readonly kind: string;
  /** Whether the kind was too small, and all reports stand in for it. */
  readonly widened: boolean;
  /** Logarithms of what was measured, ascending. */
  readonly logs: readonly number[];
  readonly middle: number;
  /** 1.4826 · MAD; 0 where more than half agree. */
  readonly spread: number;
}

export interface PeerPlace {
  readonly peers: Peers;
  /** Logarithm of the value over the middle of its peers. */
  readonly logRatio: number;
  /** The same in robust standard deviations; 0 where peers have no spread. */
  readonly z: number;
  /** Share of peers below, in (0, 1). */
  readonly below: number;
}

/** @returns for each kind its peers; what is null or not above 0 is left out. The empty kind is all reports */
export function peersOf(
  reports: readonly AnnualReport[],
  measure: (report: AnnualReport) => number | null,
): Map<string, Peers> {
  const logs = new Map<string, number[]>([['', []]]);
  for (const report of reports) {
    const value = measure(report);
    if (value === null || !(value > 0)) continue;
    for (const kind of new Set(['', report.kind])) {
      const own = logs.get(kind);
      if (own) own.push(Math.log(value));
      else logs.set(kind, [Math.log(value)]);
    }
  }
  const all = logs.get('')!;
  return new Map(
    [...logs].flatMap(([kind, own]) => {
      const widened = own.length < leastPeers;
      const taken = (widened ? all : own).toSorted((a, b) => a - b);
      if (taken.length === 0) return [];
      const peers = {
        kind,
        widened,
        logs: taken,
        middle: median(taken),
        spread: 1.4826 * medianAbsoluteDeviation(taken),
      };
      return [[kind, peers] as const];
    }),
  );
}

/** @returns null where there is nothing to compare: no value above 0, or no peers */
export function placeAmong(peers: Peers | undefined, value: number | null): PeerPlace | null {
  if (!peers || value === null || !(value > 0)) return null;
  const log = Math.log(value);
  const lower = peers.logs.filter((each) => each < log).length;
  const equal = peers.logs.filter((each) => each === log).length;
  return {
    peers,
    logRatio: log - peers.middle,
    z: peers.spread > 0 ? (log - peers.middle) / peers.spread : 0,
    below: (lower + equal / 2 + 0.5) / (peers.logs.length + 1),
  };
}
