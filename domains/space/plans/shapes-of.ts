import { type Drawing, most } from './drawing.ts';
import {
  type Box,
  boxAround,
  type Corner,
  isInside,
  type Outline,
  type Ring,
  ringArea,
  type Spot,
  straightened,
} from './outline.ts';

/** A room as it is drawn, in metres from the lower left corner of the floor. */
export interface Shape {
  readonly layer: string;
  /** What stands in it, the texts joined where there are several. */
  readonly label: string;
  readonly texts: readonly string[];
  readonly outline: Outline;
}

interface Placed {
  readonly layer: string;
  readonly label: string | null;
  readonly ring: Ring;
  readonly holes: readonly Ring[];
  readonly box: Box;
  readonly areaM2: number;
}

const millimetres = (value: number) => Math.round(value * 1_000) / 1_000 + 0;
const holds = (box: Box, [x, y]: Spot) => x >= box.minX && x <= box.maxX && y >= box.minY && y <= box.maxY;

/**
 * The shapes of chosen layers in metres. A closed line directly inside another of the same layers is a hole in it, and a shape of its own where a text
 * stands in it: a shaft without a name is taken off the room around it and is no room.
 * @param metres metres of a unit of the drawing
 * @param layers those that hold rooms; all where left out
 */
export function shapesOf(drawing: Drawing, metres: number, layers?: readonly string[]): Shape[] {
  const scale = (ring: Ring): Ring =>
    ring.map(([x, y, bulge = 0]): Corner => (bulge === 0 ? [x * metres, y * metres] : [x * metres, y * metres, bulge]));
  const chosen = drawing.rings.filter(({ layer }) => !layers || layers.includes(layer)).slice(0, most.rings);
  const placed = chosen.map((each): Placed => {
    const ring = scale(each.ring);
    return { ...each, ring, holes: each.holes.map(scale), box: boxAround(straightened(ring))!, areaM2: ringArea(ring) };
  });
  const labels = drawing.labels.map(({ text, at }) => ({ text, at: [at[0] * metres, at[1] * metres] as const }));
  const bySize = placed.toSorted((a, b) => a.areaM2 - b.areaM2);
  const around = new Map<Placed, Placed>();
  for (const [n, inner] of bySize.entries()) {
    const outer = bySize.slice(n + 1).find((each) => isWithin(inner, each));
    if (outer) around.set(inner, outer);
  }
  const textsIn = new Map<Placed, string[]>();
  for (const { text, at } of labels) {
    const smallest = bySize.find(
      ({ box, ring, holes }) => holds(box, at) && isInside(at, ring) && !holes.some((hole) => isInside(at, hole)),
    );
    if (smallest) textsIn.set(smallest, [...(textsIn.get(smallest) ?? []), text]);
  }
  const origin = boxAround(placed.flatMap(({ box }): Spot[] => [[box.minX, box.minY]]));
  const moved = (ring: Ring): Ring =>
    ring.map(([x, y, bulge = 0]): Corner => {
      const at = [millimetres(x - (origin?.minX ?? 0)), millimetres(y - (origin?.minY ?? 0))] as const;
      return bulge === 0 ? at : [...at, Math.round(bulge * 1e6) / 1e6];
    });
  return placed.flatMap((each): Shape[] => {
    const texts = each.label === null ? (textsIn.get(each) ?? []) : [each.label];
    if (texts.length === 0 && around.has(each)) return [];
    const inner = placed.filter((other) => around.get(other) === each).map(({ ring }) => ring);
    const outline = [each.ring, ...each.holes, ...inner].map(moved);
    return [{ layer: each.layer, label: texts.join(' ').slice(0, most.text), texts, outline }];
  });
}

/** All corners of one within the other, and smaller. */
const isWithin = (inner: Placed, outer: Placed): boolean =>
  inner.areaM2 < outer.areaM2 &&
  holds(outer.box, [inner.box.minX, inner.box.minY]) &&
  holds(outer.box, [inner.box.maxX, inner.box.maxY]) &&
  inner.ring.every(([x, y]) => isInside([x, y], outer.ring));
