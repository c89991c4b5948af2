import { inScope, read, sql } from '@opengoa/kernel';
import { addDays, instantAt } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { Whereabouts } from './answers.ts';
import type { FenceUse, Shape } from './contract.ts';
import { mayShow } from './may-show.ts';

const who = ['dispatcher', 'fleet-clerk'] as const;

interface Row {
  readonly id: string;
  readonly plate: string;
  readonly unit: string;
  readonly at: Date | null;
  readonly latitude: number;
  readonly longitude: number;
  readonly speed: number | null;
  readonly direction: number | null;
  readonly outOn: string | null;
  readonly number: string | null;
  readonly to: string | null;
  readonly departedAt: Date | null;
  readonly dm: string | null;
}

/** 车辆位置: where the vehicles with a terminal are now, as far as it is the office's affair (F10). */
export const whereabouts = read('vehicles.whereabouts', {
  title: { zh: '车辆位置', en: 'Where the vehicles are' },
  query: z.strictObject({}),
  answer: Whereabouts,
  who,
  async fetch(tx, _query, context) {
    const { now, today, calendar, organisation, standards } = context;
    const rows = await tx.rows<Row>(sql`
      select v.id, v.plate, v.unit_id as unit, k.anchor_at as at, k.anchor_latitude as latitude, k.anchor_longitude as longitude, k.anchor_speed as speed,
             k.direction, v.out_on as "outOn", t.number, t.to_place as "to", t.departed_at as "departedAt",
             (select d.dm from vehicles.track_day d where d.vehicle_id = v.id and d.day = ${today}) as dm
        from vehicles.vehicle v
        join vehicles.tracker k on (k.node_id, k.vehicle_id) = (v.node_id, v.id)
        left join vehicles.trip t on (t.node_id, t.id) = (v.node_id, v.out_on)
       where v.state <> 'retired' and ${inScope(context, who, 'v.unit_id')} and ${inScope(context, who, 'k.unit_id')}
         and exists (select from vehicles.terminal e where e.vehicle_id = v.id and e.state <> 'withdrawn')
       order by v.plate limit 2000`);
    // A last fix of days ago is not looked for among bookings: it is stale, and shown only if office hours were on.
    const booked = Map.groupBy(
      await tx.rows<{ thing: string; from: Date; to: Date }>(sql`
        select thing_id as thing, starts_at as "from", ends_at as "to" from vehicles.booking
         where thing_id = any (${rows.map(({ id }) => id)}::uuid[]) and ends_at > ${instantAt(addDays(today, -3), 0)} and starts_at <= ${now}`),
      ({ thing }) => thing,
    );
    const staleMs = standards.numberOn('vehicles.positions', today, [], { item: 'stale-minutes' }) * 60_000;
    const fences = await tx.rows<{ id: string; name: string; use: FenceUse; shape: Shape }>(
      sql`select id, name, use, shape from vehicles.fence where state = 'drawn' and ${inScope(context, who)} order by name limit 200`,
    );
    return {
      at: now.toISOString(),
      officeTime: calendar.isOfficeTime(now),
      fences,
      vehicles: rows.map((row) => {
        const duty = [
          ...(booked.get(row.id) ?? []).map(({ from, to }) => ({ from: from.getTime(), to: to.getTime() })),
          ...(row.departedAt ? [{ from: row.departedAt.getTime(), to: now.getTime() }] : []),
        ];
        const at = row.at?.getTime();
        // Both: the fix was duty's, and it is duty's affair now where the vehicle stands.
        const shown = at !== undefined && mayShow(at, duty, calendar) && mayShow(now.getTime(), duty, calendar);
        return {
          id: row.id,
          plate: row.plate,
          unitName: organisation.unit(row.unit)?.name ?? '',
          trip: row.outOn && row.number ? { id: row.outOn, number: row.number, to: row.to ?? '' } : null,
          place: shown
            ? {
                latitude: row.latitude / 1e6,
                longitude: row.longitude / 1e6,
                at: new Date(at).toISOString(),
                speedKmh: row.speed === null ? null : row.speed / 10,
                direction: row.direction,
                stale: now.getTime() - at > staleMs,
              }
            : null,
          unseen: shown ? null : at === undefined ? ('silent' as const) : ('private' as const),
          todayKm: Number(row.dm ?? 0) / 10_000,
        };
      }),
    };
  },
});
