import { type MatchQuestion, pairsByDemand } from './pairs-of.ts';
import { mostPieces } from './most-pieces.ts';
import type { Pair, Taken } from './demand.ts';

/** 闲置与短缺并存. */
export interface Coexistence {
  readonly idlePieces: number;
  readonly wantedPieces: number;
  readonly matchedPieces: number;
  /** Of what was asked for and lay idle at once, the share that fits together: purchases that could have been avoided; null where either is nothing. */
  readonly share: number | null;
  /** What those purchases cost, by the prices of the demands. */
  readonly avoidableFen: number;
  readonly pairs: readonly Taken[];
}

/** SA-05: matched pieces of a maximum matching over the pairs that would do, over the smaller of what lies idle and what is asked for. */
export function coexistenceOf(question: MatchQuestion): Coexistence {
  const { demands, idle } = question;
  const demandAt = new Map(demands.map(({ id }, i) => [id, i]));
  const idleAt = new Map(idle.map(({ id }, j) => [id, j]));
  const pairs: Pair[] = [...pairsByDemand(question)].flat();
  const given = mostPieces({
    wanted: demands.map(({ pieces, allowed }) => Math.min(pieces, allowed ?? Infinity)),
    there: idle.map(({ pieces }) => pieces),
    ways: pairs.map((pair) => ({
      demand: demandAt.get(pair.demand)!,
      idle: idleAt.get(pair.idle)!,
      pieces: pair.pieces,
    })),
  });
  const taken = pairs.flatMap((pair, k) => (given[k]! > 0 ? [{ ...pair, given: given[k]! }] : []));
  const idlePieces = idle.reduce((sum, { pieces }) => sum + pieces, 0);
  const wantedPieces = demands.reduce((sum, { pieces }) => sum + pieces, 0);
  const matchedPieces = taken.reduce((sum, each) => sum + each.given, 0);
  const least = Math.min(idlePieces, wantedPieces);
  return {
    idlePieces,
    wantedPieces,
    matchedPieces,
    share: least > 0 ? matchedPieces / least : null,
    avoidableFen: taken.reduce((sum, each) => sum + each.given * each.avoidedFen, 0),
    pairs: taken,
  };
}
