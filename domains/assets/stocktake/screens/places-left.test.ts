import { expect, test } from 'vitest';
import { placesLeft } from './places-left.ts';
import type { Here, LineHere, SheetLine } from './take-state.ts';

const place = (id: string, room: string | null = id) => ({ id, room, name: id, floor: 1, done: false });
const places = [place('101'), place('102'), place('103'), place('其他地点', null)];
const line = (at: string, state: LineHere['state']): LineHere => ({
  line: { expected: true, place: at } as SheetLine,
  state,
  place: at,
  quantity: 1,
  moves: false,
  waiting: false,
});
const here = (done: string[] = []): Pick<Here, 'lines' | 'done'> => ({
  lines: [line('102', 'waiting'), line('102', 'found')],
  done: new Set(done),
});
const ids = (of: readonly { place: { id: string } }[]) => of.map(({ place: { id } }) => id);

test('places that hold something come first with what is left; rooms with nothing stand apart', () => {
  const { first, empty } = placesLeft({ places, blind: false }, here());
  expect(ids(first)).toEqual(['102', '其他地点']);
  expect(first[0]).toMatchObject({ all: 2, seen: 1 });
  expect(ids(empty)).toEqual(['101', '103']);
});

test('an empty room that was done is told as done; a blind stocktake does not tell which are empty', () => {
  expect(ids(placesLeft({ places, blind: false }, here(['103'])).first)).toEqual(['102', '103', '其他地点']);
  expect(placesLeft({ places, blind: true }, here()).empty).toEqual([]);
});
