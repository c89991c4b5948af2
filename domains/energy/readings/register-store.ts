import { type Id, newId, sql, type Tx } from '@opengoa/kernel';
import { dayNumber } from '../methods/hour-series.ts';
import { instrumentsOf } from '../meters/meter-store.ts';
import type { Meter } from '../meters/meter.ts';
import { emptyDay } from './day-use.ts';
import { putDays } from './day-store.ts';
import { dayBegins, localDayNumber } from './local-time.ts';
import { registerUse } from './register-use.ts';

export interface RegisterRow {
  readonly at: Date;
  readonly value: number;
  readonly photos: readonly Id[];
}

/** The last reading of a register that counts, at or before an instant. */
export const lastRegister = (tx: Tx, meter: Id, at: Date): Promise<RegisterRow | null> =>
  one(
    tx,
    sql`select at, value, photos from energy.register where meter_id = ${meter} and at <= ${at} and quality <> 2 order by at desc limit 1`,
  );
/** The first reading that counts after an instant. */
export const nextRegister = (tx: Tx, meter: Id, at: Date): Promise<RegisterRow | null> =>
  one(
    tx,
    sql`select at, value, photos from energy.register where meter_id = ${meter} and at > ${at} and quality <> 2 order by at limit 1`,
  );

const one = async (tx: Tx, query: ReturnType<typeof sql>): Promise<RegisterRow | null> =>
  (await tx.maybe<RegisterRow>(query)) ?? null;

/** Keeps what a register showed; a reading of an instant that is there already changes nothing. */
export const keepRegister = (
  tx: Tx,
  { id, unit }: Pick<Meter, 'id' | 'unit'>,
  rows: { readonly at: readonly number[]; readonly value: readonly number[]; readonly quality: readonly number[] },
  byHand: boolean,
): Promise<number> =>
  tx.run(sql`
    insert into energy.register (meter_id, unit_id, at, value, quality, by_hand)
    select ${id}::uuid, ${unit}::uuid, to_timestamp(r.at::float8 / 1000), r.value, r.quality, ${byHand}
      from unnest(${[...rows.at]}::bigint[], ${[...rows.value]}::bigint[], ${[...rows.quality]}::smallint[]) as r (at, value, quality)
    on conflict do nothing`);

/** Reckons a register's days again from the first row touched on: every later difference may hang on it. */
export async function rebuildRegister(
  tx: Tx,
  meter: Pick<Meter, 'id' | 'unit' | 'digits' | 'validFrom'>,
  touched: Date,
): Promise<void> {
  const before = await one(
    tx,
    sql`select at, value, photos from energy.register where meter_id = ${meter.id} and at < ${touched} and quality <> 2 order by at desc limit 1`,
  );
  const firstDay = localDayNumber((before?.at ?? touched).getTime());
  const anchor = await lastRegister(tx, meter.id, new Date(dayBegins(firstDay)));
  const rows = await tx.rows<RegisterRow & { quality: number }>(sql`
    select at, value, photos, quality from energy.register
     where meter_id = ${meter.id} and at >= ${anchor?.at ?? new Date(0)} and quality in (0, 1, 2, 3)
       -- What came in apart stays so. What once fell came in well: a doubt beside its fall is about another reading of the same instant.
       and not (quality = 2
            and exists (select from energy.doubt d where d.meter_id = energy.register.meter_id and d.rule <> 'register-falls'
                                                    and energy.register.at >= d.from_at and energy.register.at < d.to_at)
            and not exists (select from energy.doubt f where f.meter_id = energy.register.meter_id and f.rule = 'register-falls'
                                                        and f.from_at = energy.register.at))
     order by at`);
  const instruments = await instrumentsOf(tx, [meter.id]);
  const { days, falls } = registerUse(
    rows.map(({ at, value }) => ({ at: at.getTime(), value })),
    instruments,
    dayBegins(dayNumber(meter.validFrom)),
    meter.digits,
    anchor !== null,
  );
  await markFalls(tx, meter, rows, new Set(falls));
  // A correction may have taken the use of a later day away: what stood there goes to nothing.
  const stood = await tx.rows<{ day: string }>(
    sql`select day from energy.day where meter_id = ${meter.id} and day >= (${new Date(dayBegins(firstDay))}::timestamptz at time zone 'Asia/Shanghai')::date`,
  );
  const fresh = new Map(days.filter((day) => day.dayNumber >= firstDay).map((day) => [day.dayNumber, day]));
  for (const { day } of stood) {
    const number = dayNumber(day);
    if (!fresh.has(number)) fresh.set(number, emptyDay(number));
  }
  if (fresh.size > 0) await putDays(tx, [{ meter: meter.id, unit: meter.unit, days: [...fresh.values()] }]);
}

/** Sets rows apart that fall, takes those back that no longer do, and keeps one doubt for each that does: open, unless somebody has answered it before. */
async function markFalls(
  tx: Tx,
  { id, unit }: Pick<Meter, 'id' | 'unit'>,
  rows: readonly (RegisterRow & { quality: number })[],
  falls: ReadonlySet<number>,
): Promise<void> {
  const fallen = rows.filter(({ at, quality }) => falls.has(at.getTime()) && quality !== 2);
  const risen = rows.filter(({ at, quality }) => !falls.has(at.getTime()) && quality === 2);
  if (fallen.length > 0)
    await tx.run(sql`
      update energy.register set quality = 2 where meter_id = ${id} and at = any (${fallen.map(({ at }) => at)}::timestamptz[])`);
  if (risen.length > 0) {
    const at = risen.map((row) => row.at);
    await tx.run(
      sql`update energy.register set quality = 0 where meter_id = ${id} and at = any (${at}::timestamptz[])`,
    );
    await tx.run(sql`
      update energy.doubt set state = 'counted', decided_at = now(), why = ''
       where meter_id = ${id} and rule = 'register-falls' and from_at = any (${at}::timestamptz[]) and state = 'open'`);
  }
  if (fallen.length === 0) return;
  await tx.run(sql`
    insert into energy.doubt (id, unit_id, meter_id, rule, from_at, to_at, value, count, found_at)
    select d.id, ${unit}::uuid, ${id}::uuid, 'register-falls', d.at, d.at + interval '1 second', d.value, 1, now()
      from unnest(${fallen.map(() => newId())}::uuid[], ${fallen.map(({ at }) => at)}::timestamptz[], ${fallen.map(({ value }) => value)}::bigint[])
        as d (id, at, value)
    on conflict (node_id, meter_id, from_at, rule) do update set state = 'open', decided_at = null, why = null
      where energy.doubt.state <> 'left-out'`);
}
