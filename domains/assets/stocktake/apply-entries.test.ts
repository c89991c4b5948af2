import { describe, expect, test } from 'vitest';
import { applyEntries, type Applied, type KeptEntry, type Line, type World } from './apply-entries.ts';
import type { Entry, EntryKind } from './contract.ts';
import { judgeLine, type OfTheBook, type Sight } from './judge-line.ts';
import { isOpen, waysOf } from './stocktake.ts';

const book = (more: Partial<OfTheBook> = {}): OfTheBook => ({
  expected: true,
  onACard: true,
  quantity: 1,
  place: '101',
  movedTo: null,
  disposed: false,
  foreign: false,
  ...more,
});
const sight = (place: string, at: number, by = '甲', quantity = 1): Sight => ({ place, at, by, quantity });

describe('what the sights of a thing come to', () => {
  test('not seen, in its place, elsewhere, not expected, on no card', () => {
    expect(judgeLine(book(), []).state).toBe('waiting');
    expect(judgeLine(book(), [sight('101', 1)])).toMatchObject({ state: 'found', conflict: null });
    expect(judgeLine(book(), [sight('102', 1)])).toMatchObject({ state: 'elsewhere', place: '102' });
    expect(judgeLine(book({ expected: false, place: null }), [sight('102', 1)]).state).toBe('unexpected');
    expect(judgeLine(book({ expected: false, onACard: false }), [sight('102', 1)]).state).toBe('surplus');
    // A card that tells no room is learnt where it is.
    expect(judgeLine(book({ place: null }), [sight('102', 1)]).state).toBe('found');
  });

  test('one person in two rooms carried it along; two people in two rooms is a conflict', () => {
    expect(judgeLine(book(), [sight('102', 2), sight('101', 1)])).toMatchObject({ state: 'elsewhere', conflict: null });
    expect(judgeLine(book(), [sight('101', 1), sight('102', 2, '乙')])).toMatchObject({ conflict: 'two-places' });
  });

  test('moved or disposed in the book meanwhile: a conflict, unless it is where the book now says', () => {
    expect(judgeLine(book({ movedTo: '103' }), [sight('103', 1)])).toMatchObject({ state: 'found', conflict: null });
    expect(judgeLine(book({ movedTo: '103' }), [sight('101', 1)]).conflict).toBe('moved-meanwhile');
    expect(judgeLine(book({ movedTo: 'away' }), [sight('101', 1)]).conflict).toBe('moved-meanwhile');
    expect(judgeLine(book({ disposed: true }), [sight('101', 1)]).conflict).toBe('disposed-meanwhile');
  });

  test('a batch card adds up over places; fewer than booked is short, the last count of a place counts', () => {
    const chairs = book({ quantity: 20 });
    expect(judgeLine(chairs, [sight('101', 1, '甲', 12)])).toMatchObject({ state: 'short', quantity: 12 });
    expect(judgeLine(chairs, [sight('101', 1, '甲', 12), sight('102', 2, '乙', 8)])).toMatchObject({
      state: 'elsewhere',
      place: '102',
      quantity: 20,
      conflict: null,
    });
    expect(judgeLine(chairs, [sight('101', 1, '甲', 12), sight('101', 3, '甲', 20)])).toMatchObject({ state: 'found' });
  });
});

test('every difference has ways to be explained, what was found has none', () => {
  expect(waysOf({ state: 'found', conflict: null })).toEqual([]);
  for (const state of ['waiting', 'short', 'elsewhere', 'unexpected', 'surplus'] as const) {
    expect(waysOf({ state, conflict: null }).length).toBeGreaterThan(0);
    expect(isOpen({ state, conflict: null, how: null })).toBe(true);
  }
  expect(isOpen({ state: 'waiting', conflict: null, how: 'search-again' })).toBe(true);
  expect(isOpen({ state: 'waiting', conflict: null, how: 'lost' })).toBe(false);
  expect(isOpen({ state: 'found', conflict: null, how: null })).toBe(false);
});

const line = (id: string, more: Partial<Line> = {}): Line => ({
  id,
  card: `card-${id}`,
  code: id,
  name: id,
  valueFen: 100,
  sampled: false,
  state: 'waiting',
  conflict: null,
  how: null,
  seenPlace: null,
  seenQuantity: 0,
  book: book(),
  ...more,
});
const world = (lines: readonly Line[], before: readonly KeptEntry[] = [], by = '甲'): World => ({
  lines: new Map(lines.map((each) => [each.id, each])),
  byCode: new Map(lines.map(({ code, id }) => [code, id])),
  before,
  known: new Set(before.map(({ id }) => id)),
  by,
  nowMs: Date.parse('2026-03-05T12:00:00Z'),
});
const entry = (id: string, kind: EntryKind, place: string, code: string, minute = 0, quantity = 1): Entry => [
  id,
  kind,
  place,
  code,
  quantity,
  `2026-03-05T09:${String(minute).padStart(2, '0')}:00Z`,
];
const goOn = (lines: readonly Line[], first: Applied, by = '甲') =>
  world(
    lines.map((each) => first.lines.find(({ id }) => id === each.id) ?? each),
    first.entries,
    by,
  );

describe('what a device sends', () => {
  const lines = [line('a'), line('b')];

  test('the same entries again change nothing, within one sending or in two', () => {
    const sent = [
      entry('1', 'scanner', '101', 'a'),
      entry('1', 'scanner', '101', 'a'),
      entry('2', 'scanner', '102', 'b'),
    ];
    const first = applyEntries(world(lines), sent);
    expect([first.entries.length, first.before]).toEqual([2, 1]);
    expect(first.lines.map(({ state }) => state)).toEqual(['found', 'elsewhere']);
    const again = applyEntries(goOn(lines, first), sent);
    expect([again.entries, again.lines, again.before]).toEqual([[], [], 3]);
  });

  test('moved here in one tap, also in a later sending; a tap for another place does nothing', () => {
    const first = applyEntries(world(lines), [entry('1', 'scanner', '102', 'a')]);
    expect(first.lines[0]).toMatchObject({ state: 'elsewhere', how: null });
    const tapped = applyEntries(goOn(lines, first), [entry('2', 'move', '102', 'a', 1)]);
    expect(tapped.lines[0]).toMatchObject({ state: 'elsewhere', how: 'move-here', seenPlace: '102' });
    expect(applyEntries(goOn(lines, first), [entry('3', 'move', '103', 'a', 1)]).lines[0]).toMatchObject({ how: null });
  });

  test('what was struck never was; what somebody decided falls when something else is seen', () => {
    const first = applyEntries(world(lines), [entry('1', 'scanner', '102', 'a')]);
    expect(applyEntries(goOn(lines, first), [entry('2', 'strike', '102', '1')]).lines[0]).toMatchObject({
      state: 'waiting',
      seenPlace: null,
    });
    const decided = [line('a', { state: 'elsewhere', seenPlace: '102', how: 'stays' })];
    const same = world(decided, first.entries);
    expect(applyEntries(same, [entry('4', 'scanner', '102', 'a', 2)]).lines[0]!.how).toBe('stays');
    expect(applyEntries(same, [entry('5', 'scanner', '103', 'a', 2)]).lines[0]!.how).toBeNull();
  });

  test('two people, two rooms: a conflict whoever sends first', () => {
    const mine = applyEntries(world(lines), [entry('1', 'scanner', '101', 'a', 5)]);
    const theirs = applyEntries(goOn(lines, mine, '乙'), [entry('2', 'scanner', '102', 'a', 1)]);
    expect(theirs.lines[0]).toMatchObject({ conflict: 'two-places' });
  });

  test('a clock that runs ahead counts as now; a place is done once its entry says so', () => {
    const applied = applyEntries(world(lines), [
      ['1', 'scanner', '101', 'a', 1, '2027-01-01T00:00:00Z'],
      entry('2', 'done', '101', '', 30, 0),
    ]);
    expect(applied.lines[0]!.at).toBe(Date.parse('2026-03-05T12:00:00Z'));
    expect([...applied.placesDone.keys()]).toEqual(['101']);
  });
});
