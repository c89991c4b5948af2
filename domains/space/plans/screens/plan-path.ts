import { boxAround, type Box, type Corner, type Outline, type Ring, straightened } from '../outline.ts';

/** Outlines as paths of SVG, whose y runs downwards. */
export const pathOf = (outline: Outline): string => outline.map(ringPath).join('');

const short = (value: number) => Number(value.toFixed(3));

function ringPath(ring: Ring): string {
  const [first] = ring;
  if (!first) return '';
  const edges = ring.map((corner, n) => edge(corner, ring[(n + 1) % ring.length]!));
  return `M${short(first[0])} ${short(-first[1])}${edges.join('')}Z`;
}

function edge([x, y, bulge = 0]: Corner, [toX, toY]: Corner): string {
  if (bulge === 0) return `L${short(toX)} ${short(-toY)}`;
  const radius = short((Math.hypot(toX - x, toY - y) * (1 + bulge * bulge)) / (4 * Math.abs(bulge)));
  return `A${radius} ${radius} 0 ${Math.abs(bulge) > 1 ? 1 : 0} ${bulge > 0 ? 0 : 1} ${short(toX)} ${short(-toY)}`;
}

/** The part of the plane to be seen: everything, with a margin. */
export function viewOf(outlines: readonly Outline[]): string {
  const box: Box = boxAround(outlines.flatMap(([outer = []]) => straightened(outer))) ?? {
    minX: 0,
    minY: 0,
    maxX: 1,
    maxY: 1,
  };
  const margin = Math.max(box.maxX - box.minX, box.maxY - box.minY) * 0.02;
  return [box.minX - margin, -box.maxY - margin, box.maxX - box.minX + 2 * margin, box.maxY - box.minY + 2 * margin]
    .map(short)
    .join(' ');
}

/** As large as a text of so many letters may be in a room. Metres. */
export function letterSize([outer = []]: Outline, letters: number): number {
  const box = boxAround(straightened(outer));
  if (!box) return 0;
  return Math.min(1.4, (box.maxX - box.minX) / Math.max(2, letters) / 0.7, (box.maxY - box.minY) / 3);
}
