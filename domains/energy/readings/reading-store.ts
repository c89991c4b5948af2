import { type Id, newId, saves, sql, type Tx } from '@opengoa/kernel';
import { DoubtDecided, MeterRead, ReadingCorrected, ReadingsQuestioned, ReadingsReceived } from './contract.ts';
import { fromThousandths, type Meter, toThousandths } from '../meters/meter.ts';
import { type DoubtfulStretch, type PreparedSeries, qualityCode } from './interval-batch.ts';

/** A meter with what a batch brought it. */
export interface MeterRows extends Pick<PreparedSeries, 'columns' | 'lists'> {
  readonly meter: Pick<Meter, 'id' | 'unit'>;
}

const together = (parts: readonly MeterRows[], of: (part: MeterRows) => string): string =>
  `{${parts.map(of).join(',')}}`;

/**
 * Writes interval readings of one or many meters; what is there already stays as it is.
 * @returns how many were new
 */
export async function insertReadings(tx: Tx, parts: readonly MeterRows[]): Promise<number> {
  const lists = [
    together(parts, ({ lists: { at } }) => at),
    together(parts, ({ lists: { value } }) => value),
    together(parts, ({ lists: { quality } }) => quality),
  ];
  const one = parts.length === 1;
  const done = await tx.client.query({
    name: one ? 'energy-readings-of-one' : 'energy-readings-of-many',
    text: one ? ofOneMeter : ofManyMeters,
    values: one
      ? [...lists, parts[0]!.meter.id, parts[0]!.meter.unit]
      : [
          ...lists,
          `{${parts.map(({ columns }, i) => columns.at.map(() => i + 1).join(',')).join(',')}}`,
          parts.map(({ meter }) => meter.id),
          parts.map(({ meter }) => meter.unit),
        ],
  });
  return done.rowCount ?? 0;
}

const ofOneMeter = `
  insert into energy.reading (at, value, meter_id, unit_id, quality)
  select to_timestamp(r.at::float8 / 1000), r.value, $4::uuid, $5::uuid, r.quality
    from unnest($1::bigint[], $2::bigint[], $3::smallint[]) as r (at, value, quality)
  on conflict do nothing`;

const ofManyMeters = `
  insert into energy.reading (at, value, meter_id, unit_id, quality)
  select to_timestamp(r.at::float8 / 1000), r.value, m.id, m.unit_id, r.quality
    from unnest($1::bigint[], $2::bigint[], $3::smallint[], $4::int[]) as r (at, value, quality, which)
    join unnest($5::uuid[], $6::uuid[]) with ordinality as m (id, unit_id, n) on m.n = r.which
  on conflict do nothing`;

export interface DifferentReading {
  readonly meter: Id;
  /** As it stands in the file's own time: the beginning of an interval. */
  readonly at: string;
  readonly was: number;
  readonly given: number;
}

/** The first reading of these that is kept with another value. */
export async function differentReading(
  tx: Tx,
  parts: readonly (MeterRows & { readonly meter: Pick<Meter, 'id' | 'unit' | 'reads'> })[],
): Promise<DifferentReading | null> {
  for (const { meter, columns } of parts) {
    const table = meter.reads === 'interval' ? sql`energy.reading` : sql`energy.register`;
    const found = await tx.maybe<{ at: Date; was: number; given: number }>(sql`
      select k.at, k.value as was, r.value as given
        from unnest(${columns.at}::bigint[], ${columns.value}::bigint[]) as r (at, value)
        join ${table} k on k.meter_id = ${meter.id} and k.at = to_timestamp(r.at::float8 / 1000) and k.value <> r.value
       order by k.at limit 1`);
    if (found)
      return {
        meter: meter.id,
        at: new Date(found.at.getTime() + 8 * 3_600_000).toISOString().slice(0, 16).replace('T', ' '),
        was: fromThousandths(found.was),
        given: fromThousandths(found.given),
      };
  }
  return null;
}

/** When the meter was last read: the latest instant wins, whatever order they come in. */
export const noteLastRead = (tx: Tx, meters: readonly Id[], at: readonly number[]): Promise<number> =>
  tx.run(sql`
    update energy.meter m set last_at = to_timestamp(r.at::float8 / 1000)
      from unnest(${[...meters]}::uuid[], ${[...at]}::bigint[]) as r (id, at)
     where m.id = r.id and (m.last_at is null or m.last_at < to_timestamp(r.at::float8 / 1000))`);

/** Keeps why readings stand apart; a stretch that is known already stays as it was decided. */
export async function keepDoubts(
  tx: Tx,
  { id, unit }: Pick<Meter, 'id' | 'unit'>,
  doubts: readonly DoubtfulStretch[],
  now: Date,
): Promise<void> {
  if (doubts.length === 0) return;
  await tx.run(sql`
    insert into energy.doubt (id, unit_id, meter_id, rule, from_at, to_at, value, count, found_at)
    select d.id, ${unit}::uuid, ${id}::uuid, d.rule, to_timestamp(d.from_at::float8 / 1000), to_timestamp(d.to_at::float8 / 1000), d.value, d.count, ${now}
      from unnest(${doubts.map(() => newId())}::uuid[], ${doubts.map(({ rule }) => rule)}::text[], ${doubts.map(({ from }) => from)}::bigint[],
                  ${doubts.map(({ to }) => to)}::bigint[], ${doubts.map(({ value }) => value)}::bigint[], ${doubts.map(({ count }) => count)}::int[])
        as d (id, rule, from_at, to_at, value, count)
    on conflict (node_id, meter_id, from_at, rule) do nothing`);
}

export interface KeptBatch {
  readonly id: Id;
  readonly unit: Id;
  readonly readings: number;
}

/** A batch of exactly this content, as far as the sender may see it. */
export const batchLike = (tx: Tx, sha256: string): Promise<KeptBatch | undefined> =>
  tx.maybe<KeptBatch>(sql`select id, unit_id as unit, readings from energy.batch where sha256 = ${sha256} limit 1`);

export const keepBatchMeters = (
  tx: Tx,
  batch: Id,
  meters: readonly { meter: Pick<Meter, 'id' | 'unit'>; from: number; to: number; held: string }[],
): Promise<number> =>
  tx.run(sql`
    insert into energy.batch_meter (batch_id, meter_id, unit_id, from_at, to_at, held)
    select ${batch}::uuid, m.id, m.unit_id, to_timestamp(m.from_at::float8 / 1000), to_timestamp(m.to_at::float8 / 1000), m.held::tstzmultirange
      from unnest(${meters.map(({ meter }) => meter.id)}::uuid[], ${meters.map(({ meter }) => meter.unit)}::uuid[],
                  ${meters.map(({ from }) => from)}::bigint[], ${meters.map(({ to }) => to)}::bigint[], ${meters.map(({ held }) => held)}::text[]) as m (id, unit_id, from_at, to_at, held)`);

/**
 * The fact of the batch that brought the reading: the first that held its instant, since later ones leave what is there as it is. Batches
 * of a meter take their turn while it is locked.
 */
export const factOfReading = async (
  tx: Tx,
  { id, intervalMinutes }: Pick<Meter, 'id' | 'intervalMinutes'>,
  at: Date,
): Promise<Id | null> =>
  (
    await tx.maybe<{ fact: Id }>(sql`
      select b.fact_id as fact from energy.batch_meter m join energy.batch b on (b.node_id, b.id) = (m.node_id, m.batch_id)
       where m.meter_id = ${id} and m.from_at <= ${at} and m.to_at >= ${at}
         and (m.held is null or exists (
           select from unnest(m.held) as range
            where range @> ${at}::timestamptz
              and (1000 * extract(epoch from ${at}::timestamptz - lower(range)))::bigint % ${Math.max(1, (intervalMinutes ?? 0) * 60_000)} = 0))
       order by m.turn limit 1`)
  )?.fact ?? null;

export interface Doubt {
  readonly id: Id;
  readonly meter: Id;
  readonly rule: string;
  readonly from: Date;
  readonly to: Date;
  readonly state: 'open' | 'counted' | 'left-out';
}

export const lockDoubt = (tx: Tx, id: Id) =>
  tx.one<Doubt>(sql`
    select id, meter_id as meter, rule, from_at as "from", to_at as "to", state from energy.doubt where id = ${id} for update`);

/** Stretches of one value or none that somebody decided to count, from and to the instant after. */
export const countedStretches = async (tx: Tx, meter: Id): Promise<(readonly [from: Date, to: Date])[]> =>
  (
    await tx.rows<{ from: Date; to: Date }>(sql`
      select from_at as "from", to_at as "to" from energy.doubt
       where meter_id = ${meter} and state = 'counted' and rule in ('stuck', 'dead-meter') order by from_at`)
  ).map(({ from, to }) => [from, to] as const);

export const readingSaves = [
  saves(ReadingsReceived, (tx, { id, object, unit, body }, { now }) =>
    tx.run(sql`
      insert into energy.batch (id, unit_id, fact_id, sha256, meters, readings, doubtful, from_at, to_at, received_at)
      values (${object.id}, ${unit}, ${id}, ${body.sha256}, ${body.meters}, ${body.readings}, ${body.doubtful}, ${body.from}, ${body.to}, ${now})`),
  ),
  saves(MeterRead, async (tx, { id, object, unit, body }, { now }) => {
    await tx.run(sql`
      insert into energy.register (meter_id, unit_id, at, value, by_hand, photos)
      values (${object.id}, ${unit}, ${body.at}, ${toThousandths(body.value)}, true, ${[...(body.photos ?? [])]}::uuid[])`);
    await tx.run(sql`
      insert into energy.batch (id, unit_id, fact_id, sha256, meters, readings, doubtful, from_at, to_at, received_at)
      values (${id}, ${unit}, ${id}, '', 1, 1, 0, ${body.at}, ${body.at}, ${now})`);
    await tx.run(sql`
      insert into energy.batch_meter (batch_id, meter_id, unit_id, from_at, to_at) values (${id}, ${object.id}, ${unit}, ${body.at}, ${body.at})`);
  }),
  saves(ReadingCorrected, (tx, { id, object, unit, body, why }, { now }) =>
    tx.run(sql`
      insert into energy.correction (id, unit_id, meter_id, at, was, value, why, corrected_at)
      values (${id}, ${unit}, ${object.id}, ${body.at}, ${toThousandths(body.was)}, ${toThousandths(body.is)}, ${why ?? ''}, ${now})`),
  ),
  saves(ReadingsQuestioned, async (tx, { object, unit, body }, { now }) => {
    const { stretches } = body;
    await tx.run(sql`
      insert into energy.doubt (id, unit_id, meter_id, rule, from_at, to_at, value, count, found_at)
      select d.id, ${unit}::uuid, ${object.id}::uuid, d.rule, d.from_at, d.to_at, d.value, d.count, ${now}
        from unnest(${stretches.map(({ doubt }) => doubt)}::uuid[], ${stretches.map(({ rule }) => rule)}::text[],
                    ${stretches.map(({ from }) => from)}::timestamptz[], ${stretches.map(({ toExclusive }) => toExclusive)}::timestamptz[],
                    ${stretches.map(({ value }) => toThousandths(value))}::bigint[], ${stretches.map(({ count }) => count)}::int[])
          as d (id, rule, from_at, to_at, value, count)
      on conflict (node_id, meter_id, from_at, rule) do update
         set to_at = excluded.to_at, count = excluded.count, value = excluded.value where energy.doubt.state = 'open'`);
  }),
  saves(DoubtDecided, (tx, { body, why }, { now }) =>
    tx.run(sql`
      update energy.doubt set state = ${body.outcome}, decided_at = ${now}, why = ${why ?? ''} where id = ${body.doubt}`),
  ),
];

export const setQuality = (
  tx: Tx,
  meter: Id,
  from: Date,
  toExclusive: Date,
  quality: 'measured' | 'suspect',
): Promise<number> =>
  quality === 'suspect'
    ? tx.run(sql`
        update energy.reading set quality = ${qualityCode.suspect}
         where meter_id = ${meter} and at >= ${from} and at < ${toExclusive} and quality in (${qualityCode.measured}, ${qualityCode.estimated})`)
    : tx.run(sql`
        update energy.reading set quality = ${qualityCode.measured}
         where meter_id = ${meter} and at >= ${from} and at < ${toExclusive} and quality = ${qualityCode.suspect}`);

/** How many readings that count lie in each stretch. */
export async function countReadings(
  tx: Tx,
  meter: Id,
  stretches: readonly (readonly [from: Date, to: Date])[],
): Promise<number[]> {
  const times = stretches.flat().map((at) => at.getTime());
  if (times.length === 0) return [];
  const rows = await tx.rows<{ count: number }>(sql`
    select r.count
      from unnest(${stretches.map(([from]) => from)}::timestamptz[], ${stretches.map(([, to]) => to)}::timestamptz[]) with ordinality as s (from_at, to_at, n)
     cross join lateral (
       select count(*)::int as count from energy.reading
        where at >= ${new Date(Math.min(...times))} and at < ${new Date(Math.max(...times))} and meter_id = ${meter}
          and at >= s.from_at and at < s.to_at and quality <> 2) r
     order by s.n`);
  return rows.map(({ count }) => count);
}
