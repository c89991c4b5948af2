import { type Context, type Id, sql, type Tx } from '@opengoa/kernel';
import { type Fix, foldIn, type FoldedFix, atRest, quality } from '../positions/judge-positions.ts';
import { rulesFor } from '../positions/receive-positions.ts';

interface Drive {
  readonly id: Id;
  readonly vehicle: Id;
  readonly leftAt: Date;
  readonly backAt: Date;
}

interface Row extends Omit<Fix, 'at'> {
  readonly drive: Id;
  readonly at: Date;
}

/** Drives whose fixes are read at once. */
const drivesAtOnce = 200;

/**
 * The fixes of drives that count, and how far each one drove, judged among those alone that had come in before an instant: one that comes later
 * makes others count otherwise and shares their way among more. The first is the last that counts up to the leaving, where there is one.
 * Those that were set aside are read as they are judged today.
 */
export async function fixesJudgedThen(
  tx: Tx,
  drives: readonly Drive[],
  context: Context,
  knownBefore: Date,
): Promise<ReadonlyMap<Id, readonly FoldedFix[]>> {
  const { maxSpeedKmh } = rulesFor(context);
  const judged = new Map<Id, readonly FoldedFix[]>();
  for (let from = 0; from < drives.length; from += drivesAtOnce) {
    const some = drives.slice(from, from + drivesAtOnce);
    const rows = await tx.rows<Row>(sql`
      select t.id as drive, p.at, p.latitude, p.longitude, p.speed
        from unnest(${some.map(({ id }) => id)}::uuid[], ${some.map(({ vehicle }) => vehicle)}::uuid[],
                    ${some.map(({ leftAt }) => leftAt)}::timestamptz[], ${some.map(({ backAt }) => backAt)}::timestamptz[]) as t (id, vehicle, left_at, back_at)
       cross join lateral (
         select coalesce((
           select b.at from vehicles.position b
            where b.vehicle_id = t.vehicle and b.at <= t.left_at and b.at > t.left_at - interval '400 days' and b.quality = ${quality.counted}
              and b.received_at < ${knownBefore} order by b.at desc limit 1), t.left_at) as at offset 0) f
       cross join lateral (
         select at, latitude, longitude, speed from vehicles.position
          where vehicle_id = t.vehicle and at >= f.at and at <= t.back_at and quality in (${quality.counted}, ${quality.jump}) and received_at < ${knownBefore}
          order by at limit 100000) p`);
    const own = Map.groupBy(rows, ({ drive }) => drive);
    for (const { id } of some) {
      const fixes = (own.get(id) ?? [])
        .map(({ drive: _drive, at, ...fix }): Fix => ({ ...fix, at: at.getTime() }))
        .toSorted((a, b) => a.at - b.at);
      judged.set(
        id,
        foldIn(atRest, fixes, [], maxSpeedKmh).rows.filter((row) => row.quality === quality.counted),
      );
    }
  }
  return judged;
}
