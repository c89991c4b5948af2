import fc from 'fast-check';
import { expect, test } from 'vitest';
import { most, NotADrawing } from './drawing.ts';
import { matchPlan, plainNumber, roomNamed } from './match-plan.ts';
import { ringArea } from './outline.ts';
import { plainText, readDxf } from './read-dxf.ts';
import { readGeojson } from './read-geojson.ts';
import { shapesOf } from './shapes-of.ts';
import { dxf, lightLine, line, oldLine, said } from './testing/drawn.ts';

const problem = (work: () => unknown): string => {
  try {
    work();
    return 'read';
  } catch (error) {
    if (error instanceof NotADrawing) return error.problem;
    throw error;
  }
};

test('a floor drawn in millimetres: polylines of both kinds, a loop of lines, texts, and what is not used', () => {
  const drawing = readDxf(
    dxf(
      4,
      lightLine('ROOM', [
        [0, 0],
        [6000, 0],
        [6000, 5000],
        [0, 5000],
      ]),
      oldLine('ROOM', [
        [6000, 0],
        [9000, 0],
        [9000, 5000],
        [6000, 5000],
      ]),
      line('ROOM', [9000, 0], [12000, 0]),
      line('ROOM', [12000, 5000], [12000, 0]),
      line('ROOM', [12000, 5000], [9000, 5000]),
      line('ROOM', [9000, 5000], [9000, 0]),
      line('AXIS', [0, 0], [99000, 0]),
      said('TEXT', 'NAME', [3000, 2500], '101'),
      said('MTEXT', 'NAME', [7000, 2500], String.raw`{\fSimSun|b0;102}\P会议室`),
      said('TEXT', 'NAME', [10000, 2500], '103'),
      ['0', 'SPLINE', '8', 'ROOM'],
      ['0', 'INSERT', '8', 'DOOR', '2', 'D900'],
      ['0', 'INSERT', '8', 'DOOR', '2', 'D900'],
    ),
  );
  expect(drawing.metres).toBe(0.001);
  expect(drawing.unused).toEqual({ SPLINE: 1, INSERT: 2, LINE: 1 });
  const shapes = shapesOf(drawing, drawing.metres!, ['ROOM']);
  expect(shapes.map(({ label, outline }) => [label, ringArea(outline[0]!)])).toEqual([
    ['101', 30],
    ['102 会议室', 15],
    ['103', 15],
  ]);
  const rooms = [
    { id: 'a', number: '101', name: '', areaM2: 30.4 },
    { id: 'b', number: '102室', name: '', areaM2: 18 },
    { id: 'd', number: '104', name: '', areaM2: 9 },
  ];
  const matched = matchPlan(shapes, rooms, { root: 0.08, share: 0.006 });
  // 0.08 × √30.4 + 0.006 × 30.4 = 0.62
  expect(matched.shapes).toMatchObject([
    { room: 'a', areaM2: 30, differenceM2: -0.4, toleranceM2: 0.62, within: true },
    { room: 'b', areaM2: 15, differenceM2: -3, within: false },
    { room: null, differenceM2: null },
  ]);
  expect(matched.roomsWithout).toEqual(['d']);
});

test('a shaft inside a room is taken off it; a room inside a room is both', () => {
  const box = (at: number, side: number) =>
    [
      [at, at],
      [at + side, at],
      [at + side, at + side],
      [at, at + side],
    ] as const;
  const shapes = shapesOf(
    readDxf(
      dxf(
        6,
        lightLine('R', box(0, 10)),
        lightLine('R', box(1, 2)),
        lightLine('R', box(5, 3)),
        said('TEXT', 'T', [9, 9], '201'),
        said('TEXT', 'T', [6, 6], '201A'),
      ),
    ),
    1,
  );
  const { shapes: matched } = matchPlan(
    shapes,
    [
      { id: 'x', number: '201', name: '', areaM2: 87 },
      { id: 'y', number: '201a', name: '', areaM2: 9 },
    ],
    {
      root: 0,
      share: 0,
    },
  );
  expect(matched.map(({ room, areaM2 }) => [room, areaM2])).toEqual([
    ['x', 87],
    ['y', 9],
  ]);
});

test('arcs come with the polyline, and a figure that crosses itself or bears another’s name is no room', () => {
  const shapes = shapesOf(
    readDxf(
      dxf(
        6,
        lightLine('R', [
          [0, 0, 1],
          [2, 0, 1],
        ]),
        lightLine('R', [
          [10, 0],
          [14, 4],
          [14, 0],
          [10, 4],
        ]),
        lightLine('R', [
          [20, 0],
          [24, 0],
          [24, 4],
          [20, 4],
        ]),
        said('TEXT', 'T', [1, 0], '1'),
        said('TEXT', 'T', [11, 2], '2'),
        said('TEXT', 'T', [22, 2], '1'),
      ),
    ),
    1,
  );
  const matched = matchPlan(
    shapes,
    [
      { id: 'a', number: '1', name: '', areaM2: 3.14 },
      { id: 'b', number: '2', name: '', areaM2: 8 },
    ],
    { root: 1, share: 0 },
  );
  expect(matched.shapes[0]!.areaM2).toBe(3.14);
  expect([matched.doubled, matched.crossing, matched.shapes.map(({ room }) => room)]).toEqual([
    ['a'],
    [1],
    [null, null, null],
  ]);
});

test('GeoJSON: holes, names from properties, degrees turned into metres, the rest counted', () => {
  const ring = [
    [0, 0],
    [10, 0],
    [10, 10],
    [0, 10],
    [0, 0],
  ];
  const hole = [
    [2, 2],
    [4, 2],
    [4, 4],
    [2, 4],
    [2, 2],
  ];
  const file = (coordinates: unknown, properties: object = { room: 301 }) => ({
    type: 'Feature',
    properties,
    geometry: { type: 'Polygon', coordinates },
  });
  const plan = readGeojson(
    JSON.stringify({
      type: 'FeatureCollection',
      features: [
        file([ring.map(([x, y]) => [x! + 500, y!]), hole.map(([x, y]) => [x! + 500, y!])]),
        { type: 'Feature', properties: {}, geometry: { type: 'Point', coordinates: [1, 2] } },
        { type: 'Feature', properties: {}, geometry: null },
        file([
          [
            [0, 0],
            [1, null],
            [2, 2],
          ],
        ]),
        file('nothing'),
      ],
    }),
  );
  expect(plan.unused).toEqual({ Point: 1, 'without geometry': 1, 'bad outline': 2 });
  const [shape] = shapesOf(plan, 1);
  expect([shape!.label, ringArea(shape!.outline[0]!) - ringArea(shape!.outline[1]!)]).toEqual(['301', 96]);
  const degrees = readGeojson(
    JSON.stringify(
      file([
        [
          [117, 30],
          [117.0001, 30],
          [117.0001, 30.0001],
          [117, 30.0001],
        ],
      ]),
    ),
  );
  // 9.63 m × 11.12 m at 30° north
  expect(ringArea(shapesOf(degrees, 1)[0]!.outline[0]!)).toBeCloseTo(107.1, 0);
});

test('what is no drawing is said, and nothing hostile is believed', () => {
  expect(problem(() => readDxf('x'.repeat(most.characters + 1)))).toBe('too-large');
  expect(problem(() => readDxf('AutoCAD Binary DXF\r\n\u001a\0'))).toBe('binary');
  expect(problem(() => readDxf('hello\nworld'))).toBe('not-a-drawing');
  expect(problem(() => readGeojson('['.repeat(100_000)))).toBe('not-a-drawing');
  expect(problem(() => readGeojson('{"type":"Topology"}'))).toBe('not-a-drawing');
  const many = Array.from({ length: most.rings + 1 }, () =>
    lightLine('R', [
      [0, 0],
      [1, 0],
      [1, 1],
    ]),
  );
  expect(problem(() => readDxf(dxf(6, ...many)))).toBe('too-many');
  const bad = readDxf(
    dxf(
      6,
      lightLine('R', [
        [0, 0],
        [Number.NaN, 0],
        [1, 1],
      ]),
      lightLine('R', [
        [0, 0],
        [Number.POSITIVE_INFINITY, 0],
        [1, 1],
      ]),
      lightLine('R', [
        [0, 0],
        [1e300, 0],
        [1, 1],
      ]),
      lightLine(
        'R',
        Array.from({ length: most.corners + 5 }, (_none, n) => [n, n % 7] as const),
      ),
      ['0', 'LINE', '8', 'R', '10', 'x', '20', '0', '11', '1', '21', '1'],
      ['0', '__proto__', '8', 'R'],
    ),
  );
  expect(bad.rings).toEqual([]);
  expect(Object.entries(bad.unused)).toEqual([
    ['BAD OUTLINE', 4],
    ['BAD LINE', 1],
    ['__proto__', 1],
  ]);
  // Nested for ever: looked at to the standard's depth and no deeper.
  expect(
    readGeojson(
      JSON.stringify({ type: 'Feature', properties: {}, geometry: { type: 'GeometryCollection', geometries: [{}] } }),
    ).unused,
  ).toEqual({
    GeometryCollection: 1,
  });
});

test('any text is read or refused, and never thrown over; the same drawing in any unit has the same area', () => {
  fc.assert(
    fc.property(fc.string({ maxLength: 300, unit: 'binary' }), (text) => {
      expect(['read', 'binary', 'not-a-drawing']).toContain(problem(() => readDxf(text)));
      expect(['read', 'not-a-drawing']).toContain(problem(() => readGeojson(text)));
    }),
  );
  const corner = fc.tuple(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: -50, max: 50, noNaN: true }));
  fc.assert(
    fc.property(fc.array(corner, { minLength: 3, maxLength: 12 }), (corners) => {
      const inMetres = ringArea(corners);
      expect(ringArea(corners.map(([x, y]) => [x * 1000, y * 1000] as const)) / 1e6).toBeCloseTo(inMetres, 3);
      expect(ringArea(corners.toReversed())).toBeCloseTo(inMetres, 6);
    }),
  );
});

test('labels as people write them', () => {
  expect(plainNumber(' 1-０１ 室')).toBe('1-01');
  expect(plainText(String.raw`\A1;{\H0.7x;会\~议}%%u室`)).toBe('会 议 室');
  const rooms = [
    { id: '1', number: '101', name: '值班室', areaM2: 9 },
    { id: '2', number: '102', name: '会议室', areaM2: 9 },
    { id: '3', number: '103', name: '会议室', areaM2: 9 },
  ];
  expect(roomNamed('101 9.00㎡', rooms)?.id).toBe('1');
  expect(roomNamed('值班室', rooms)?.id).toBe('1');
  expect(roomNamed('会议室', rooms)).toBeUndefined();
  expect(roomNamed('1011', rooms)).toBeUndefined();
});
