import { type Id, type Sql, sql, type Tx } from '@opengoa/kernel';
import type { SignKind } from './contract.ts';

/** As of which day, and for the ledgers of which units. */
export interface Asked {
  readonly day: string;
  readonly units: readonly Id[];
  /** Use of a day above which a room counts as used, Wh (standard assets.idle-meter). */
  readonly standbyWh: number;
  /** Days without a reading after which a meter is no source any more. */
  readonly gapDays: number;
}

/** Readings further back than the longest span of the standard say nothing more. */
const lookBackDays = 1000;
const start = (day: Sql) => sql`((${day})::date::timestamp at time zone 'Asia/Shanghai')`;
const endOf = (day: string) => sql`((${day}::date + 1)::timestamp at time zone 'Asia/Shanghai')`;

/** 出车: the register of trips watches a vehicle since its unit first drove by it, and not before the unit had the vehicle. */
const trips = ({ day, units }: Asked) => sql`
  select c.unit_id, c.id as card_id, 'trip' as kind, c.facet_id as source_id, t.last_at,
         greatest(w.since, ${start(sql`c.acquired_on`)}) as watched_from, '出车登记' as source, false as weak
    from assets.card c
    join (select v.unit_id, min(t.departed_at) as since
            from vehicles_read.trip_v1 t join vehicles_read.vehicle_v1 v on (v.node_id, v.id) = (t.node_id, t.vehicle_id)
           where t.departed_at < ${endOf(day)} group by 1) w on w.unit_id = c.unit_id
    left join (select vehicle_id, max(case when returned_at < ${endOf(day)} then returned_at else departed_at end) as last_at
                 from vehicles_read.trip_v1 where departed_at < ${endOf(day)} group by 1) t on t.vehicle_id = c.facet_id
   where c.facet_kind = 'vehicles.vehicle' and c.state <> 'disposed' and c.unit_id = any (${[...units]}::uuid[])`;

/** 用房: who sits in a building says that it is used; whoever retired or left and only has not moved out does not. */
const seats = ({ day, units }: Asked) => sql`
  select c.unit_id, c.id as card_id, 'seated' as kind, c.facet_id as source_id,
         max(${start(sql`least(coalesce(s.to_day, ${day}::date), ${day}::date)`)}) filter (where s.standing not in ('retired', 'left')) as last_at,
         ${start(sql`min(s.from_day)`)} as watched_from, '人员用房登记' as source, false as weak
    from assets.card c join space_read.seating_v1 s on (s.node_id, s.building_id) = (c.node_id, c.facet_id) and s.from_day <= ${day}::date
   where c.facet_kind = 'space.building' and c.state <> 'disposed' and c.unit_id = any (${[...units]}::uuid[])
   group by c.unit_id, c.id, c.facet_id`;

/**
 * 用电: a meter of the room in which equipment (GB/T 14885 A02) stands. One thing alone in the room is told of itself; of several only the room is
 * told, and that is weak. A meter watches while it tells: since its last gap, since it stands in that room, and since the thing came there by a paper.
 */
const meters = ({ day, units, standbyWh, gapDays }: Asked) => sql`
  select f.unit_id, f.card_id, 'meter' as kind, f.meter_id as source_id, case when d.used_on >= f.since then ${start(sql`d.used_on`)} end as last_at,
         case when ${day}::date - d.told_on <= ${gapDays}::int then ${start(sql`greatest(f.since, d.begins)`)} end as watched_from,
         left(concat_ws(' ', f.building, f.room) || '电表“' || f.meter || '”' ||
           case when f.things = 1 then '，房间里只有这一件设备' else '，房间里 ' || f.things || ' 件设备共用，只说明房间用了电' end, 200) as source,
         f.things > 1 as weak
    from (select c.unit_id, c.id as card_id, p.meter_id, coalesce(p.meter, '') as meter, p.building, p.room,
                 sum(c.quantity) over (partition by p.meter_id) as things, greatest(p.from_day, c.acquired_on, m.day) as since
            from assets.card c
            join space_read.meter_place_v1 p on (p.node_id, p.room_id) = (c.node_id, c.room_id) and p.carrier = 'electricity'
                 and p.from_day <= ${day}::date and (p.to_day is null or p.to_day > ${day}::date)
           cross join lateral (
             select max(q.day) as day from assets.paper_line l join assets.paper q on (q.node_id, q.id) = (l.node_id, l.paper_id)
              where (l.node_id, l.card_id) = (c.node_id, c.id) and q.state in ('done', 'signed') and q.day <= ${day}::date
                and q.kind in ('issue', 'take-back', 'move', 'hand-over', 'transfer')) m
           where c.facet_kind is null and c.class like 'A02%' and c.state in ('in-stock', 'in-use', 'idle') and c.acquired_on <= ${day}::date) f
    join (select meter_id, max(day) as told_on, max(day) filter (where before is null or day - before > ${gapDays}::int) as begins,
                 max(day) filter (where amount * 1000 > ${standbyWh}::numeric and estimated < count) as used_on
            from (select meter_id, day, amount, estimated, count, lag(day) over (partition by meter_id order by day) as before
                    from energy_read.day_v1
                   where day between ${day}::date - ${lookBackDays}::int and ${day}::date
                     and meter_id in (select p.meter_id from space_read.meter_place_v1 p where p.room_id is not null)) r
           group by 1) d on d.meter_id = f.meter_id
   where f.unit_id = any (${[...units]}::uuid[])`;

/** 借用、预约、维护: out of the warehouse, for an event or by itself, and what was ordered for it. They are signs; that there are none says nothing. */
const bookings = ({ day, units }: Asked) => sql`
  select distinct on (c.id) c.unit_id, c.id as card_id, 'booking' as kind, c.id as source_id, e.at as last_at, null::timestamptz as watched_from, e.source,
         false as weak
    from assets.card c
    join (select o.node_id, o.card_id, ${start(sql`least(coalesce(l.returned_day, ${day}::date), ${day}::date)`)} as at,
                 case when l.body_id is null then '公物仓借用 ' else '大型活动或临时机构借用 ' end || l.number as source
            from assets.loan l join assets.offer o on (o.node_id, o.id) = (l.node_id, l.offer_id) where l.from_day <= ${day}::date
           union all
          select o.node_id, o.card_id, k.made_at, '公物仓预约 ' || o.number
            from assets.claim k join assets.offer o on (o.node_id, o.id) = (k.node_id, k.offer_id) where k.kind = 'reservation'
           union all
          select node_id, card_id, coalesce(${start(sql`done_day`)}, made_at), '维护单 ' || number
            from assets.upkeep_order where state <> 'cancelled') e on (e.node_id, e.card_id) = (c.node_id, c.id)
   where c.unit_id = any (${[...units]}::uuid[]) and e.at < ${endOf(day)}
   order by c.id, e.at desc, e.source`;

/** 领用、借用、移交: a thing that was handed to somebody. A paper is a sign of its day and does not go on watching. */
const papers = ({ day, units }: Asked) => sql`
  select distinct on (c.id) c.unit_id, c.id as card_id, 'paper' as kind, c.id as source_id, ${start(sql`p.day`)} as last_at,
         null::timestamptz as watched_from,
         case p.kind when 'issue' then '领用单 ' when 'lend' then '借用单 ' when 'return' then '归还单 ' else '移交单 ' end || p.number as source,
         false as weak
    from assets.card c
    join assets.paper_line l on (l.node_id, l.card_id) = (c.node_id, c.id)
    join assets.paper p on (p.node_id, p.id) = (l.node_id, l.paper_id)
   where c.unit_id = any (${[...units]}::uuid[]) and p.kind in ('issue', 'lend', 'return', 'hand-over') and p.state in ('done', 'signed', 'open')
     and p.day <= ${day}::date
   order by c.id, p.day desc, p.number desc`;

const sources: readonly (readonly [SignKind, (asked: Asked) => Sql])[] = [
  ['trip', trips],
  ['seated', seats],
  ['meter', meters],
  ['booking', bookings],
  ['paper', papers],
];

/**
 * Takes what the other offices and the thing's own papers tell, one statement for each kind. Taken twice it is one; a source that no longer tells of a
 * thing keeps what it saw and stops watching. A meter that comes back watches from the day it is seen again.
 */
export async function takeSigns(tx: Tx, asked: Asked): Promise<void> {
  for (const [kind, told] of sources)
    // oxlint-disable-next-line no-await-in-loop -- one connection: one statement after the other
    await tx.run(sql`
      with told as materialized (${told(asked)}), gone as (
        update assets.use_sign u set watched_from = null
         where u.kind = ${kind} and u.source_id <> '00000000-0000-0000-0000-000000000000' and u.watched_from is not null
           and u.unit_id = any (${[...asked.units]}::uuid[])
           and not exists (select 1 from told t where (t.card_id, t.source_id) = (u.card_id, u.source_id)))
      insert into assets.use_sign as u (unit_id, card_id, kind, source_id, last_at, watched_from, source, weak)
      select unit_id, card_id, kind, source_id, last_at, watched_from, source, weak from told
       where last_at is not null or watched_from is not null
      on conflict (node_id, card_id, kind, source_id) do update
         set unit_id = excluded.unit_id, last_at = greatest(u.last_at, excluded.last_at), source = excluded.source, weak = excluded.weak,
             watched_from = case when u.kind <> 'meter' or excluded.watched_from is null then excluded.watched_from
                                 else greatest(excluded.watched_from, coalesce(u.watched_from, ${start(sql`${asked.day}`)})) end`);
}
