import { expect, test } from 'vitest';
import { RoomFollowed } from '../changes/contract.ts';
import type { PastFact } from '../facts-before.ts';
import { seatsFrom } from '../seating/seats-from-facts.ts';
import { PersonSeated } from '../seating/contract.ts';
import { BuildingRegistered, RoomAllotted, RoomRegistered, RoomSplit } from './contract.ts';
import { roomsFrom } from './rooms-from-facts.ts';

let count = 0;
const fact = ({ name: type }: { readonly name: string }, object: string, unit: string, body: object): PastFact => ({
  id: `${(count += 1)}`,
  object,
  unit,
  type,
  happenedAt: new Date('2026-02-01T09:00:00+08:00'),
  body,
});
const idle = (use: string) => (use.startsWith('equipment') ? ('in-use' as const) : ('vacant' as const));
const room = { building: 'b', number: '301', use: 'office', areaM2: 20, bound: false };
const registered = [
  fact(BuildingRegistered, 'b', 'keeper', { name: '主楼' }),
  fact(RoomRegistered, 'r', 'keeper', room),
];

test('a room that follows the heir of its unit stays what it is, and its people with it', () => {
  const allotted = fact(RoomAllotted, 'r', 'old', { was: 'keeper', from: '2026-01-05', kind: 'allotted', paper: '' });
  const seat = { room: 'r', person: 'p', from: '2026-01-06', standing: 'ordinary', paper: '' };
  const seated = fact(PersonSeated, 's', 'old', { ...seat, asFound: false });
  const followed = fact(RoomFollowed, 'r', 'heir', {
    was: 'old',
    from: '2026-03-01',
    kind: 'allotted',
    paper: '',
    seats: [{ was: 's', now: 't', person: 'p', standing: 'ordinary', paper: '' }],
  });
  const before = [...registered, allotted, seated];
  const { rooms, buildings } = roomsFrom([...before, followed], idle);
  expect(rooms.get('r')).toMatchObject({ unit: 'heir', state: 'in-use', held: 'allotted' });
  expect(buildings.get('b')).toBe('主楼');
  expect(roomsFrom(before, idle).rooms.get('r')).toMatchObject({ unit: 'old' });
  expect(seatsFrom([...before, followed])).toMatchObject([
    { id: 's', unit: 'old', toExclusive: '2026-03-01' },
    { id: 't', unit: 'heir', from: '2026-03-01', toExclusive: null },
  ]);
  expect(seatsFrom(before)).toMatchObject([{ id: 's', toExclusive: null }]);
});

test('parts of a room stand as the whole did, idle as their own use does', () => {
  const split = fact(RoomSplit, 'r', 'keeper', {
    number: '301A',
    areaM2: 12,
    use: 'office',
    into: [{ id: 'q', number: '301B', areaM2: 8, use: 'equipment-power' }],
    why: '',
  });
  const { rooms } = roomsFrom([...registered, split], idle);
  expect(rooms.get('r')).toMatchObject({ number: '301A', areaM2: 12, state: 'vacant' });
  expect(rooms.get('q')).toMatchObject({ number: '301B', areaM2: 8, unit: 'keeper', state: 'in-use' });
});

test('a part is whose the whole was from the day of the split on', () => {
  const allotted = fact(RoomAllotted, 'r', 'keeper', { was: 'u', from: '2026-01-05', kind: 'kept', paper: '' });
  const into = [{ id: 'q', number: '301B', areaM2: 8, use: 'office' }];
  const split = fact(RoomSplit, 'r', 'keeper', { number: '301A', areaM2: 12, use: 'office', into, why: '' });
  const { rooms } = roomsFrom([...registered, allotted, split], idle);
  expect(rooms.get('r')).toMatchObject({ held: 'kept', heldFrom: '2026-01-05' });
  expect(rooms.get('q')).toMatchObject({ held: 'kept', heldFrom: '2026-02-01' });
});
