import type { Id } from '@opengoa/kernel';
import type { Verdict } from '@opengoa/kernel/risk-kit';
import { peerGroup, spreadOf, type Spread } from '../methods/peers/peer-groups.ts';

/** What others of the same run measured, in one unit of measure. */
export type PeerFigures = Spread;

/** Fewer than so many say nothing of what is usual, even of everything. */
const fewest = 4;

/** One thing that a run could compare, and the type of the unit that answers for it. */
export interface Measured {
  readonly verdict: Pick<Verdict, 'value' | 'unit' | 'status'>;
  readonly type: string;
}

/** Under which name the figures of its own type stand beside those of everything. */
export const amongItsType = (measure: string): string => `${measure} @type`;

/**
 * Least, quartiles and most of everything a run could compare, flagged or not, by unit of measure; beside it those of the units of one type (L13), where there are enough. No name
 * goes with it.
 */
export function peersOf(measured: readonly Measured[], type?: string): Record<string, PeerFigures> {
  const compared = measured.filter(
    ({ verdict: { value, status } }) => value !== null && (status === 'flag' || status === 'clear'),
  );
  return Object.fromEntries(
    [...Map.groupBy(compared, ({ verdict }) => verdict.unit)].flatMap(([measure, ofMeasure]) => {
      const values = ofMeasure.map(({ verdict }) => verdict.value!);
      if (values.length < fewest) return [];
      const traits = ofMeasure.map((each, at) => ({ id: String(at), type: each.type, size: null, climate: null }));
      const group = type === undefined ? undefined : peerGroup({ id: 'own', type, size: null, climate: null }, traits);
      return [
        [measure, spreadOf(values)],
        ...(group?.status === 'ok'
          ? [[amongItsType(measure), spreadOf(group.peers.map((at) => values[Number(at)]!))]]
          : []),
      ] as [string, PeerFigures][];
    }),
  );
}

interface Units {
  institutionOf(unit: Id): { readonly kind: string; readonly level: string } | undefined;
}

/** What an office is compared by: the kind and level of its institution. */
export function typeOf(organisation: Units, unit: Id): string {
  const institution = organisation.institutionOf(unit);
  return institution ? `${institution.kind} ${institution.level}` : 'unknown';
}
