import { newId, refuse, verb } from '@opengoa/kernel';
import { findBuildingNamed, findFloor, lockBuilding } from './building-store.ts';
import { FloorRegistered, RegisterRoom, RoomAllotted, RoomRegistered } from './contract.ts';
import { floorName, floorOf, placeOf, roomOf } from './premises.ts';
import { numbersTaken } from './room-store.ts';

/** 登记房间: a floor that the building has not yet is made with it, and whose it is may be said at once. */
export const registerRoom = verb('space.register-room', {
  title: { zh: '登记房间', en: 'Register a room' },
  input: RegisterRoom,
  who: ['space-clerk'],
  on: 'space.building',
  facts: [FloorRegistered, RoomRegistered, RoomAllotted],
  refusals: ['building-disposed', 'room-number-taken', 'inside-more-than-room', 'time-not-yet'],
  async load(tx, { building: which, floor: number, number: room }) {
    const id = typeof which === 'string' ? which : (await findBuildingNamed(tx, which)).id;
    const building = await lockBuilding(tx, id);
    const floor = await findFloor(tx, id, number);
    return {
      ids: { floor: newId(), room: newId() },
      building,
      floor,
      taken: floor ? await numbersTaken(tx, floor.id, [room]) : null,
    };
  },
  at: ({ building }, { allot }) =>
    allot ? [{ unit: building.unit }, { unit: allot.unit }] : [{ unit: building.unit }],
  decide({ ids, building, floor, taken }, { building: _which, floor: number, allot, ...body }, { today }) {
    if (building.state === 'disposed') return refuse('building-disposed');
    if (taken !== null) return refuse('room-number-taken', { number: taken }, { status: 409 });
    if (body.toiletM2 + body.restM2 > body.areaM2) return refuse('inside-more-than-room', { areaM2: body.areaM2 });
    if (allot && allot.from > today) return refuse('time-not-yet');
    const { unit } = building;
    const name = floorName(number);
    const object = roomOf({ id: ids.room });
    const facets = placeOf({ id: ids.room, number: body.number });
    return [
      ...(floor
        ? []
        : [
            FloorRegistered.of({
              object: floorOf({ id: ids.floor }),
              unit,
              body: { building: building.id, number, name },
              facets: { place: { kind: 'floor', id: ids.floor, name } },
            }),
          ]),
      RoomRegistered.of({
        object,
        unit,
        body: { ...body, building: building.id, floor: floor?.id ?? ids.floor },
        facets,
      }),
      ...(allot
        ? [
            RoomAllotted.of({
              object,
              unit: allot.unit,
              body: { was: unit, from: allot.from, kind: allot.kind, paper: allot.paper },
              facets,
            }),
          ]
        : []),
    ];
  },
});
