import { expect, test } from 'vitest';
import { crossesItself, isInside, labelSpot, outlineArea, ringArea, straightened } from './outline.ts';

const square = (at: number, side: number) =>
  [
    [at, at],
    [at + side, at],
    [at + side, at + side],
    [at, at + side],
  ] as const;

test('areas: a rectangle either way round, holes taken off, arcs by their segments', () => {
  expect(ringArea(square(0, 5))).toBe(25);
  expect(ringArea([...square(0, 5)].toReversed())).toBe(25);
  expect(outlineArea([square(0, 10), square(2, 3)])).toBe(91);
  // Two half circles are a circle, whichever way it is drawn.
  expect(
    ringArea([
      [0, 0, 1],
      [2, 0, 1],
    ]),
  ).toBeCloseTo(Math.PI, 10);
  expect(
    ringArea([
      [0, 0, -1],
      [2, 0, -1],
    ]),
  ).toBeCloseTo(Math.PI, 10);
  // A bay bends outwards, a niche inwards: half a circle of radius 1 more, or less. Anticlockwise, left of the way is inside.
  expect(
    ringArea([
      [0, 0, 1],
      [2, 0],
      [2, 4],
      [0, 4],
    ]),
  ).toBeCloseTo(8 + Math.PI / 2, 10);
  expect(
    ringArea([
      [0, 0, -1],
      [2, 0],
      [2, 4],
      [0, 4],
    ]),
  ).toBeCloseTo(8 - Math.PI / 2, 10);
});

test('a drawing far from its origin loses nothing', () => {
  const far = square(0, 4.25).map(([x, y]) => [x + 4_512_345.678, y + 39_512_345.678] as const);
  expect(ringArea(far)).toBeCloseTo(18.0625, 6);
});

test('arcs made straight lie on their circle, and enclose what the arc does', () => {
  const spots = straightened([
    [0, 0, 1],
    [2, 0],
    [2, 4],
    [0, 4],
  ]);
  expect(Math.min(...spots.map(([, y]) => y))).toBeCloseTo(-1, 6);
  expect(
    isInside(
      [1, -0.9],
      [
        [0, 0, 1],
        [2, 0],
        [2, 4],
        [0, 4],
      ],
    ),
  ).toBe(true);
  expect(
    isInside(
      [1, 0.9],
      [
        [0, 0, -1],
        [2, 0],
        [2, 4],
        [0, 4],
      ],
    ),
  ).toBe(false);
});

test('a line that crosses itself is told, a concave one is not', () => {
  expect(
    crossesItself([
      [0, 0],
      [2, 2],
      [2, 0],
      [0, 2],
    ]),
  ).toBe(true);
  expect(
    crossesItself([
      [0, 0],
      [4, 0],
      [4, 4],
      [2, 1],
      [0, 4],
    ]),
  ).toBe(false);
});

test('a name stands inside the room, beside its hole', () => {
  const outline = [square(0, 10), square(4, 3)];
  const at = labelSpot(outline);
  expect(isInside(at, outline[0]!)).toBe(true);
  expect(isInside(at, outline[1]!)).toBe(false);
});
