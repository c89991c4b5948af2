import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import type { StandardSet } from '@opengoa/kernel/standards';
import { type OfficeCap, officeCaps } from '../quota/office-caps.ts';
import type { FreeRoom, Occupant, TriedRoom } from './try-caps.ts';

/** Offices with who sits in them on a day and what each may have, by today's standards and by a draft of them. */

export interface Seated {
  readonly rooms: readonly TriedRoom[];
  readonly vacant: readonly FreeRoom[];
  /** Whose each room is. */
  readonly unitOf: ReadonlyMap<Id, Id>;
  /** What people call a room. */
  readonly nameOf: ReadonlyMap<Id, string>;
  /** By person: the level of the main post’s unit and its rank in the table of areas, where it has one. */
  readonly people: ReadonlyMap<Id, { readonly level: string; readonly rankKey: string | null }>;
  readonly toleranceM2: number;
  /** The share of what its people may have that a vacant room offers at least. */
  readonly leastShare: number;
}

interface SeatRow {
  readonly room: Id;
  readonly unit: Id;
  readonly building: Id;
  readonly name: string;
  readonly zone: string;
  readonly areaM2: number;
  readonly bound: boolean;
  readonly person: Id;
  readonly standing: string;
  readonly postUnit: Id | null;
  readonly rank: string | null;
}

/** Who sits in a room without a claim to it: the room is not judged by its area, it is told elsewhere. */
const withoutClaim = new Set(['retired', 'left']);

export async function gatherSeated(
  tx: Tx,
  units: readonly Id[],
  day: string,
  { organisation, standards }: Pick<Context, 'organisation' | 'standards'>,
  draft: StandardSet = standards,
): Promise<Seated> {
  const rows = await tx.rows<SeatRow>(sql`
    select r.id as room, r.unit_id as unit, r.building_id as building, b.name || ' ' || r.number as name, r.zone, r.area_m2::float8 as "areaM2", r.bound,
           s.person_id as person, s.standing, p.unit_id as "postUnit", p.rank
      from space.seating s
      join space.room r on (r.node_id, r.id) = (s.node_id, s.room_id)
      join space.building b on (b.node_id, b.id) = (r.node_id, r.building_id)
      left join kernel.holding h on (h.node_id, h.person_id) = (s.node_id, s.person_id) and h.kind = 'main' and h.valid_from <= ${day}::date
                                and (h.valid_to is null or h.valid_to > ${day}::date)
      left join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
     where r.unit_id = any (${[...units]}::uuid[]) and split_part(r.use, '-', 1) = 'office' and r.state <> 'disposed'
       and s.from_day <= ${day}::date and (s.to_day is null or s.to_day > ${day}::date)`);
  const vacant = await tx.rows<FreeRoom & { name: string }>(sql`
    select v.id, v.building_id as building, v.building || ' ' || v.number as name, v.zone, v.area_m2::float8 as "areaM2" from space_read.vacancy_v1 v
     where v.use_group = 'office' limit 20000`);

  const caps = cachedCaps({ organisation, standards }, day);
  const drafted = draft === standards ? caps : cachedCaps({ organisation, standards: draft }, day);
  const rooms = new Map<Id, TriedRoom & { occupants: Occupant[] }>();
  const unitOf = new Map<Id, Id>();
  const nameOf = new Map(vacant.map(({ id, name }) => [id, name]));
  const people = new Map<Id, { level: string; rankKey: string | null }>();
  for (const row of rows) {
    let room = rooms.get(row.room);
    if (!room) {
      room = {
        id: row.room,
        building: row.building,
        zone: row.zone,
        areaM2: row.areaM2,
        bound: row.bound,
        occupants: [],
      };
      rooms.set(row.room, room);
      unitOf.set(row.room, row.unit);
      nameOf.set(row.room, row.name);
    }
    const at = row.postUnit ?? row.unit;
    const none = withoutClaim.has(row.standing);
    const occupant: Occupant = {
      person: row.person,
      capM2: none ? null : caps(at, row.rank).capM2,
      draftM2: none ? null : drafted(at, row.rank).capM2,
    };
    room.occupants.push(occupant);
    people.set(row.person, { level: organisation.unit(at)?.level ?? '', rankKey: caps(at, row.rank).rankKey });
  }
  return {
    rooms: [...rooms.values()],
    vacant: vacant.map(({ name: _name, ...room }) => room),
    unitOf,
    nameOf,
    people,
    toleranceM2: standards.numberOn('space.room-check', day, [], { item: 'tolerance' }),
    leastShare: standards.numberOn('space.what-if', day, [], { item: 'least-share' }),
  };
}

/** The cap of a rank at a unit; a unit’s standards are asked once for each rank. */
function cachedCaps(
  context: Pick<Context, 'organisation' | 'standards'>,
  day: string,
): (unit: Id, rank: string | null) => OfficeCap {
  const ofUnit = new Map<Id, (rank: string | null) => OfficeCap>();
  return (unit, rank) => {
    let caps = ofUnit.get(unit);
    if (!caps) ofUnit.set(unit, (caps = officeCaps(context, unit, day)));
    return caps(rank);
  };
}
