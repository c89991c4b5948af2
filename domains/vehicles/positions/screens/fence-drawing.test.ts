import { expect, test } from 'vitest';
import { cornersIn, fromGeoJson, minutesIn, spotsIn, toGeoJson } from './fence-drawing.ts';

const polygon = {
  kind: 'polygon',
  points: [
    [30.6, 117.4],
    [30.6, 117.5],
    [30.7, 117.5],
  ],
} as const;
const circle = { kind: 'circle', latitude: 30.62, longitude: 117.48, radiusM: 300 } as const;

test('a fence that goes out as GeoJSON comes back as it was, and longitude stands first in it', () => {
  for (const shape of [polygon, circle])
    expect(fromGeoJson(toGeoJson([{ name: '机关大院', use: 'custody', shape }]))).toEqual({ name: '机关大院', shape });
  expect(
    JSON.parse(toGeoJson([{ name: '', use: 'area', shape: polygon }])).features[0].geometry.coordinates[0],
  ).toEqual([
    [117.4, 30.6],
    [117.5, 30.6],
    [117.5, 30.7],
    [117.4, 30.6],
  ]);
});

test('a bare geometry is read too; what is no fence is none', () => {
  const ring = [
    [117.4, 30.6],
    [117.5, 30.6],
    [117.5, 30.7],
  ];
  expect(fromGeoJson(JSON.stringify({ type: 'Polygon', coordinates: [ring] }))).toEqual({ name: '', shape: polygon });
  for (const text of [
    'no json',
    '[]',
    '{"type":"LineString","coordinates":[[1,2],[3,4]]}',
    '{"type":"Point","coordinates":[1,2]}',
    JSON.stringify({
      type: 'Polygon',
      coordinates: [
        [
          [117, 30],
          ['x', 1],
          [117, 31],
        ],
      ],
    }),
    JSON.stringify({ type: 'Polygon', coordinates: [ring.slice(0, 2)] }),
  ])
    expect([text, fromGeoJson(text)]).toEqual([text, null]);
});

test('typed corners and clocks', () => {
  expect(cornersIn('30.6, 117.4\n\n 30.7，117.5 \nx,1')).toEqual([
    [30.6, 117.4],
    [30.7, 117.5],
    [Number.NaN, 1],
  ]);
  expect(spotsIn('30.6, 117.4\n30.7')).toEqual([{ latitude: 30.6, longitude: 117.4 }]);
  expect(['22:00', '5:05', '24:00', '24:01', '8:60', '', null].map(minutesIn)).toEqual([
    1_320,
    305,
    1_440,
    null,
    null,
    null,
    null,
  ]);
});
