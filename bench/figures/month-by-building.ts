import { isRefusal } from '@opengoa/kernel';
import { runRead } from '@opengoa/kernel/host';
import pg from 'pg';
import energy from '../../domains/energy/domain.ts';
import { type Asked, atMost, type Figure, type Line, told } from '../figure.ts';
import { median } from '../median.ts';
import { type SmallHouse, smallHouse } from '../small-house.ts';

const connections = 4;
const perBuilding = 4;
const perBatch = 10_000;

/**
 * A year of every building, month by month, from the roll-ups over ten million readings of fifteen minutes that came in through the verb: the
 * read itself, under row-level security, by a clerk of the whole city and by one of a single unit. Beside it the same sums from the readings.
 */
export const monthByBuilding: Figure = {
  name: 'month-by-building',
  title: 'Month by building over 10,000,000 readings',
  async measure(asked) {
    const house = await smallHouse({ rooms: [energy], connections });
    const owner = new pg.Client({ connectionString: house.superUrl });
    try {
      await owner.connect();
      return await measured(asked, house, owner);
    } finally {
      await owner.end();
      await house.close();
    }
  },
};

async function measured(
  { short, say }: Asked,
  { kernel, unit, actor, does }: SmallHouse,
  owner: pg.Client,
): Promise<Line[]> {
  const rows = short ? 2_000_000 : 10_000_000;
  const years = 2;
  const perMeter = years * 365 * 96;
  const meters = Math.ceil(rows / perMeter);
  const clerk = actor('energy-clerk');
  const begins = Date.parse('2023-01-01T00:00:00+08:00');
  const ids: string[] = [];
  for (let b = 0; ids.length < meters; b += 1) {
    const building = (await does(clerk, 'energy.register-building', { unit, name: `${b}号楼` })).facts[0]!.object.id;
    for (let m = 0; m < perBuilding && ids.length < meters; m += 1) {
      const described = {
        building,
        name: `总表${m}`,
        carrier: 'electricity',
        intervalMinutes: 15,
        validFrom: '2020-01-01',
      };
      ids.push((await does(clerk, 'energy.register-meter', described)).facts[0]!.object.id);
    }
  }
  const batches = ids.flatMap((meter, m) =>
    Array.from({ length: Math.ceil(perMeter / perBatch) }, (_, b) => ({
      meter,
      m,
      from: b * perBatch,
      to: Math.min(perMeter, (b + 1) * perBatch),
    })),
  );
  const filledFrom = performance.now();
  let [next, told_] = [0, 0];
  const lane = async () => {
    while (next < batches.length) {
      const { meter, m, from, to } = batches[next++]!;
      const pairs = Array.from({ length: to - from }, (_, n) => [
        new Date(begins + (from + n) * 900_000).toISOString(),
        (((from + n) * 7919 + m) % 1000) / 10,
      ]);
      await does(clerk, 'energy.receive-readings', { meters: [{ meter, pairs }] });
      if (next - told_ >= 200) say(`  ${((told_ = next) * perBatch).toLocaleString('en')} readings in`);
    }
  };
  await Promise.all(Array.from({ length: connections }, lane));
  const filled = (performance.now() - filledFrom) / 1_000;
  await owner.query('vacuum analyze');
  const { rows: stored } = await owner.query<{ n: number }>('select count(*)::int as n from energy.reading');
  const ask = async (year: number) => {
    const from = performance.now();
    const answer = await runRead(
      kernel,
      'energy.building-months',
      { year: String(year), carrier: 'electricity' },
      clerk,
    );
    const ms = performance.now() - from;
    if (isRefusal(answer)) throw new Error(answer.code);
    return { ms, buildings: (answer as { buildings: { months: { amount: number }[] }[] }).buildings };
  };
  const { rows: plain } = await owner.query<{ sum: number; ms: number }>(
    `select sum(value)::float8 / 1000 as sum from energy.reading where at >= '2024-01-01 00:00+08' and at < '2025-01-01 00:00+08'`,
  );
  const found = await ask(2024);
  const sum = found.buildings.flatMap(({ months }) => months).reduce((all, { amount }) => all + amount, 0);
  const times = short ? 300 : 1_000;
  const took: number[] = [];
  let asked = 0;
  const asking = async () => {
    for (; asked < times; asked += 1) took.push((await ask(2023 + (asked % years))).ms);
  };
  for (let n = 0; n < 50; n += 1) await ask(2023 + (n % years));
  await Promise.all(Array.from({ length: connections }, asking));
  const floor: number[] = [];
  for (let n = 0; n < 3; n += 1) {
    const from = performance.now();
    await owner.query(
      `select m.building_id, date_trunc('month', r.at at time zone 'Asia/Shanghai'), sum(r.value) from energy.reading r join energy.meter m on m.id = r.meter_id
        where r.at >= '2024-01-01 00:00+08' and r.at < '2025-01-01 00:00+08' group by 1, 2`,
    );
    floor.push(performance.now() - from);
  }
  const sorted = took.toSorted((a, b) => a - b);
  return [
    atMost(
      `a year of ${found.buildings.length} buildings: p99 on ${connections} connections`,
      sorted[Math.floor(sorted.length * 0.99)]!,
      50,
      'ms',
    ),
    told(
      'the same: middle; from the readings themselves',
      `${median(took).toFixed(1)} ms`,
      `${Math.round(median(floor))} ms`,
    ),
    {
      what: 'sums that differ from the readings',
      measured: Math.abs(sum - plain[0]!.sum) < 0.01 ? '0' : `${sum} ${plain[0]!.sum}`,
      target: 'wanted 0',
      ok: Math.abs(sum - plain[0]!.sum) < 0.01,
    },
    told(
      'readings behind it, brought through the verb',
      `${stored[0]!.n.toLocaleString('en')} in ${Math.round(filled)} s`,
    ),
  ];
}
