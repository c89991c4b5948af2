/** The counts of the offices as they were told before an instant, each in the place of the table or view that says how they stand today. */
import { type Sql, sql } from '@opengoa/kernel';
import { KitchenWasteRecorded } from '../canteen/contract.ts';
import { recordedBefore } from '../known-before.ts';

/** Posts held as they were told before an instant: an end that was told later is none yet. */
export const holdingsBefore = (knownBefore: Date): Sql => sql`(
  select h.node_id, h.person_id, h.post_id, h.kind, h.valid_from, coalesce(case when e.ended then h.valid_to end, a.until) as valid_to
    from kernel.holding h
   cross join lateral (
     select (f.body ->> 'to')::date as until from kernel.fact f
      where (f.node_id, f.object_id) = (h.node_id, h.person_id) and f.type = 'kernel.Appointed' and (f.body ->> 'holding')::uuid = h.id
        and ${recordedBefore(knownBefore)} limit 1) a
    left join lateral (
     select true as ended from kernel.fact f
      where (f.node_id, f.object_id) = (h.node_id, h.person_id) and f.type = 'kernel.AppointmentEnded' and (f.body ->> 'holding')::uuid = h.id
        and ${recordedBefore(knownBefore)} limit 1) e on true)`;

/** Seats as they were told before an instant: with the standing of then, and without an end that was told later. */
export const seatingsBefore = (knownBefore: Date): Sql => sql`(
  select s.unit_id, s.person_id, told.standing, s.from_day,
         case when exists (
                select from kernel.fact f
                 where (f.node_id, f.object_id) = (s.node_id, s.id) and f.type = 'space.SeatingEnded' and ${recordedBefore(knownBefore)})
              or exists (
                select from space_read.seating_v1 n join kernel.fact f on (f.node_id, f.object_id) = (n.node_id, n.id)
                 where n.node_id = s.node_id and n.person_id = s.person_id and f.type = 'space.PersonMoved' and (f.body ->> 'was')::uuid = s.id
                   and ${recordedBefore(knownBefore)})
              then s.to_day end as to_day
    from space_read.seating_v1 s
   cross join lateral (
     select f.body ->> 'standing' as standing from kernel.fact f
      where (f.node_id, f.object_id) = (s.node_id, s.id) and f.type in ('space.PersonSeated', 'space.PersonMoved', 'space.StandingChanged')
        and ${recordedBefore(knownBefore)}
      order by f.recorded_at desc, f.id desc limit 1) told) as seating`;

/** A quota that was struck later stood. */
export const stoodBefore = (knownBefore: Date): Sql => sql`(struck is null or not exists (
  select from kernel.fact f where (f.node_id, f.object_id) = (q.node_id, q.id) and f.type = 'space.QuotaStruck' and ${recordedBefore(knownBefore)}))`;

/** Headcounts as they were set before an instant: a day set anew since is told by what was set of it then. */
export const headcountsBefore = (knownBefore: Date): Sql => sql`(
  select h.id, h.unit_id, h.from_day, case when told.actual is null then h.actual else (told.actual #>> '{}')::int end as actual
    from assets_read.headcount_v1 h
    left join lateral (
     select f.body -> 'actual' as actual from kernel.fact f
      where (f.node_id, f.unit_id) = (h.node_id, h.unit_id) and f.type = 'assets.HeadcountSet' and (f.body ->> 'fromDay')::date = h.from_day
        and ${recordedBefore(knownBefore)}
      order by f.recorded_at desc, f.id desc limit 1) told on h.set_at >= ${knownBefore}
   where h.set_at < ${knownBefore} or told.actual is not null) as headcount`;

/** Months of canteens as they were told last before an instant. */
export const kitchensBefore = (knownBefore: Date): Sql => sql`(
  select k.unit_id, k.month, told.people
    from energy.kitchen_waste k
   cross join lateral (
     select (f.body ->> 'people')::int as people from kernel.fact f
      where (f.node_id, f.object_id) = (k.node_id, k.id) and f.type = ${KitchenWasteRecorded.name} and ${recordedBefore(knownBefore)}
      order by f.recorded_at desc, f.id desc limit 1) told) as kitchen`;
