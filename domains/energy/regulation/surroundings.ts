import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { calendarsOf } from '../buildings/own-calendar.ts';
import type { ControlPoint } from './point.ts';
import type { Surroundings } from './wanted.ts';

/** What the rules ask of each point's place: its calendar with 调休, its hours, and what was forecast of its meter from one day to another. */
export async function surroundingsOf(
  tx: Tx,
  points: readonly Pick<ControlPoint, 'id' | 'building' | 'meter'>[],
  days: { readonly from: string; readonly to: string },
  calendar: Context['calendar'],
): Promise<ReadonlyMap<Id, Surroundings>> {
  const buildings = await tx.rows<{ id: Id; calendar: string; workFromHour: number; workToHour: number }>(sql`
    select id, calendar, work_from_hour as "workFromHour", work_to_hour as "workToHour" from energy.building
     where id = any (${points.map(({ building }) => building)}::uuid[])`);
  const kindOf = await calendarsOf(
    tx,
    buildings.map((each) => each.calendar),
    calendar,
  );
  const forecasts = await tx.rows<{ meter: Id; day: string; expected: number[] }>(sql`
    select meter_id as meter, day::text as day, expected from energy.forecast
     where meter_id = any (${points.map(({ meter }) => meter)}::uuid[]) and day between ${days.from} and ${days.to}`);
  const told = new Map(forecasts.map((row) => [`${row.meter} ${row.day}`, row.expected]));
  const byId = new Map(buildings.map((each) => [each.id, each]));
  return new Map(
    points.flatMap(({ id, building, meter }) => {
      const place = byId.get(building);
      if (!place) return [];
      const { workFromHour, workToHour } = place;
      const forecast = (day: string, hour: number) => told.get(`${meter} ${day}`)?.[hour] ?? null;
      return [[id, { kindOfDay: kindOf(place.calendar), workFromHour, workToHour, forecast }] as const];
    }),
  );
}

/**
 * The end of the last interval of each point's meter that was measured and counts: no estimate, and nothing that is kept apart. Looked for no
 * further back than it may be old; a point without one is stale.
 */
export async function lastReadOf(tx: Tx, points: readonly Id[], now: Date): Promise<ReadonlyMap<Id, Date>> {
  const rows = await tx.rows<{ id: Id; readAt: Date | null }>(sql`
    select p.id, (select max(r.at) from energy.reading r
                   where r.meter_id = m.id and r.quality in (0, 3) and r.at <= ${now}
                     and r.at >= ${now}::timestamptz - make_interval(mins => p.stale_minutes + coalesce(m.interval_minutes, 0)))
                 + make_interval(mins => coalesce(m.interval_minutes, 0)) as "readAt"
      from energy.control_point p join energy.meter m on (m.node_id, m.id) = (p.node_id, p.meter_id)
     where p.id = any (${[...points]}::uuid[])`);
  return new Map(rows.flatMap(({ id, readAt }) => (readAt === null ? [] : [[id, readAt] as const])));
}
