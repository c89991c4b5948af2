/**
 * An archive of hourly readings through the front door: buildings, meters, weather and readings by their verbs, then baselines.
 *
 *   node bench/import-hourly.ts <folder with buildings.csv, hourly/ and weather.csv.gz> [--from 2016-01-01] [--to 2021-01-01]
 */
import { parseArgs } from 'node:util';
import { isRefusal, newId } from '@opengoa/kernel';
import { reading, runVerb } from '@opengoa/kernel/host';
import energy, { importHourly } from '../domains/energy/domain.ts';
import { smallHouse } from './small-house.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { from: { type: 'string' }, to: { type: 'string' } },
});
const [folder] = positionals;
if (!folder) {
  console.error('usage: node bench/import-hourly.ts <folder> [--from DAY] [--to DAY]');
  process.exit(2);
}
const { kernel, unit, actor, close } = await smallHouse({ rooms: [energy], connections: 6 });
try {
  const clerk = actor('energy-clerk');
  let told = 0;
  const tools = {
    verb: (name: string, input: unknown) => runVerb(kernel, { name, input, actor: clerk, requestId: newId() }),
    reading: <T>(work: Parameters<typeof reading<T>>[2]) =>
      reading<T>(kernel, { actor: clerk, who: ['energy-clerk'], room: 'energy' }, work),
    progress(done: number, of: number, words?: { en: string }) {
      if (performance.now() - told < 3_000) return;
      told = performance.now();
      console.log(`  building ${done + 1} of ${of}: ${words?.en ?? ''}`);
    },
    signal: new AbortController().signal,
  };
  const began = performance.now();
  const { state, counts, problems } = await importHourly(
    {
      folder,
      from: values.from ?? null,
      toExclusive: values.to ?? null,
      place: ({ id }) => ({ unit, name: id, use: 'unknown', note: '' }),
      station: 'main',
      calendar: 'week',
      keys: '',
    },
    tools,
  );
  const seconds = (performance.now() - began) / 1_000;
  console.log(
    `${state} in ${seconds.toFixed(1)} s: ${JSON.stringify(counts)} ${problems.map(({ where }) => where).join(' ')}`,
  );
  console.log(
    `${Math.round((counts['readings'] ?? 0) / seconds).toLocaleString('en')} readings/s with parsing, days, months, Record and the look for doubts`,
  );
  const meters = await tools.reading((tx) =>
    tx.client.query<{ id: string }>(`select id from energy.meter where carrier = 'electricity' order by id`),
  );
  const fitting = performance.now();
  let fitted = 0;
  for (const { id } of meters.rows) {
    const answer = await tools.verb('energy.fit-baseline', {
      meter: id,
      from: '2018-01-01',
      toExclusive: '2019-01-01',
    });
    if (!isRefusal(answer)) fitted += 1;
  }
  console.log(
    `${fitted} of ${meters.rows.length} baselines of 2018 in ${((performance.now() - fitting) / 1_000).toFixed(1)} s`,
  );
} finally {
  await close();
}
