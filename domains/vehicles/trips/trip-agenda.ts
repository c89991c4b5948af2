import { createHash } from 'node:crypto';
import { sql, type Agenda, type AgendaEntry, type Context, type Tx } from '@opengoa/kernel';
import type { AgendaOf } from '@opengoa/kernel';
import { dutyKinds } from '../roster/words.zh.ts';

interface Trip {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly from: string;
  readonly to: string;
  readonly people: number;
  readonly startsAt: Date;
  readonly endsAt: Date;
  readonly requestedAt: Date;
  readonly plate: string | null;
  readonly driver: string | null;
  readonly drives: boolean;
  readonly version: number;
}

const over = new Set(['cancelled', 'withdrawn', 'refused']);

/** The trips that a person asked for or drives, in full. */
async function ownTrips(tx: Tx, { person, from, to }: AgendaOf): Promise<AgendaEntry[]> {
  const rows = await tx.rows<Trip>(sql`
    select id, number, state, from_place as from, to_place as to, people, starts_at as "startsAt", ends_at as "endsAt", requested_at as "requestedAt",
           plate, driver_name as driver, driver_person_id = ${person} as drives, version
      from vehicles_read.trip_v1
     where (person_id = ${person} or driver_person_id = ${person}) and starts_at between ${from} and ${to} order by starts_at limit 1000`);
  return rows.map(
    ({
      id,
      number,
      state,
      from: leaves,
      to: goes,
      people,
      startsAt,
      endsAt,
      requestedAt,
      plate,
      driver,
      drives,
      version,
    }) => ({
      uid: `trip-${id}`,
      startsAt,
      endsAt,
      title: drives ? `出车：去${goes}` : `用车：去${goes}`,
      place: leaves,
      note: [number, `${people} 人`, plate, driver].filter(Boolean).join(' · '),
      opens: drives ? '/vehicles/drive' : `/vehicles/trips/${id}`,
      sequence: version,
      changedAt: requestedAt,
      cancelled: over.has(state),
      alarmMinutes: 60,
    }),
  );
}

/** A driver's roster. */
async function duties(tx: Tx, { person, from, to }: AgendaOf): Promise<AgendaEntry[]> {
  const rows = await tx.rows<{
    id: string;
    kind: keyof typeof dutyKinds;
    startsAt: Date;
    endsAt: Date;
    note: string;
  }>(sql`
    select d.id, d.kind, d.starts_at as "startsAt", d.ends_at as "endsAt", d.note
      from vehicles_read.duty_v1 d join vehicles_read.driver_v1 v on v.id = d.driver_id
     where v.person_id = ${person} and v.state = 'active' and d.starts_at between ${from} and ${to} order by d.starts_at limit 1000`);
  return rows.map(({ id, kind, startsAt, endsAt, note }) => ({
    uid: `duty-${id}`,
    startsAt,
    endsAt,
    title: `排班：${dutyKinds[kind].zh}`,
    note,
    sequence: 0,
    changedAt: startsAt,
  }));
}

/**
 * When the vehicles that serve one's unit are taken by others: which vehicle and from when to when. Not by whom, not for what, not where to; and the
 * entry's own id leads to no trip.
 */
async function taken(tx: Tx, { person, units, from, to }: AgendaOf, { organisation }: Context): Promise<AgendaEntry[]> {
  const above = [...new Set(units.flatMap((unit) => organisation.chain(unit).map(({ id }) => id)))];
  const rows = await tx.rows<{
    id: string;
    plate: string;
    startsAt: Date;
    endsAt: Date;
    version: number;
    at: Date;
  }>(sql`
    select t.id, t.plate, t.starts_at as "startsAt", t.ends_at as "endsAt", t.version, t.requested_at as at
      from vehicles_read.trip_v1 t join vehicles_read.vehicle_v1 v on v.id = t.vehicle_id
     where t.state in ('dispatched', 'departed') and v.serves = any (${above}::uuid[])
       and t.person_id is distinct from ${person} and t.driver_person_id is distinct from ${person}
       and t.starts_at between ${from} and ${to} order by t.starts_at limit 1000`);
  return rows.map(({ id, plate, startsAt, endsAt, version, at }) => ({
    uid: `busy-${createHash('sha256').update(`${person}\0${id}`).digest('base64url').slice(0, 22)}`,
    startsAt,
    endsAt,
    title: `忙 ${plate}`,
    sequence: version,
    changedAt: at,
    busy: true,
  }));
}

export const tripAgenda: Agenda = {
  name: 'trips',
  async entries(tx, of, context) {
    return [...(await ownTrips(tx, of)), ...(await duties(tx, of)), ...(of.fleet ? await taken(tx, of, context) : [])];
  },
};
