import { crossesItself, type Outline, outlineArea } from './outline.ts';

/** A room of the ledger, as a drawing is held against it. */
export interface LedgerRoom {
  readonly id: string;
  readonly number: string;
  readonly name: string;
  readonly areaM2: number;
}

export interface DrawnShape {
  readonly label: string;
  readonly outline: Outline;
}

/** Limits of the difference between two measurements of one area S: root × √S + share × S, in m². */
export interface AreaTolerance {
  readonly root: number;
  readonly share: number;
}

export interface MatchedShape {
  readonly shape: number;
  readonly room: string | null;
  readonly areaM2: number;
  /** Drawn less declared; null where no room is matched. */
  readonly differenceM2: number | null;
  readonly toleranceM2: number | null;
  readonly within: boolean | null;
}

export interface PlanMatch {
  readonly shapes: readonly MatchedShape[];
  /** Rooms of the ledger that are not drawn. */
  readonly roomsWithout: readonly string[];
  /** Places of shapes whose line crosses itself: their area means nothing. */
  readonly crossing: readonly number[];
  /** Rooms that several shapes bear the name of: none of them is taken. */
  readonly doubled: readonly string[];
}

/** How much two measurements of one area may lie apart. m² */
export const toleranceM2 = (areaM2: number, { root, share }: AreaTolerance): number =>
  root * Math.sqrt(areaM2) + share * areaM2;

/** A room's number as people write it: `1-０１ 室` is `1-01`. */
export const plainNumber = (said: string): string =>
  said
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s#]+/g, '')
    .replace(/(?:室|房间|房|号)$/u, '');

/** The room that a label names: its number alone, its number as a word of the label, or its name where only one room is called so. */
export function roomNamed(label: string, rooms: readonly LedgerRoom[]): LedgerRoom | undefined {
  const words = [label, ...label.split(/[\s,，;；|]+/)].map(plainNumber).filter((word) => word !== '');
  for (const word of words) {
    const found = rooms.filter(({ number }) => plainNumber(number) === word);
    if (found.length === 1) return found[0];
  }
  const called = rooms.filter(({ name }) => name !== '' && plainNumber(name) === plainNumber(label));
  return called.length === 1 ? called[0] : undefined;
}

const hundredths = (value: number) => Math.round(value * 100) / 100;

/**
 * Holds the shapes of a floor against its rooms: which is which, how large each is drawn, and what is left over on either side.
 * @param tolerance of the standard `space.drawn-area`
 */
export function matchPlan(
  shapes: readonly DrawnShape[],
  rooms: readonly LedgerRoom[],
  tolerance: AreaTolerance,
): PlanMatch {
  const crossing = shapes.flatMap(({ outline }, n) => (outline.some(crossesItself) ? [n] : []));
  const named = shapes.map(({ label }, n) => (crossing.includes(n) ? undefined : roomNamed(label, rooms)));
  const times = new Map<string, number>();
  for (const room of named) if (room) times.set(room.id, (times.get(room.id) ?? 0) + 1);
  const doubled = [...times].filter(([, count]) => count > 1).map(([id]) => id);
  const matched = shapes.map(({ outline }, n): MatchedShape => {
    const areaM2 = hundredths(outlineArea(outline));
    const room = named[n] && !doubled.includes(named[n].id) && areaM2 > 0 ? named[n] : undefined;
    if (!room) return { shape: n, room: null, areaM2, differenceM2: null, toleranceM2: null, within: null };
    const differenceM2 = hundredths(areaM2 - room.areaM2);
    const limit = hundredths(toleranceM2(room.areaM2, tolerance));
    return {
      shape: n,
      room: room.id,
      areaM2,
      differenceM2,
      toleranceM2: limit,
      within: Math.abs(differenceM2) <= limit,
    };
  });
  const taken = new Set(matched.map(({ room }) => room));
  return {
    shapes: matched,
    roomsWithout: rooms.filter(({ id }) => !taken.has(id)).map(({ id }) => id),
    crossing,
    doubled,
  };
}
