import { type Id, keepsNothing, sql, type Tx } from '@opengoa/kernel';
import type { Meter } from '../meters/meter.ts';
import { dayOf as dayOfNumber } from '../methods/hour-series.ts';
import { localDayNumber } from '../readings/local-time.ts';
import { EstimatesWithdrawn, GapsEstimated } from './contract.ts';

/** What a meter said between two instants, by the millisecond: what counts and was really read, and what stands apart or is an estimate. */
export async function readingsAround(
  tx: Tx,
  meter: Id,
  from: Date,
  toExclusive: Date,
): Promise<{ read: ReadonlyMap<number, number>; apart: ReadonlySet<number> }> {
  const rows = await tx.rows<{ at: Date; value: number; quality: number }>(sql`
    select at, value, quality from energy.reading where meter_id = ${meter} and at >= ${from} and at < ${toExclusive}`);
  const counts = rows.filter(({ quality }) => quality === 0 || quality === 3);
  return {
    read: new Map(counts.map(({ at, value }) => [at.getTime(), value])),
    apart: new Set(rows.filter((row) => !counts.includes(row)).map(({ at }) => at.getTime())),
  };
}

/** Days that have no row yet, so that there is something to reckon again. */
export async function makeDays(tx: Tx, { id, unit }: Pick<Meter, 'id' | 'unit'>, at: readonly number[]): Promise<void> {
  const days = [...new Set(at.map((each) => dayOfNumber(localDayNumber(each))))];
  await tx.run(sql`
    insert into energy.day (meter_id, unit_id, day, total, hours, count, estimated, suspect)
    select ${id}::uuid, coalesce(t.unit_id, ${unit}::uuid), d, 0, array_fill(null::bigint, array[24]), 0, 0, 0
      from unnest(${days}::date[]) as d
      left join energy.tenure t on t.building_id = (select building_id from energy.meter where id = ${id}) and d >= t.from_day
                               and (t.to_day is null or d < t.to_day)
    on conflict do nothing`);
}

/**
 * Takes away estimates of ours that these readings make superfluous.
 * @returns how many
 */
export async function dropEstimates(
  tx: Tx,
  parts: readonly {
    readonly meter: Pick<Meter, 'id'>;
    readonly from: number;
    readonly to: number;
    readonly columns: { readonly at: readonly number[]; readonly quality: readonly number[] };
  }[],
): Promise<number> {
  const repaired = await tx.rows<{ id: Id }>(sql`
    select distinct r.meter_id as id
      from unnest(${parts.map(({ meter }) => meter.id)}::uuid[], ${parts.map(({ from }) => from)}::bigint[], ${parts.map(({ to }) => to)}::bigint[]) as p (id, from_ms, to_ms)
      join energy.repair r on r.meter_id = p.id and r.from_at <= to_timestamp(p.to_ms::float8 / 1000) and r.to_at >= to_timestamp(p.from_ms::float8 / 1000)`);
  let dropped = 0;
  for (const { meter, columns } of parts) {
    if (!repaired.some(({ id }) => id === meter.id)) continue;
    const measured = columns.at.filter((_, i) => columns.quality[i] === 0);
    dropped += await tx.run(sql`
      delete from energy.reading
       where meter_id = ${meter.id} and quality = 1 and at in (select to_timestamp(ms::float8 / 1000) from unnest(${measured}::bigint[]) as ms)
         and exists (select 1 from energy.repair r where r.meter_id = ${meter.id} and energy.reading.at between r.from_at and r.to_at)`);
  }
  return dropped;
}

/** Estimates of ours in a stretch: those that lie where something was repaired. What a device itself called an estimate stays. */
const ours = (meter: Id, begins: Date, ends: Date) => sql`
  meter_id = ${meter} and quality = 1 and at >= ${begins} and at < ${ends}
  and exists (select 1 from energy.repair r where r.meter_id = ${meter} and energy.reading.at between r.from_at and r.to_at)`;

export const countEstimates = async (tx: Tx, meter: Id, begins: Date, ends: Date): Promise<number> =>
  (
    await tx.one<{ count: number }>(
      sql`select count(*)::int as count from energy.reading where ${ours(meter, begins, ends)}`,
    )
  ).count;

export const removeEstimates = (tx: Tx, meter: Id, begins: Date, ends: Date) =>
  tx.run(sql`delete from energy.reading where ${ours(meter, begins, ends)}`);

export const gapSaves = [keepsNothing(GapsEstimated), keepsNothing(EstimatesWithdrawn)];
