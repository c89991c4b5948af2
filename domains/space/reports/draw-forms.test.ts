import { expect, test } from 'vitest';
import { type BuildingKnown, differencesOf, drawForms, type RoomOnDay, type UnitKnown } from './draw-forms.ts';

const building: BuildingKnown = {
  building: 'b1',
  name: '1号楼',
  keeperName: '机关事务局',
  address: '',
  form: 'multi-storey',
  builtYear: 1998,
  grossM2: 200,
};
const unit: UnitKnown = { unit: 'u1', name: '财政局', approvedPeople: 4, actualPeople: 3, quotaM2: 50, overRooms: 1 };
const room = (areaM2: number, more: Partial<RoomOnDay> = {}): RoomOnDay => ({
  building: 'b1',
  user: 'u1',
  borrowed: false,
  group: 'office',
  areaM2,
  state: 'in-use',
  ...more,
});
const rooms = [
  room(30),
  room(20.5, { borrowed: true }),
  room(10, { group: 'service' }),
  room(12, { user: null, state: 'vacant' }),
  room(15, { group: 'technical' }),
];

test('what a unit has is told by group, what a building has with what stands empty; the foot is the sum', () => {
  const { units, buildings, total } = drawForms(rooms, [building], [unit], []);
  expect(units).toEqual([
    {
      unit: 'u1',
      name: '财政局',
      approvedPeople: 4,
      actualPeople: 3,
      rooms: 4,
      officeM2: 50.5,
      serviceM2: 10,
      equipmentM2: 0,
      basicM2: 60.5,
      ancillaryM2: 0,
      technicalM2: 15,
      borrowedM2: 20.5,
      quotaM2: 50,
      overM2: 10.5,
      overRooms: 1,
    },
  ]);
  expect(buildings[0]).toMatchObject({ rooms: 5, usableM2: 87.5, officeM2: 62.5, vacantRooms: 1, vacantM2: 12 });
  expect(total).toMatchObject({ units: 1, buildings: 1, rooms: 5, basicM2: 60.5, usableM2: 87.5, overM2: 10.5 });
});

test('no quota is no surplus, not a surplus of nothing', () => {
  const { units, total } = drawForms(rooms, [building], [{ ...unit, quotaM2: null }], []);
  expect(units[0]).toMatchObject({ quotaM2: null, overM2: null });
  expect(total.overM2).toBe(0);
});

test('differences name the line and the figure, and a line that came since', () => {
  const reported = drawForms(rooms, [building], [unit], []);
  expect(differencesOf(reported, reported)).toEqual([]);
  const now = drawForms(
    [...rooms.slice(1), room(30, { user: 'u2' })],
    [building],
    [unit, { ...unit, unit: 'u2', name: '审计局', quotaM2: null, overRooms: 0 }],
    [],
  );
  const told = differencesOf(reported, now);
  expect(told).toContainEqual({ form: 'units', line: '财政局', field: 'officeM2', was: 50.5, is: 20.5 });
  expect(told).toContainEqual({ form: 'units', line: '审计局', field: 'officeM2', was: null, is: 30 });
  expect(told).toContainEqual({ form: 'total', line: '', field: 'units', was: 1, is: 2 });
  // Another user, the same building: nothing of it differs.
  expect(told.filter(({ form }) => form === 'buildings')).toEqual([]);
});
