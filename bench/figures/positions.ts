import { fork } from 'node:child_process';
import { join } from 'node:path';
import pg from 'pg';
import { doorTools } from '@opengoa/kernel/host';
import vehicles from '../../domains/vehicles/domain.ts';
import { type Asked, type Figure, type Line, round, told } from '../figure.ts';
import { median } from '../median.ts';
import { smallHouse } from '../small-house.ts';

const terminals = 500;
const wantedPerSecond = 5_000;
const door = vehicles.doors!.find(({ name }) => name === 'jt808')!;

/** What the terminals tell of a round: positions that were acknowledged, and in how long. */
export interface Driven {
  readonly positions: number;
  readonly ms: number;
}

/**
 * Five hundred terminals on lines of their own, each sending its next position when the last was acknowledged as stored, days and trips kept
 * up; beside it a bare insert of the same rows in transactions of as many, over one connection.
 */
export const positions: Figure = {
  name: 'positions',
  title: `Positions in by JT/T 808 from ${terminals} terminals: stored, de-duplicated, distance of day and trip kept up`,
  async measure(asked) {
    const house = await smallHouse({ rooms: [vehicles], connections: 6 });
    try {
      return await driving(asked, house);
    } finally {
      await house.close();
    }
  },
};

async function driving({ short, say }: Asked, house: Awaited<ReturnType<typeof smallHouse>>): Promise<Line[]> {
  const { kernel, pool, unit, actor, does, superUrl } = house;
  const clerk = actor('fleet-clerk');
  const numbers = Array.from({ length: terminals }, (_, n) => String(13_900_000_000 + n));
  for (const [n, number] of numbers.entries()) {
    const described = { make: '红旗', model: 'H5', category: 'other', body: 'sedan', power: 'petrol' };
    const { facts } = await does(clerk, 'vehicles.register-vehicle', { unit, plate: `青A${n}`, ...described });
    await does(clerk, 'vehicles.register-terminal', { vehicle: facts[0]!.object.id, number });
  }
  const owner = new pg.Client({ connectionString: superUrl });
  await owner.connect();
  // Every vehicle is out on a trip, whose distance is kept up beside the day's.
  await owner.query(`insert into vehicles.track_trip (node_id, trip_id, vehicle_id, unit_id, from_at, dm, points)
    select node_id, gen_random_uuid(), vehicle_id, unit_id, now() - interval '30 days', 0, 0 from vehicles.tracker`);
  await owner.query(`create schema floor; grant usage on schema floor to opengoa_app;
    create table floor.position (like vehicles.position including defaults, primary key (node_id, vehicle_id, at));
    alter table floor.position alter node_id set default 1;
    grant insert on floor.position to opengoa_app`);
  const { rows: trackers } = await owner.query<{ vehicle: string }>(
    'select vehicle_id as vehicle from vehicles.tracker',
  );

  const faults: unknown[] = [];
  const tools = doorTools(kernel, 'vehicles.jt808', (what) => void faults.push(what));
  const open = await door.open({ host: '127.0.0.1', port: 0 }, tools);
  const drivers = fork(join(import.meta.dirname, '..', 'load', 'terminals.ts'), [String(open.port), ...numbers]);
  const heard = <Answer>(): Promise<Answer> =>
    new Promise((done, fail) => {
      const left = (code: number | null) => fail(new Error(`the terminals ended with ${code}`));
      drivers.once('exit', left);
      drivers.once('message', (answer) => {
        drivers.off('exit', left);
        done(answer as Answer);
      });
    });
  try {
    await heard();
    const seconds = short ? 3 : 6;
    const [ours, floors]: [number[], number[]] = [[], []];
    let acknowledged = 0;
    let batches = 0;
    let cpuMs = 0;
    for (let turn = 0; turn < (short ? 3 : 5); turn += 1) {
      floors.push(
        await bare(
          pool,
          trackers.map(({ vehicle }) => vehicle),
          unit,
          turn,
          seconds,
        ),
      );
      await owner.query('checkpoint');
      const before = await countOf(owner, 'kernel.request');
      const driven = heard<Driven>();
      const worked = process.cpuUsage();
      drivers.send({ seconds });
      const { positions: stored, ms } = await driven;
      const { user, system } = process.cpuUsage(worked);
      cpuMs += (user + system) / 1000;
      acknowledged += stored;
      batches += (await countOf(owner, 'kernel.request')) - before;
      ours.push((stored / ms) * 1000);
      await owner.query('checkpoint');
      say(`  round ${turn + 1}: ${round(ours.at(-1)!)}/s, floor ${round(floors.at(-1)!)}/s`);
    }
    const rows = await countOf(owner, 'vehicles.position');
    const [days] = (await owner.query('select sum(points)::int as n, sum(dm)::float8 as dm from vehicles.track_day'))
      .rows;
    const [trips] = (await owner.query('select sum(points)::int as n, sum(dm)::float8 as dm from vehicles.track_trip'))
      .rows;
    const [steps] = (await owner.query('select sum(step_dm)::float8 as dm from vehicles.position')).rows;
    const sumsAgree = days.n === rows && trips.n === rows && days.dm === steps.dm && trips.dm === steps.dm;
    const perSecond = median(ours);
    return [
      {
        what: 'positions acknowledged',
        measured: `${round(perSecond)} /s`,
        floor: `${round(median(floors))} /s`,
        target: `wanted >= ${wantedPerSecond.toLocaleString('en')} /s`,
        ok: perSecond >= wantedPerSecond,
      },
      told('beside the bare insert', `${(perSecond / median(floors)).toFixed(2)}x`),
      told('positions a transaction', round(acknowledged / Math.max(1, batches))),
      told('processor of the program', `${round(cpuMs / (acknowledged / 1000))} ms a thousand`),
      {
        what: 'acknowledged, stored, in days and trips',
        measured: `${round(acknowledged)} ${round(rows)} ${round(days.n)} ${round(trips.n)}`,
        target: 'all the same, distances too',
        ok: rows === acknowledged && sumsAgree && faults.length === 0,
      },
    ];
  } finally {
    drivers.kill();
    await open.close();
    await owner.end();
  }
}

const countOf = async (owner: pg.Client, table: string): Promise<number> =>
  Number((await owner.query(`select count(*) as n from ${table}`)).rows[0].n);

/** The same rows into the same kind of table, as many a transaction as there are terminals, one after the other. */
async function bare(
  pool: pg.Pool,
  vehicles: readonly string[],
  unit: string,
  turn: number,
  seconds: number,
): Promise<number> {
  const begins = Date.parse('2020-01-01T00:00:00Z') + turn * 90 * 86_400_000;
  const from = performance.now();
  let batches = 0;
  while (performance.now() - from < seconds * 1000) {
    const at = begins + batches * 30_000;
    await pool.query({
      name: 'floor',
      text: `insert into floor.position (at, vehicle_id, unit_id, latitude, longitude, step_dm, alarm, speed, direction, altitude, quality, ignition)
             select to_timestamp(r.at::float8 / 1000), r.vehicle, $3, 32060000, 118790000, 1000, 0, 400, 90, 10, 0, true
               from unnest($1::bigint[], $2::uuid[]) as r (at, vehicle) on conflict do nothing`,
      values: [vehicles.map(() => at), vehicles, unit],
    });
    batches += 1;
  }
  return (batches * vehicles.length) / ((performance.now() - from) / 1000);
}
