import { read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { RoomAnswer } from './answers.ts';
import { findBuilding } from './building-store.ts';
import { roomVerbs } from './premises.ts';
import { findRoom } from './room-store.ts';
import { tenureOn, tenuresOf } from './tenure-store.ts';

/** 房间: what it is, whose it was on which days, what stands in it. Who sits in it is told by `space.room-people`. */
export const oneRoom = read('space.room', {
  title: { zh: '房间', en: 'A room' },
  query: z.strictObject({ id: z.uuid(), day: z.iso.date().optional() }),
  answer: RoomAnswer,
  who: readers,
  async fetch(tx, { id, day: asked }, { organisation, today }) {
    const day = asked ?? today;
    const { floor, ...room } = await findRoom(tx, id);
    const building = await findBuilding(tx, room.building);
    const { number: floorNumber } = await tx.one<{ number: number }>(
      sql`select number from space.floor where id = ${floor}`,
    );
    const nameOf = (unit: string) => organisation.unit(unit)?.name ?? '';
    const tenures = await tenuresOf(tx, [id]);
    const held = tenureOn(tenures, day)?.unit ?? (tenures.length === 0 ? room.unit : building.unit);
    return {
      ...room,
      floor,
      floorNumber,
      unitName: nameOf(room.unit),
      buildingName: building.name,
      day,
      today,
      heldBy: { unit: held, unitName: nameOf(held) },
      tenures: tenures.map(({ room: _room, ...tenure }) => ({ ...tenure, unitName: nameOf(tenure.unit) })),
      assets: await tx.rows<RoomAnswer['assets'][number]>(sql`
        select id, number, name, quantity, state from assets_read.card_v1 where room_id = ${id} and state <> 'disposed' order by number, id limit 200`),
      meters:
        building.energyBuilding === null
          ? []
          : await tx.rows<RoomAnswer['meters'][number]>(sql`
              select id, name, carrier from energy_read.meter_v1 where building_id = ${building.energyBuilding} order by name, id limit 50`),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit, state }) => ({ verbs: roomVerbs(state), place: { unit } }),
});
