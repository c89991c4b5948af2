/**
 * The demo city for the figure of its kits: `city-kits.ts <folder> load` writes it into an empty folder; `city-kits.ts <folder> run <months|year>` runs every
 * kit over its year, month by month as the nights would have, or the whole year in one period, and prints one line of JSON.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import { addDays } from '@opengoa/kernel/calendar';
import { runJob } from '@opengoa/kernel/host';
import { usualSeed } from '../../demo/city/plan-city.ts';
import { loadDemo } from '../../demo/load-demo.ts';
import { monthsOf } from '../../demo/score/find-flagged.ts';
import { withClient } from '../../host/postgres/prepare-roles.ts';
import { loadingMark, openHouse, readSettings } from '@opengoa/host/house';

/** What a run over the year took. */
export interface CityKits {
  readonly seconds: number;
  /** Processor time of the program and its threads. */
  readonly programSeconds: number;
  /** By kit, the longest first. */
  readonly kits: readonly { readonly kit: string; readonly seconds: number }[];
  /** Signals that stand afterwards and did not before. */
  readonly signals: number;
}

const [folder = '', act = '', how = ''] = process.argv.slice(2);
const dayFile = join(folder, 'loaded-on');
const { signal } = new AbortController();
const house = await openHouse({
  settings: readSettings({ OPENGOA_DATA: folder }),
  log: pino({ level: 'silent' }),
  progress: () => undefined,
  poolSize: 14,
  statementMs: 600_000,
  lazyCommits: true,
});
try {
  const { kernel } = house;
  if (act === 'load') {
    const today = kernel.registers.calendar().dayOf(kernel.clock());
    const mark = loadingMark(folder);
    await loadDemo(kernel, { data: folder, size: 'city', seed: usualSeed, mark, progress: () => undefined, signal });
    writeFileSync(dayFile, today);
  } else {
    const today = readFileSync(dayFile, 'utf8');
    const from = addDays(today, -366);
    const periods = how === 'year' ? [[from, today] as const] : monthsOf(from, today);
    const took = new Map<string, number>();
    const before = await signalsOf();
    const begin = performance.now();
    const used = process.cpuUsage();
    for (const period of periods)
      for (const kit of kernel.kits.keys()) {
        const at = performance.now();
        await runJob(kernel, 'risk-centre.run-kits', { signal, asked: { kit, period } });
        took.set(kit, (took.get(kit) ?? 0) + performance.now() - at);
      }
    const seconds = (performance.now() - begin) / 1_000;
    const { user, system } = process.cpuUsage(used);
    const kits = [...took].map(([kit, ms]) => ({ kit, seconds: ms / 1_000 })).toSorted((a, b) => b.seconds - a.seconds);
    const answer: CityKits = {
      seconds,
      programSeconds: (user + system) / 1e6,
      kits,
      signals: (await signalsOf()) - before,
    };
    process.stdout.write(`${JSON.stringify(answer)}\n`);
  }
} finally {
  await house.close();
}

function signalsOf(): Promise<number> {
  return withClient(house.urls.superuser!, async (client) => {
    const { rows } = await client.query<{ signals: number }>('select count(*)::int as signals from risk_centre.signal');
    return rows[0]!.signals;
  });
}
