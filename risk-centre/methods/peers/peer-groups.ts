/**
 * L13, whom a subject is compared with: others of its type, of about its size, in its climate. A group of fewer than eight says little of what is usual; then it is widened, size
 * first, climate next, and how it was widened is said. The type is never given up: another kind of thing is no peer (methods note, 3 Common statistics).
 */
import { type MethodResult, insufficient, ok } from '../method-result.ts';

export interface PeerTraits {
  readonly id: string;
  readonly type: string;
  /** In one unit for all (m2, people); null where it is not known. */
  readonly size: number | null;
  readonly climate: string | null;
}

export interface PeerGroup {
  readonly peers: readonly string[];
  /** What they have in common with it; a trait that is not known of the subject is none. */
  readonly alikeIn: readonly ('type' | 'size' | 'climate')[];
  /** Sizes within this factor either way; null where size plays no part. */
  readonly sizeWithin: number | null;
}

export const fewestPeers = 8;
/** Within twice, then within four times the size. */
const factors = [2, 4, null] as const;

/** @returns the narrowest group with enough others; `insufficient_data` where even its whole type has fewer. The order of the others does not matter */
export function peerGroup(
  subject: PeerTraits,
  others: readonly PeerTraits[],
  fewest = fewestPeers,
): MethodResult<PeerGroup> {
  const ofType = others.filter(({ id, type }) => id !== subject.id && type === subject.type);
  for (const withClimate of subject.climate === null ? [false] : [true, false])
    for (const factor of subject.size === null ? [null] : factors) {
      const group = ofType.filter(
        ({ size, climate }) =>
          (!withClimate || climate === subject.climate) && (factor === null || within(size, subject.size!, factor)),
      );
      if (group.length >= fewest)
        return ok({
          peers: group.map(({ id }) => id).toSorted(),
          alikeIn: [
            'type',
            ...(factor === null ? [] : ['size' as const]),
            ...(withClimate ? ['climate' as const] : []),
          ],
          sizeWithin: factor,
        });
    }
  return insufficient({
    zh: `同类${ofType.length}个，至少需要${fewest}个`,
    en: `${ofType.length} of its type; ${fewest} are needed`,
    needed: fewest,
    found: ofType.length,
  });
}

const within = (size: number | null, own: number, factor: number): boolean =>
  size !== null && size * factor >= own && size <= own * factor;

export interface Spread {
  readonly n: number;
  readonly low: number;
  readonly q1: number;
  readonly median: number;
  readonly q3: number;
  readonly high: number;
}

/** Least, quartiles and most (quantiles of type 7). @param values at least one */
export function spreadOf(values: readonly number[]): Spread {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => {
    const place = share * (sorted.length - 1);
    const low = Math.floor(place);
    return sorted[low]! + (place - low) * ((sorted[low + 1] ?? sorted[low]!) - sorted[low]!);
  };
  return { n: sorted.length, low: at(0), q1: at(0.25), median: at(0.5), q3: at(0.75), high: at(1) };
}
