/** Outlines of rooms: areas, what lies in what. Pure; metres and square metres. Runs on the server and in the page that reads a drawing. */

/** A corner, and the bulge of the edge to the next: tan of a quarter of the arc's angle, 0 for a straight edge, positive to the left (DXF group 42). */
export type Corner = readonly [x: number, y: number, bulge?: number];
/** A closed line; its last corner is joined to its first. */
export type Ring = readonly Corner[];
/** An outer ring, then the holes in it. */
export type Outline = readonly Ring[];

export type Spot = readonly [x: number, y: number];

const next = (ring: Ring, n: number): Corner => ring[(n + 1) % ring.length]!;

/** Between an edge and its arc, positive where the arc bends to the left of the edge’s way. m² */
function arcArea([x, y, bulge = 0]: Corner, [toX, toY]: Corner): number {
  if (bulge === 0) return 0;
  const chord = Math.hypot(toX - x, toY - y);
  const angle = 4 * Math.atan(bulge);
  const radius = (chord * (1 + bulge * bulge)) / (4 * bulge);
  return (radius * radius * (angle - Math.sin(angle))) / 2;
}

/** Area inside a ring by Gauss’s formula (shoelace), arcs by their segments; the same whichever way it is drawn. m² */
export function ringArea(ring: Ring): number {
  const [originX = 0, originY = 0] = ring[0] ?? [];
  let twice = 0;
  let arcs = 0;
  for (const [n, corner] of ring.entries()) {
    const to = next(ring, n);
    // From the first corner: drawings lie far from their origin, and large numbers lose the small ones.
    twice += (corner[0] - originX) * (to[1] - originY) - (to[0] - originX) * (corner[1] - originY);
    arcs += arcArea(corner, to);
  }
  return Math.abs(twice / 2 + arcs);
}

/** The outer ring less its holes. m² */
export const outlineArea = ([outer = [], ...holes]: Outline): number =>
  ringArea(outer) - holes.reduce((sum, hole) => sum + ringArea(hole), 0);

/** The ring with its arcs as short straight edges, at most a sixteenth of a turn each. */
export function straightened(ring: Ring): Spot[] {
  return ring.flatMap((corner, n): Spot[] => {
    const [x, y, bulge = 0] = corner;
    if (bulge === 0) return [[x, y]];
    const [toX, toY] = next(ring, n);
    const angle = 4 * Math.atan(bulge);
    const pieces = Math.max(2, Math.ceil(Math.abs(angle) / (Math.PI / 8)));
    // Centre of the arc: from the middle of the chord, across it.
    const k = (1 - bulge * bulge) / (4 * bulge);
    const centreX = (x + toX) / 2 - k * (toY - y);
    const centreY = (y + toY) / 2 + k * (toX - x);
    const radius = Math.hypot(x - centreX, y - centreY);
    const start = Math.atan2(y - centreY, x - centreX);
    return Array.from({ length: pieces }, (_none, piece): Spot => {
      const at = start + (angle * piece) / pieces;
      return piece === 0 ? [x, y] : [centreX + radius * Math.cos(at), centreY + radius * Math.sin(at)];
    });
  });
}

/** Whether a spot lies inside a ring; on its line it is either. */
export function isInside([x, y]: Spot, ring: Ring): boolean {
  const spots = straightened(ring);
  let inside = false;
  for (const [n, [ax, ay]] of spots.entries()) {
    const [bx, by] = spots[(n + 1) % spots.length]!;
    if (ay > y !== by > y && x < ((bx - ax) * (y - ay)) / (by - ay) + ax) inside = !inside;
  }
  return inside;
}

export interface Box {
  readonly minX: number;
  readonly minY: number;
  readonly maxX: number;
  readonly maxY: number;
}

/** The smallest upright box around spots; nothing around none. */
export function boxAround(spots: Iterable<Spot | Corner>): Box | undefined {
  let box: { minX: number; minY: number; maxX: number; maxY: number } | undefined;
  for (const [x, y] of spots) {
    box ??= { minX: x, minY: y, maxX: x, maxY: y };
    box.minX = Math.min(box.minX, x);
    box.minY = Math.min(box.minY, y);
    box.maxX = Math.max(box.maxX, x);
    box.maxY = Math.max(box.maxY, y);
  }
  return box;
}

const cross = ([ax, ay]: Spot, [bx, by]: Spot, [cx, cy]: Spot) => (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);

/** Whether two edges of a ring cross: its area would then mean nothing. Arcs are taken by their chords. */
export function crossesItself(ring: Ring): boolean {
  const count = ring.length;
  const spot = (n: number): Spot => [ring[n % count]![0], ring[n % count]![1]];
  for (let a = 0; a < count; a += 1)
    for (let b = a + 2; b < count; b += 1) {
      if (a === 0 && b === count - 1) continue;
      const [p, q, r, s] = [spot(a), spot(a + 1), spot(b), spot(b + 1)];
      if (cross(p, q, r) * cross(p, q, s) < 0 && cross(r, s, p) * cross(r, s, q) < 0) return true;
    }
  return false;
}

/** Where a name may stand: inside the ring, as far from its line as a coarse grid finds. */
export function labelSpot(outline: Outline): Spot {
  const [outer = []] = outline;
  const spots = straightened(outer);
  const box = boxAround(spots);
  if (!box) return [0, 0];
  let best: Spot = [(box.minX + box.maxX) / 2, (box.minY + box.maxY) / 2];
  let far = -1;
  for (let i = 1; i < 8; i += 1)
    for (let j = 1; j < 8; j += 1) {
      const at: Spot = [box.minX + ((box.maxX - box.minX) * i) / 8, box.minY + ((box.maxY - box.minY) * j) / 8];
      if (!isInside(at, outer) || outline.slice(1).some((hole) => isInside(at, hole))) continue;
      const distance = Math.min(...spots.map((spot, n) => fromEdge(at, spot, spots[(n + 1) % spots.length]!)));
      if (distance > far) [best, far] = [at, distance];
    }
  return best;
}

function fromEdge([x, y]: Spot, [ax, ay]: Spot, [bx, by]: Spot): number {
  const length = (bx - ax) ** 2 + (by - ay) ** 2;
  const along = length === 0 ? 0 : Math.max(0, Math.min(1, ((x - ax) * (bx - ax) + (y - ay) * (by - ay)) / length));
  return Math.hypot(x - ax - along * (bx - ax), y - ay - along * (by - ay));
}
