import type { Id } from '@opengoa/kernel';
import type { Point } from '../methods/haversine.ts';
import type { Shape } from '../positions/contract.ts';
import type { PlaceKind } from './contract.ts';
import { middleOf } from './middle-of.ts';

/** A place that somebody gave coordinates. */
export interface KnownPlace extends Point {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly aliases: readonly string[];
  readonly kind: PlaceKind;
}

/** Names as people write them: width, case and blanks make no difference. */
const plain = (name: string): string => name.normalize('NFKC').replaceAll(/\s+/g, '').toLowerCase();

/** The unit tree, as far as it is asked: the unit, then those above it, the nearest first. */
interface Tree {
  chain(unit: Id): readonly { readonly id: Id }[];
}

/**
 * Where a name lies for people of a unit: their own unit's place goes before one of a unit above, and any other before nothing, if it is the only one
 * of that name. Pure.
 * @returns null where no place has the name, or several that are equally near: a distance is then not known, never 0
 */
export function placeOf(name: string, unit: Id, places: readonly KnownPlace[], tree: Tree): Point | null {
  const wanted = plain(name);
  const named = places.filter((place) => [place.name, ...place.aliases].some((each) => plain(each) === wanted));
  for (const { id } of tree.chain(unit)) {
    const own = named.filter((place) => place.unit === id);
    if (own.length > 0) return own.length === 1 ? own[0]! : null;
  }
  return named.length === 1 ? named[0]! : null;
}

/** Where a vehicle is kept by its own word: its place, or the middle of its fence; undefined where nothing is said of it. */
export const homeOf = (home: { readonly point: Point | null; readonly shape: Shape | null } | undefined) =>
  home?.point ?? (home?.shape ? middleOf(home.shape) : undefined);

/**
 * Where a unit's vehicles are parked: the parking place of the nearest unit above, itself first.
 * @returns null where there is none, or several of one unit
 */
export function parkingOf(unit: Id, places: readonly (Point & { readonly unit: Id })[], tree: Tree): Point | null {
  for (const { id } of tree.chain(unit)) {
    const own = places.filter((place) => place.unit === id);
    if (own.length > 0) return own.length === 1 ? own[0]! : null;
  }
  return null;
}
