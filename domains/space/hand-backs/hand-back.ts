import { type Id, type Offer, type Place, sql, tableOfMoves, type Tx } from '@opengoa/kernel';
import type { HandBackState, Lot } from './contract.ts';
import { handBackStates } from './words.zh.ts';

/** 退还房间: what a unit hands back of its own, until whoever keeps the building has it. */
export interface HandBack {
  readonly id: Id;
  readonly unit: Id;
  readonly asker: Id;
  readonly state: HandBackState;
  readonly rooms: readonly Lot[];
  readonly day: string;
}

/** A room that a unit has, as it stands now. */
export interface HeldRoom extends Lot {
  readonly unit: Id;
  readonly institution: Id;
  /** Whose building it is in: what is handed back is kept there. */
  readonly keeper: Id;
  readonly floor: number | null;
  readonly people: number;
  /** From which day they have had it; null where no entry says. */
  readonly since: string | null;
  readonly licence: Id | null;
  readonly licenceUnit: Id | null;
  readonly licenceNumber: string | null;
  readonly asked: Id | null;
}

export const handBackMoves = tableOfMoves('space.hand-back', handBackStates, 'asked', {
  asked: {
    'space.take-hand-back': 'taken',
    'space.decline-hand-back': 'declined',
    'space.withdraw-hand-back': 'withdrawn',
  },
  taken: {},
  declined: {},
  withdrawn: {},
});

export const handBackOf = ({ id }: { readonly id: Id }) => ({ kind: 'space.hand-back', id });
export const handBackPlace = ({ unit, asker, id }: Pick<HandBack, 'id' | 'unit' | 'asker'>): Place => ({
  unit,
  person: asker,
  object: id,
});
export const handBackOffers = (it: Pick<HandBack, 'id' | 'unit' | 'asker' | 'state'>): Offer => ({
  verbs: handBackMoves.from(it.state),
  place: handBackPlace(it),
});

export const lockHandBack = (tx: Tx, id: Id) =>
  tx.one<HandBack>(sql`
    select id, unit_id as unit, asker_id as asker, state, rooms, day::text as day from space.hand_back where id = ${id} for update`);

const held = sql`
  select u.id as room, u.unit_id as unit, u.institution_id as institution, u.number, u.area_m2::float8 as "areaM2", b.name as building, b.unit_id as keeper,
         f.number as floor, t.from_day::text as since, l.id as licence, l.unit_id as "licenceUnit", l.number as "licenceNumber", h.id as asked,
         (select count(*)::int from space.seating s where (s.node_id, s.room_id) = (u.node_id, u.id) and s.to_day is null) as people
    from space_read.used_room_v1 u
    join space.building b on (b.node_id, b.id) = (u.node_id, u.building_id)
    left join space.floor f on (f.node_id, f.id) = (u.node_id, u.floor_id)
    left join space.tenure t on (t.node_id, t.room_id) = (u.node_id, u.id) and t.to_day is null
    left join lateral (
      select i.id, i.unit_id, i.number from space.licence_room lr join space.licence i on (i.node_id, i.id) = (lr.node_id, lr.licence_id)
       where (lr.node_id, lr.room_id) = (u.node_id, u.id) and lr.back_day is null order by i.issued_at desc limit 1) l on true
    left join lateral (
      select x.id from space.hand_back x where x.node_id = u.node_id and x.state = 'asked' and x.room_ids @> array[u.id] limit 1) h on true`;

/** All rooms that a unit and its divisions have in use. */
export const roomsOfUnit = (tx: Tx, unit: Id) =>
  tx.rows<HeldRoom>(sql`${held} where u.institution_id = ${unit} order by b.name, u.number limit 2000`);

/** These rooms, as far as somebody has them in use; locked, so that no two acts hand one on at once. */
export async function lockHeldRooms(tx: Tx, rooms: readonly Id[]): Promise<HeldRoom[]> {
  await tx.rows(sql`select 1 from space.room where id = any (${[...rooms]}::uuid[]) order by id for update`);
  return tx.rows<HeldRoom>(sql`${held} where u.id = any (${[...rooms]}::uuid[]) order by b.name, u.number`);
}

export const lotOf = ({ room, number, building, areaM2 }: Lot): Lot => ({ room, number, building, areaM2 });
export const namesOf = (rooms: readonly Lot[]): string =>
  rooms
    .map(({ building, number }) => `${building} ${number}`)
    .slice(0, 10)
    .join('、');
