import { expect, test } from 'vitest';
import {
  type Entry,
  latelySent,
  lineOf,
  linesByCode,
  sayOf,
  type Sheet,
  type SheetLine,
  stateHere,
} from './take-state.ts';

const line = (code: string, more: Partial<SheetLine> = {}): SheetLine => ({
  id: code,
  code,
  name: '办公桌',
  quantity: 1,
  codes: [],
  expected: true,
  place: '101',
  state: 'waiting',
  conflict: null,
  seenPlace: null,
  seenQuantity: 0,
  how: null,
  ...more,
});
const sheet = (lines: SheetLine[]): Sheet => ({
  id: 's',
  unit: 'u',
  number: 'PD-2026-0001',
  title: '盘点',
  state: 'counting',
  blind: false,
  places: [
    { id: '101', room: null, name: '101', floor: 1, done: false },
    { id: '102', room: null, name: '102', floor: 1, done: true },
  ],
  lines,
  may: [],
});
const entry = (code: string, place = '101', kind: Entry[1] = 'scanner', quantity = 1): Entry => [
  `${kind}-${code}-${place}`,
  kind,
  place,
  code,
  quantity,
  '2026-03-05T01:00:00Z',
];

test('a thing is known by its number however it is typed, its serial number, and the address on its label', () => {
  const byCode = linesByCode(sheet([line('ZC-1', { codes: ['SN1', 'AbCdEfGhIjKlMnOpQrStUv'] })]));
  for (const code of ['zc-1 ', 'sn1', 'https://goa.example/r/AbCdEfGhIjKlMnOpQrStUv?x=1', 'AbCdEfGhIjKlMnOpQrStUv'])
    expect(lineOf(byCode, code)?.code).toBe('ZC-1');
  expect(lineOf(byCode, 'ZC-2')).toBeUndefined();
});

test('what waits is laid over what the server knew: found, elsewhere, moved, unknown, struck, done', () => {
  const here = stateHere(sheet([line('a'), line('b'), line('c')]), [
    entry('a'),
    entry('b', '102'),
    entry('b', '102', 'move'),
    entry('x'),
    entry('c'),
    ['z', 'strike', '101', 'scanner-c-101', 0, '2026-03-05T01:00:00Z'],
    entry('', '101', 'done', 0),
  ]);
  expect(here.lines.map(({ state, moves }) => [state, moves])).toEqual([
    ['found', false],
    ['elsewhere', true],
    ['waiting', false],
  ]);
  expect(here.unknown).toEqual([{ code: 'x', place: '101' }]);
  expect([...here.done].toSorted()).toEqual(['101', '102']);
});

test('a batch card adds up, and counts again in the same place', () => {
  const chairs = sheet([line('chairs', { quantity: 20 })]);
  expect(stateHere(chairs, [entry('chairs', '101', 'typed', 12)]).lines[0]).toMatchObject({
    state: 'short',
    quantity: 12,
  });
  expect(
    stateHere(chairs, [entry('chairs', '101', 'typed', 12), entry('chairs', '101', 'typed', 20)]).lines[0],
  ).toMatchObject({ state: 'found', quantity: 20 });
});

test('what is said at once: found, scanned already, elsewhere, not expected; a blind count only takes note', () => {
  const { lines } = stateHere(sheet([line('a'), line('b', { place: '102' })]), []);
  expect(sayOf(lines[0], '101', false)).toBe('found');
  expect(sayOf(lines[1], '101', false)).toBe('elsewhere');
  expect(sayOf(undefined, '101', false)).toBe('unexpected');
  expect(sayOf(undefined, '101', true)).toBe('noted');
  const again = stateHere(sheet([line('a')]), [entry('a')]).lines;
  expect(sayOf(again[0], '101', false)).toBe('already');
  expect(sayOf(again[0], '102', false)).toBe('again-elsewhere');
});

test('between the sending and the next reading of the sheet what was scanned stays scanned', () => {
  const first = sheet([line('A'), line('B')]);
  const scans = [entry('A'), entry('B')];
  const queued = latelySent({ sheet: first, waiting: [], sent: [] }, first, scans);
  expect(queued.sent).toEqual([]);
  const gone = latelySent(queued, first, []);
  expect(gone.sent).toEqual(scans);
  expect(stateHere(first, gone.sent).lines.map(({ state }) => state)).toEqual(['found', 'found']);
  // A sheet that knows the one and not the other yet; then one that knows both.
  const half = sheet([line('A', { state: 'found', seenPlace: '101', seenQuantity: 1 }), line('B')]);
  expect(latelySent(gone, half, []).sent).toEqual([scans[1]]);
  const whole = sheet(['A', 'B'].map((code) => line(code, { state: 'found', seenPlace: '101', seenQuantity: 1 })));
  expect(latelySent(gone, whole, []).sent).toEqual([]);
});
