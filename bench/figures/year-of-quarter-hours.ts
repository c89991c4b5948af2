import { isRefusal } from '@opengoa/kernel';
import { runJob, runRead } from '@opengoa/kernel/host';
import pg from 'pg';
import energy from '../../domains/energy/domain.ts';
import { type Asked, atMost, type Figure, type Line, told } from '../figure.ts';
import { median } from '../median.ts';
import { smallHouse } from '../small-house.ts';
import { drawnYear } from './drawn-year.ts';

const year = 2024;
const perDay = 96;
const places = 366 * perDay;
const perBatch = 10_000;

/**
 * A year of one meter's quarter hours: how long the answer takes among the readings of many meters, under row-level security; and how long a
 * headless Chromium takes from the answer's last byte to the drawn line, on the meter's own page.
 */
export const yearOfQuarterHours: Figure = {
  name: 'year-of-quarter-hours',
  title: 'A year of 15-minute data of one meter',
  measure: async (asked) => [...(await answered(asked)), ...(await drawnYear(asked))],
};

async function answered({ short, say }: Asked): Promise<Line[]> {
  const house = await smallHouse({ rooms: [energy], connections: 2 });
  const owner = new pg.Client({ connectionString: house.superUrl });
  try {
    await owner.connect();
    const { unit, actor, does, kernel } = house;
    const clerk = actor('energy-clerk');
    const building = (await does(clerk, 'energy.register-building', { unit, name: '1号楼' })).facts[0]!.object.id;
    const meters: string[] = [];
    for (let m = 0; m < (short ? 30 : 300); m += 1) {
      const described = {
        building,
        name: `表${m}`,
        carrier: 'electricity',
        intervalMinutes: 15,
        validFrom: '2020-01-01',
      };
      meters.push((await does(clerk, 'energy.register-meter', described)).facts[0]!.object.id);
    }
    const [meter, ...others] = meters as [string, ...string[]];
    const begins = Date.parse(`${year}-01-01T00:00:00+08:00`);
    for (let from = 0; from < places; from += perBatch) {
      const pairs = Array.from({ length: Math.min(perBatch, places - from) }, (_, n) => [
        new Date(begins + (from + n) * 900_000).toISOString(),
        (((from + n) * 7919) % 1000) / 10,
      ]);
      await does(clerk, 'energy.receive-readings', { meters: [{ meter, pairs }] });
    }
    say('  the meter is read; the others beside it');
    await owner.query(
      `insert into energy.reading (node_id, at, value, meter_id, unit_id)
       select 1, at, 1000, m, $2 from generate_series($3::timestamptz, $3::timestamptz + interval '366 days' - interval '15 minutes', '15 minutes') at
        cross join unnest($1::uuid[]) m`,
      [others, unit, new Date(begins).toISOString()],
    );
    await owner.query('vacuum analyze');
    const ask = async () => {
      const from = performance.now();
      const answer = await runRead(
        kernel,
        'energy.intervals',
        { meter, from: `${year}-01-01`, toExclusive: `${year + 1}-01-01` },
        clerk,
      );
      const ms = performance.now() - from;
      if (isRefusal(answer)) throw new Error(answer.code);
      return { ms, values: (answer as { values: (number | null)[] }).values };
    };
    const sum = (values: readonly (number | null)[]) => values.reduce<number>((all, each) => all + (each ?? 0), 0);
    const raw = await ask();
    const packedFrom = performance.now();
    await runJob(kernel, 'energy.pack-days', { signal: new AbortController().signal });
    const packed = performance.now() - packedFrom;
    const took: number[] = [];
    let values: readonly (number | null)[] = [];
    for (let n = 0; n < (short ? 40 : 100); n += 1) {
      const answer = await ask();
      took.push(answer.ms);
      ({ values } = answer);
    }
    const { rows } = await owner.query<{ sum: number }>(
      'select sum(value)::float8 / 1000 as sum from energy.reading where meter_id = $1',
      [meter],
    );
    const apart = Math.abs(sum(values) - rows[0]!.sum);
    const sorted = took.toSorted((a, b) => a - b);
    return [
      atMost(
        `answer, ${values.length.toLocaleString('en')} values among ${meters.length} meters: p95`,
        sorted[Math.floor(sorted.length * 0.95)]!,
        150,
        'ms',
      ),
      told('the same: middle; before its days were packed', `${median(took).toFixed(0)} ms`, `${raw.ms.toFixed(0)} ms`),
      told('packing the year', `${packed.toFixed(0)} ms`),
      {
        what: 'its sum less that of the readings',
        measured: apart.toFixed(3),
        target: 'wanted 0',
        ok: apart < 0.01 && Math.abs(sum(raw.values) - rows[0]!.sum) < 0.01,
      },
    ];
  } finally {
    await owner.end();
    await house.close();
  }
}
