import { type Id, leaveMessages, saves, sql, type Tx } from '@opengoa/kernel';
import { GlassBroken, TrackOpened } from './contract.ts';

export interface TripToView {
  readonly id: Id;
  readonly number: string;
  readonly state: string;
  readonly unit: Id;
  /** The unit of the vehicle, whose positions they are. */
  readonly keeper: Id | null;
  readonly vehicle: Id | null;
  readonly plate: string | null;
  readonly departedAt: Date | null;
  readonly returnedAt: Date | null;
  readonly openFindings: number;
}

/** A trip with whatever makes its track visible. */
export const tripToView = (tx: Tx, trip: Id) =>
  tx.one<TripToView>(sql`
    select t.id, t.number, t.state, t.unit_id as unit, v.unit_id as keeper, v.id as vehicle, v.plate, t.departed_at as "departedAt",
           t.returned_at as "returnedAt",
           (select count(*)::int from vehicles.open_finding f
             where f.subject_id = t.id
                or (f.subject_id = t.vehicle_id and t.departed_at < (f.to_day::timestamp at time zone 'Asia/Shanghai')
                    and coalesce(t.returned_at, now()) >= (f.from_day::timestamp at time zone 'Asia/Shanghai'))) as "openFindings"
      from vehicles.trip t left join vehicles.vehicle v on (v.node_id, v.id) = (t.node_id, t.vehicle_id)
     where t.id = ${trip}`);

export interface Viewing {
  readonly id: Id;
  readonly unit: Id;
  readonly vehicle: Id;
  readonly plate: string;
  readonly trip: Id | null;
  readonly from: Date;
  readonly to: Date | null;
  readonly ground: 'in-progress' | 'finding' | 'glass';
  readonly why: string | null;
  readonly closesAt: Date;
  readonly person: Id | null;
}

/** A viewing of one's own. Nobody looks through another's window: each looks, and is told to have looked, for themself. */
export const ownViewing = (tx: Tx, id: Id, persons: readonly Id[]) =>
  tx.one<Viewing>(sql`
    select id, unit_id as unit, vehicle_id as vehicle, plate, trip_id as trip, from_at as "from", to_at as "to", ground, why, closes_at as "closesAt", person_id as person
      from vehicles.viewing where id = ${id} and person_id = any (${[...persons]}::uuid[])`);

export interface TrackPoint {
  readonly at: Date;
  readonly latitude: number;
  readonly longitude: number;
  readonly speed: number | null;
  readonly stepDm: number;
}

/** Counted fixes of a stretch, in the order of time. */
export const trackOf = (tx: Tx, vehicle: Id, from: Date, to: Date) =>
  tx.rows<TrackPoint>(sql`
    select at, latitude, longitude, speed, step_dm as "stepDm" from vehicles.position
     where vehicle_id = ${vehicle} and at >= ${from} and at <= ${to} and quality = 0 order by at limit 30000`);

export const viewingSaves = [
  saves(TrackOpened, (tx, { unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into vehicles.viewing (id, unit_id, person_id, person_name, vehicle_id, plate, trip_id, from_at, to_at, ground, opened_at, closes_at)
      values (${body.viewing}, ${unit}, ${actor.person}, ${actor.name}, ${body.vehicle}, ${body.plate}, ${body.trip}, ${body.from}, ${body.to},
              ${body.ground}, ${now}, ${body.closesAt})`),
  ),
  saves(GlassBroken, async (tx, { unit, body }, { actor, now }) => {
    await tx.run(sql`
      insert into vehicles.viewing (id, unit_id, person_id, person_name, vehicle_id, plate, from_at, to_at, ground, why, opened_at, closes_at)
      values (${body.viewing}, ${unit}, ${actor.person}, ${actor.name}, ${body.vehicle}, ${body.plate}, ${body.from}, ${body.to}, 'glass', ${body.why},
              ${now}, ${body.closesAt})`);
    const title = {
      zh: `${actor.name} 应急调阅 ${body.plate} 的位置：${body.why}`.slice(0, 300),
      en: `${actor.name} broke the glass for the positions of ${body.plate}: ${body.why}`.slice(0, 300),
    };
    const told = body.told.map((person) => ({ person, title }));
    await leaveMessages(tx, told, '/vehicles/viewings', body.viewing, now);
  }),
];
