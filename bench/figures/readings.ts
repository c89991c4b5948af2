import pg from 'pg';
import energy from '../../domains/energy/domain.ts';
import { type Asked, atLeast, type Figure, type Line, told } from '../figure.ts';
import { median } from '../median.ts';
import { type SmallHouse, smallHouse } from '../small-house.ts';

const connections = 4;
const perBatch = 10_000;
const meters = 40;
const begins = Date.parse('2015-02-01T00:00:00+08:00');

/**
 * Batches through the verb - its shape checked, its right judged under row-level security, its rows, days and months written, its fact on the
 * Record - beside a bare `unnest … on conflict do nothing` of the same rows into the same kind of table. The two take turns, so that a busy
 * machine burdens both, and both begin with the batch as the sender's JSON text.
 */
export const readings: Figure = {
  name: 'readings',
  title: `Readings in: batches of ${perBatch.toLocaleString('en')} on ${connections} connections`,
  async measure(asked) {
    const house = await smallHouse({ rooms: [energy], connections });
    const owner = new pg.Client({ connectionString: house.superUrl });
    try {
      await owner.connect();
      return await rounds(asked, house, owner);
    } finally {
      await owner.end();
      await house.close();
    }
  },
};

async function rounds(
  { short, say }: Asked,
  { pool, unit, actor, does }: SmallHouse,
  owner: pg.Client,
): Promise<Line[]> {
  const times = short ? 5 : 9;
  const batches = short ? 12 : 20;
  const clerk = actor('energy-clerk');
  const building = (await does(clerk, 'energy.register-building', { unit, name: '1号楼' })).facts[0]!.object.id;
  const ids: string[] = [];
  for (let m = 0; m < meters; m += 1) {
    const described = {
      building,
      name: `表${m}`,
      carrier: 'electricity',
      intervalMinutes: 60,
      validFrom: '2015-01-01',
    };
    ids.push((await does(clerk, 'energy.register-meter', described)).facts[0]!.object.id);
  }
  await floorTable(owner);
  const bare = async (body: string) => {
    const [{ meter, readings: rows }] = (
      JSON.parse(body) as { meters: [{ meter: string; readings: { at: string; value: number }[] }] }
    ).meters;
    await pool.query({
      name: 'floor',
      text: `insert into floor.reading (at, value, meter_id, unit_id)
             select r.at, r.value, r.meter_id, $4 from unnest($1::timestamptz[], $2::bigint[], $3::uuid[]) as r (at, value, meter_id) on conflict do nothing`,
      values: [
        rows.map(({ at }) => at),
        rows.map(({ value }) => Math.round(value * 1000)),
        rows.map(() => meter),
        unit,
      ],
    });
  };
  const through = async (body: string) => void (await does(clerk, 'energy.receive-readings', JSON.parse(body)));
  const perSecond: { bare: number[]; verb: number[] } = { bare: [], verb: [] };
  for (let round = 0; round < times; round += 1) {
    const bodies = Array.from({ length: batches }, (_, b) => bodyOf(ids, round * batches + b));
    await owner.query('checkpoint');
    perSecond.bare.push((batches * perBatch * 1_000) / (await lanes(bodies, bare)));
    await owner.query('checkpoint');
    perSecond.verb.push((batches * perBatch * 1_000) / (await lanes(bodies, through)));
    say(
      `  ${round + 1}: bare ${Math.round(perSecond.bare.at(-1)!)} rows/s, verb ${Math.round(perSecond.verb.at(-1)!)} rows/s`,
    );
  }
  const wanted = times * batches * perBatch;
  const { rows } = await owner.query<Record<'rows' | 'days' | 'months' | 'facts', number>>(`select
    (select count(*)::int from energy.reading) as rows, (select sum(count)::int from energy.day) as days, (select sum(count)::int from energy.month) as months,
    (select count(*)::int from kernel.fact where type = 'energy.ReadingsReceived') as facts`);
  const missing = [
    wanted - rows[0]!.rows,
    wanted - rows[0]!.days,
    wanted - rows[0]!.months,
    times * batches - rows[0]!.facts,
  ];
  return [
    atLeast(
      'validated, de-duplicated, rolled up, on the Record',
      median(perSecond.verb),
      median(perSecond.bare),
      0.6,
      'rows/s',
    ),
    {
      what: 'rows, days, months and facts that are missing',
      measured: missing.join(' '),
      target: 'wanted none',
      ok: missing.every((each) => each === 0),
    },
    told('rows each', wanted.toLocaleString('en')),
  ];
}

/** Batch `nth` of meter `nth mod meters`: its hours in a row, as an import sends them. */
function bodyOf(ids: readonly string[], nth: number): string {
  const first = begins + Math.floor(nth / ids.length) * perBatch * 3_600_000;
  const rows = Array.from({ length: perBatch }, (_, n) => ({
    at: new Date(first + n * 3_600_000).toISOString(),
    value: ((n * 7919 + nth) % 1000) / 10,
  }));
  return JSON.stringify({ meters: [{ meter: ids[nth % ids.length], readings: rows }] });
}

/** @returns milliseconds until the last is done */
async function lanes(bodies: readonly string[], work: (body: string) => Promise<void>): Promise<number> {
  let next = 0;
  const lane = async () => {
    while (next < bodies.length) await work(bodies[next++]!);
  };
  const from = performance.now();
  await Promise.all(Array.from({ length: connections }, lane));
  return performance.now() - from;
}

/** The floor's table: the same columns, key and partitions, no row-level security, nobody's history. */
async function floorTable(owner: pg.Client): Promise<void> {
  await owner.query(`create schema floor; grant usage on schema floor to opengoa_app;
    create table floor.reading (at timestamptz not null, value bigint not null, meter_id uuid not null, unit_id uuid not null,
      node_id int not null default 1, quality smallint not null default 0, primary key (node_id, at, meter_id)) partition by range (at)`);
  await owner.query(`do $$ declare m date := '2015-01-01'; begin while m < '2036-01-01' loop
    execute format('create table floor.%I partition of floor.reading for values from (%L) to (%L)', 'r' || to_char(m, 'YYYYMM'),
      m::text || ' 00:00+08', (m + interval '1 month')::date::text || ' 00:00+08');
    m := (m + interval '1 month')::date; end loop; end $$;
    create table floor.elsewhen partition of floor.reading default; grant select, insert on floor.reading to opengoa_app`);
}
