import { type Id, type RiskCase, sql } from '@opengoa/kernel';
import type { PastPremises, PastRoom } from '../ledger/rooms-from-facts.ts';

export type Period = readonly [from: string, toExclusive: string];

export interface RoomRow {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly areaM2: number;
}

/** Of `space_read.room_v1 r`. */
export const roomRow = sql`r.id, r.unit_id as unit, concat_ws(' ', r.building, r.number) as name, r.area_m2::float8 as "areaM2"`;

export const roomCase = ({ id, unit, name }: RoomRow, period: Period, inputs: unknown): RiskCase => ({
  subject: { kind: 'space.room', id, name },
  unit,
  period,
  opens: `/space/rooms/${id}`,
  inputs,
});

/** 楼 and number. */
export const nameOf = ({ buildings }: PastPremises, { building, number }: PastRoom) =>
  [buildings.get(building), number].filter((part) => part !== undefined).join(' ');
/** The row of a room that the Record tells of. */
export const rowOf = (premises: PastPremises, room: PastRoom): RoomRow => ({
  id: room.id,
  unit: room.unit,
  name: nameOf(premises, room),
  areaM2: room.areaM2,
});
/** Rooms in one of these states, in the order of their ids. */
export const roomsIn = ({ rooms }: PastPremises, states: readonly PastRoom['state'][]): PastRoom[] =>
  [...rooms.values()].filter(({ state }) => states.includes(state)).toSorted((a, b) => (a.id < b.id ? -1 : 1));
