import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { MeterPlaced, PlaceMeter } from './contract.ts';
import { lockFloor, openPlaceOf } from './plan-store.ts';

/** 登记表计位置: a meter of the energy office stands in a room, or meters a floor. One meter stands at one place at a time. */
export const placeMeter = verb('space.place-meter', {
  title: { zh: '登记表计位置', en: 'Place a meter' },
  input: PlaceMeter,
  who: ['space-clerk'],
  on: 'space.floor',
  facts: [MeterPlaced],
  refusals: ['room-not-on-floor', 'meter-placed-already'],
  async load(tx, { meter, floor, room }) {
    return {
      id: newId(),
      floor: await lockFloor(tx, floor),
      // A meter that the asker may not see is not there.
      meter: await tx.one<{ unit: string }>(sql`select unit_id as unit from energy_read.meter_v1 where id = ${meter}`),
      room:
        room === null
          ? undefined
          : await tx.one<{ unit: string; floor: string; number: string }>(
              sql`select unit_id as unit, floor_id as floor, number from space.room where id = ${room}`,
            ),
      taken: await openPlaceOf(tx, meter),
    };
  },
  at: ({ floor, meter, room }) =>
    [...new Set([floor.unit, meter.unit, room?.unit ?? floor.unit])].map((unit) => ({ unit })),
  decide({ id, floor, room, taken }, input) {
    if (room && room.floor !== floor.id) return refuse('room-not-on-floor');
    if (taken) return refuse('meter-placed-already', { day: taken.from, where: taken.where }, { status: 409 });
    const place = room
      ? { kind: 'room' as const, id: input.room!, name: room.number }
      : { kind: 'floor' as const, id: floor.id, name: floor.name };
    const object = { kind: 'space.meter-place', id };
    return [MeterPlaced.of({ object, unit: room?.unit ?? floor.unit, body: input, facets: { place } })];
  },
});
