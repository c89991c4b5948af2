import type { Corner, Ring, Spot } from './outline.ts';

/** What a reader of drawings finds, in the units of the drawing. */
export interface Drawing {
  readonly rings: readonly DrawnRing[];
  readonly labels: readonly DrawnLabel[];
  /** Metres of a unit of the drawing, as the file says it; null where it says nothing. */
  readonly metres: number | null;
  /** What was seen and not used, counted by its name. */
  readonly unused: Readonly<Record<string, number>>;
}

export interface DrawnRing {
  readonly layer: string;
  /** The room's name where the file itself says it (GeoJSON). */
  readonly label: string | null;
  readonly ring: Ring;
  /** Holes that the file itself tells (GeoJSON). */
  readonly holes: readonly Ring[];
}

export interface DrawnLabel {
  readonly layer: string;
  readonly text: string;
  readonly at: Spot;
}

/** How much of a file is looked at. A file that is larger is refused before it is read. */
export const most = {
  characters: 32_000_000,
  rings: 2_000,
  labels: 20_000,
  /** Of one ring. */
  corners: 500,
  text: 200,
} as const;

/** Why a file is no drawing that can be read. */
export type DrawingProblem = 'too-large' | 'binary' | 'not-a-drawing' | 'too-many';

export class NotADrawing extends Error {
  readonly problem: DrawingProblem;
  constructor(problem: DrawingProblem) {
    super(problem);
    this.problem = problem;
  }
}

/** Units a drawing may be in, with their metres. Degrees are turned into metres where they lie. */
export const lengthUnits = {
  mm: 0.001,
  cm: 0.01,
  dm: 0.1,
  m: 1,
  in: 0.0254,
  ft: 0.3048,
} as const;
export type LengthUnit = keyof typeof lengthUnits;

export const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value) && Math.abs(value) < 1e12;

/** Corners without those that repeat the one before; undefined where nothing is left to enclose, or a number is none. */
export function ringOf(corners: readonly Corner[]): Ring | undefined {
  if (corners.length > most.corners || !corners.every(([x, y, bulge = 0]) => [x, y, bulge].every(isNumber)))
    return undefined;
  const kept = corners.filter(([x, y], n) => {
    const [nextX, nextY] = corners[(n + 1) % corners.length]!;
    return corners.length === 1 || x !== nextX || y !== nextY;
  });
  return kept.length >= 3 || (kept.length === 2 && kept.some(([, , bulge = 0]) => bulge !== 0)) ? kept : undefined;
}

/** Counts by name, at most a hundred names. */
export class Tally {
  readonly counts: Record<string, number> = Object.create(null) as Record<string, number>;
  add(name: string, count = 1): void {
    const key = name.slice(0, 40);
    const known = Object.hasOwn(this.counts, key) || Object.keys(this.counts).length < 100 ? key : '…';
    this.counts[known] = (this.counts[known] ?? 0) + count;
  }
}
