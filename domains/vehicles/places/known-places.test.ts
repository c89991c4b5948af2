import { expect, test } from 'vitest';
import { type KnownPlace, parkingOf, placeOf } from './known-places.ts';

const tree = {
  chain: (unit: string) => (unit === 'office' ? ['office', 'bureau', 'city'] : [unit, 'city']).map((id) => ({ id })),
};
const place = (unit: string, name: string, more: Partial<KnownPlace> = {}): KnownPlace => ({
  id: `${unit} ${name}`,
  unit,
  name,
  aliases: [],
  kind: 'office',
  latitude: 30,
  longitude: 117,
  ...more,
});

test('a name is found as people write it, by its aliases too', () => {
  const places = [place('city', '市行政中心', { aliases: ['政府大院'] })];
  expect(placeOf(' 市 行政中心', 'office', places, tree)).toMatchObject({ id: 'city 市行政中心' });
  expect(placeOf('政府大院', 'office', places, tree)).toMatchObject({ id: 'city 市行政中心' });
  expect(placeOf('行政中心', 'office', places, tree)).toBeNull();
});

test('one’s own unit’s place goes before one above; two that are equally near are not known', () => {
  const own = place('office', '机关大院', { latitude: 31 });
  expect(placeOf('机关大院', 'office', [place('city', '机关大院'), own], tree)).toBe(own);
  const two = [place('north', '机关大院'), place('south', '机关大院')];
  expect(placeOf('机关大院', 'office', two, tree)).toBeNull();
  expect(placeOf('机关大院', 'office', two.slice(1), tree)).toBe(two[1]);
  expect(
    placeOf('机关大院', 'office', [own, { ...own, id: 'alias', name: '别处', aliases: ['机关大院'] }], tree),
  ).toBeNull();
});

test('vehicles are parked at the place of the nearest unit, and nowhere known when it has two', () => {
  const [city, bureau] = [place('city', '车场'), place('bureau', '车场')];
  expect(parkingOf('office', [city, bureau], tree)).toBe(bureau);
  expect(parkingOf('office', [city], tree)).toBe(city);
  expect(parkingOf('office', [city, bureau, place('bureau', '二号车场')], tree)).toBeNull();
  expect(parkingOf('office', [], tree)).toBeNull();
});
