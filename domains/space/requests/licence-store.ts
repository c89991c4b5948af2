import { type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { LicenceIssued, RoomsTakenBack, VacatingOrdered } from './contract.ts';
import type { Licence, LicenceRoom } from './licence.ts';

const columns = sql`
  id, unit_id as unit, number, request_id as request, from_day::text as "from", until_day::text as until, paper, terms, issued_name as "issuedName",
  issued_at as "issuedAt", version`;

export const findLicence = (tx: Tx, id: Id) =>
  tx.one<Licence>(sql`select ${columns} from space.licence where id = ${id}`);
export const lockLicence = (tx: Tx, id: Id) =>
  tx.one<Licence>(sql`select ${columns} from space.licence where id = ${id} for update`);

/** Rooms of a licence, those handed back too. A room that was handed on may be another's, and is then told by what the licence keeps of it. */
export const licenceRooms = (tx: Tx, licence: Id) =>
  tx.rows<LicenceRoom>(sql`
    select l.room_id as room, coalesce(b.unit_id, l.unit_id) as keeper, coalesce(r.unit_id, l.unit_id) as unit, coalesce(r.number, '') as number,
           coalesce(b.name, '') as building, f.number as floor, coalesce(r.use, '') as use, l.area_m2::float8 as "areaM2", l.from_day::text as "from",
           l.vacate_by::text as "vacateBy", l.vacate_why as "vacateWhy", l.back_day::text as "backDay",
           (select count(*)::int from space.seating s where (s.node_id, s.room_id) = (l.node_id, l.room_id) and s.to_day is null) as people
      from space.licence_room l
      left join space.room r on (r.node_id, r.id) = (l.node_id, l.room_id)
      left join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
      left join space.floor f on (f.node_id, f.id) = (r.node_id, r.floor_id)
     where l.licence_id = ${licence} order by b.name, r.number, l.room_id`);

const ids = (rooms: readonly { readonly room: Id }[]) => rooms.map(({ room }) => room);

export const licenceSaves = [
  saves(LicenceIssued, async (tx, { object, unit, body }, { actor, now }) => {
    await tx.run(sql`
      insert into space.licence (id, unit_id, number, request_id, from_day, until_day, paper, terms, issued_name, issued_at)
      values (${object.id}, ${unit}, ${body.number}, ${body.request}, ${body.from}, ${body.until}, ${body.paper}, ${body.terms}, ${actor.name}, ${now})`);
    await tx.run(sql`
      insert into space.licence_room (licence_id, unit_id, room_id, area_m2, from_day)
      select ${object.id}::uuid, ${unit}::uuid, r.room, r.area, ${body.from}::date
        from unnest(${ids(body.rooms)}::uuid[], ${body.rooms.map(({ areaM2 }) => areaM2)}::numeric[]) as r (room, area)`);
    if (body.request !== null)
      await tx.run(sql`
        update space.request set state = 'allotted', way = 'adjust', said = ${body.number}, decided_at = ${now}, version = version + 1
         where id = ${body.request}`);
  }),
  saves(VacatingOrdered, async (tx, { object, body }) => {
    await tx.run(sql`
      update space.licence_room set vacate_by = ${body.by}, vacate_why = ${body.why}
       where licence_id = ${object.id} and room_id = any (${ids(body.rooms)}::uuid[])`);
    await tx.run(sql`update space.licence set version = version + 1 where id = ${object.id}`);
  }),
  saves(RoomsTakenBack, async (tx, { object, body }) => {
    await tx.run(sql`
      update space.licence_room set back_day = ${body.day}, back_note = ${body.note}
       where licence_id = ${object.id} and room_id = any (${ids(body.rooms)}::uuid[])`);
    await tx.run(sql`update space.licence set version = version + 1 where id = ${object.id}`);
  }),
];
