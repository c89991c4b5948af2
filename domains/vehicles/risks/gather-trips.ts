import { type Context, empty, type Id, sql, type RiskSource, type Tx } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import { fixesJudgedThen } from './judged-then.ts';
import { afterReturn, vehicleDays } from './looks-again.ts';
import { tripsAsKnown } from './trips-as-known.ts';
import type { UsedOutsideApprovalInputs } from './used-outside-approval/risk.ts';

interface Row {
  readonly id: string;
  readonly unit: string;
  readonly vehicle: string;
  readonly number: string;
  readonly plate: string;
  readonly from_place: string;
  readonly to_place: string;
  readonly starts_at: Date;
  readonly ends_at: Date;
  readonly distance_km: number;
  readonly use: string;
  readonly departed_at: Date | null;
  readonly returned_at: Date | null;
  readonly odometer_out_km: number | null;
  readonly odometer_in_km: number | null;
  /** Absent where it is reckoned as of a past day. */
  readonly tracked_km?: number | null;
  readonly approval: 'approved' | 'none' | 'unknown' | null;
}

const inChina = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().replace('Z', '+08:00');

/** Every trip that went out in the period, beside the approval it went under, and what its vehicle's terminal says that it drove. */
export const usedOutsideApproval: RiskSource = {
  kit: 'used-outside-approval',
  looksAgain: afterReturn,
  asKnown: {
    zh: '出车、返回、补录与撤销都只读当日以前登记的，此后撤销的仍按当日读取；定位里程按当日以前收到的定位重算；没有收到时间的旧定位和到期清除的不读；另存的定位按现在的认定。',
    en: 'Trips, returns, trips booked and struck as entered before that day; the distance by fixes is reckoned from those that had come in by then (none without that time, none cleared since), and fixes set aside are as judged today.',
  },
  async gather(tx, [from, to], context, only, knownBefore) {
    const tracked = knownBefore
      ? empty
      : sql`,
             (select round(sum(p.step_dm) / 10000.0, 1)::float8 from vehicles.position p
               where p.vehicle_id = t.vehicle_id and p.at > t.departed_at and p.at <= t.returned_at and p.quality = 0) as tracked_km`;
    const rows = await tx.rows<Row>(sql`
      select id, unit_id as unit, vehicle_id as vehicle, number, plate, from_place, to_place, starts_at, ends_at, distance_km, use, departed_at, returned_at, odometer_out_km, odometer_in_km, approval${tracked}
        from ${tripsAsKnown(knownBefore)} t
       where departed_at >= ${from}::date and departed_at < ${to}::date and plate is not null and rides_with is null
         ${only ? sql`and t.id = any (${only}::uuid[])` : empty}
       order by departed_at limit 50000`);
    const then = knownBefore ? await trackedThen(tx, rows, context, knownBefore) : undefined;
    return rows.map((row) => ({
      subject: { kind: 'vehicles.trip', id: row.id, name: `${row.plate} ${row.number}` },
      unit: row.unit,
      period: [from, to] as const,
      opens: `/vehicles/trips/${row.id}`,
      about: row.departed_at ? vehicleDays(row.vehicle, [dayOf(row.departed_at)]) : [],
      inputs: {
        trip: {
          leftAt: row.departed_at && inChina(row.departed_at),
          returnedAt: row.returned_at && inChina(row.returned_at),
          odometerOutKm: row.odometer_out_km,
          odometerInKm: row.odometer_in_km,
          trackedKm: then ? (then.get(row.id) ?? null) : (row.tracked_km ?? null),
          placesVisited: [],
          onDuty: row.use === 'emergency',
        },
        // A register that says there was no approval; where it says nothing, the time it was planned for stands.
        approval:
          row.approval === 'none'
            ? null
            : {
                id: row.number,
                from: inChina(row.starts_at),
                to: inChina(row.ends_at),
                distanceKm: row.distance_km,
                places: [row.from_place, row.to_place],
              },
        costFenPerKm: null,
      } satisfies UsedOutsideApprovalInputs,
    }));
  },
};

/** What terminals said before an instant that these trips drove, to a tenth of a kilometre; none of those still out, or of which nothing was heard. */
async function trackedThen(
  tx: Tx,
  rows: readonly Row[],
  context: Context,
  knownBefore: Date,
): Promise<ReadonlyMap<Id, number>> {
  const drives = rows.flatMap(({ id, vehicle, departed_at: leftAt, returned_at: backAt }) =>
    leftAt && backAt ? [{ id, vehicle, leftAt, backAt }] : [],
  );
  const judged = await fixesJudgedThen(tx, drives, context, knownBefore);
  return new Map(
    drives.flatMap(({ id, leftAt }) => {
      const fixes = (judged.get(id) ?? []).filter(({ at }) => at > leftAt.getTime());
      return fixes.length === 0
        ? []
        : [[id, Math.round(fixes.reduce((sum, { stepDm }) => sum + stepDm, 0) / 1_000) / 10] as const];
    }),
  );
}
