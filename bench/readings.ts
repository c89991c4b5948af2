/**
 * How fast do readings come in? Batches through the verb - its shape checked, its right judged under row-level security, its rows,
 * days and months written, its fact on the Record - beside a bare `unnest … on conflict do nothing` of the same rows into the same
 * kind of table, in one run, over the same number of connections.
 *
 *   node bench/readings.ts [--rows 200000] [--connections 4] [--batch 10000] [--rounds 9]
 *
 * The two take turns, `rows` at a time, so that a busy machine burdens both. Both sides begin with the batch as the sender's JSON text. Exits 1 when a row is missing or the ratio lies below 0.6.
 */
import { parseArgs } from 'node:util';
import pg from 'pg';
import energy from '../domains/energy/domain.ts';
import { smallHouse } from './small-house.ts';

const { values } = parseArgs({
  options: {
    rows: { type: 'string', default: '200000' },
    connections: { type: 'string', default: '4' },
    batch: { type: 'string', default: '10000' },
    rounds: { type: 'string', default: '9' },
  },
});
const rows = Number(values.rows);
const connections = Number(values.connections);
const perBatch = Number(values.batch);
const rounds = Number(values.rounds);

const failures: string[] = [];
const { pool, superUrl, unit, actor, does, close } = await smallHouse({ rooms: [energy], connections });
try {
  const clerk = actor('energy-clerk');
  const building = (await does(clerk, 'energy.register-building', { unit, name: '1号楼' })).facts[0]!.object.id;

  // The floor's table: the same columns and key, no row-level security, nobody's history.
  const owner = new pg.Client({ connectionString: superUrl });
  await owner.connect();
  await owner.query(`create schema floor; grant usage on schema floor to opengoa_app`);

  const batches = Math.ceil(rows / perBatch);
  const begins = Date.parse('2015-02-01T00:00:00+08:00');
  /** Batch `b` of meter `b mod meters`: its hours in a row, as an import sends them. */
  const meters: string[] = [];
  for (let m = 0; m < 40; m += 1)
    meters.push(
      (
        await does(clerk, 'energy.register-meter', {
          building,
          name: `表${m}`,
          carrier: 'electricity',
          intervalMinutes: 60,
          validFrom: '2015-01-01',
        })
      ).facts[0]!.object.id,
    );
  const bodyOf = (round: number, b: number): string => {
    const nth = round * batches + b;
    const first = begins + Math.floor(nth / meters.length) * perBatch * 3_600_000;
    return JSON.stringify({
      meters: [
        {
          meter: meters[nth % meters.length],
          readings: Array.from({ length: perBatch }, (_, n) => ({
            at: new Date(first + n * 3_600_000).toISOString(),
            value: ((n * 7919 + nth) % 1000) / 10,
          })),
        },
      ],
    });
  };
  const lanes = async (work: (b: number) => Promise<void>) => {
    let next = 0;
    const lane = async () => {
      while (next < batches) await work(next++);
    };
    const from = performance.now();
    await Promise.all(Array.from({ length: connections }, lane));
    return performance.now() - from;
  };

  const verbMs: number[] = [];
  const floorMs: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const bodies = Array.from({ length: batches }, (_, b) => bodyOf(round, b));
    if (round === 0) {
      await owner.query(`
      create table floor.reading (at timestamptz not null, value bigint not null, meter_id uuid not null, unit_id uuid not null,
        node_id int not null default 1, quality smallint not null default 0, primary key (node_id, at, meter_id)) partition by range (at)`);
      await owner.query(`do $$ declare m date := '2015-01-01'; begin while m < '2036-01-01' loop
      execute format('create table floor.%I partition of floor.reading for values from (%L) to (%L)', 'r' || to_char(m, 'YYYYMM'), m::text || ' 00:00+08', (m + interval '1 month')::date::text || ' 00:00+08');
      m := (m + interval '1 month')::date; end loop; end $$;
      create table floor.elsewhen partition of floor.reading default; grant select, insert on floor.reading to opengoa_app`);
    }
    await owner.query('checkpoint');
    const bare = async (b: number) => {
      const [{ meter, readings }] = (
        JSON.parse(bodies[b]!) as { meters: [{ meter: string; readings: { at: string; value: number }[] }] }
      ).meters;
      await pool.query({
        name: 'floor',
        text: `insert into floor.reading (at, value, meter_id, unit_id)
               select r.at, r.value, r.meter_id, $4 from unnest($1::timestamptz[], $2::bigint[], $3::uuid[]) as r (at, value, meter_id) on conflict do nothing`,
        values: [
          readings.map(({ at }) => at),
          readings.map(({ value }) => Math.round(value * 1000)),
          readings.map(() => meter),
          unit,
        ],
      });
    };
    const through = async (b: number) => {
      await does(clerk, 'energy.receive-readings', JSON.parse(bodies[b]!));
    };
    floorMs.push(await lanes(bare));
    await owner.query('checkpoint');
    verbMs.push(await lanes(through));
    await owner.query('checkpoint');
    const perSecond = (ms: number) => Math.round((rows / ms) * 1000).toLocaleString('en');
    console.log(
      `round ${round + 1}: bare ${perSecond(floorMs.at(-1)!)} rows/s, verb ${perSecond(verbMs.at(-1)!)} rows/s`,
    );
  }
  const middle = (all: number[]) => all.toSorted((a, b) => a - b)[Math.floor(all.length / 2)]!;
  const ratio = middle(floorMs) / middle(verbMs);
  const { rows: counted } = await owner.query(`select
    (select count(*)::int from energy.reading) as rows, (select sum(count)::int from energy.day) as in_days, (select sum(count)::int from energy.month) as in_months,
    (select count(*)::int from kernel.fact where type = 'energy.ReadingsReceived') as facts`);
  const { rows: sizes } =
    await owner.query(`select sum(pg_relation_size(c.oid, 'main'))::float8 as heap, sum(pg_indexes_size(c.oid))::float8 as index
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'energy.reading'::regclass`);
  const wanted = rounds * batches * perBatch;
  for (const key of ['rows', 'in_days', 'in_months'] as const)
    if (counted[0][key] !== wanted) failures.push(`${key}: ${counted[0][key]} of ${wanted}`);
  if (counted[0].facts !== rounds * batches) failures.push(`facts: ${counted[0].facts} of ${rounds * batches}`);
  if (ratio < 0.6) failures.push(`ratio ${ratio.toFixed(2)} below 0.60`);
  console.log(`
${connections} connections, ${perBatch.toLocaleString('en')} rows a batch, medians of ${rounds}
bare unnest on conflict do nothing   ${Math.round((rows / middle(floorMs)) * 1000).toLocaleString('en')} rows/s
energy.receive-readings              ${Math.round((rows / middle(verbMs)) * 1000).toLocaleString('en')} rows/s with days, months, Record
ratio                                ${ratio.toFixed(2)} (target 0.60)
a row                                ${(sizes[0].heap / wanted).toFixed(0)} bytes in the table, ${(sizes[0].index / wanted).toFixed(0)} in its key`);
  for (const failure of failures) console.log(`FAILED ${failure}`);
  await owner.end();
} finally {
  await close();
}
process.exit(failures.length === 0 ? 0 : 1);
