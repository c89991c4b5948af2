import { sql } from '@opengoa/kernel';
import { jobActorAtRoots, reading } from '@opengoa/kernel/host';
import type { OpenHouse } from './open-house.ts';
import type { Settings } from './settings.ts';

interface Holding {
  readonly what: string;
  readonly count: number;
}

/** What the newcomer reads when everything runs: where to open it, with whom to sign in, and how much it holds. */
export async function afterStart(
  house: OpenHouse,
  settings: Settings,
  address: string,
  tookMs: number,
): Promise<string> {
  const holdings = await holdingsOf(house);
  const accounts = settings.demo
    ? await (await import('../../demo/demo-accounts.ts')).demoAccountLines(settings.data)
    : [];
  return [
    '',
    `  OpenGOA 机关事务协同数智平台  ${address}   (${(tookMs / 1_000).toFixed(1)} s)`,
    '',
    `  ${holdings.map(({ what, count }) => `${what} ${count.toLocaleString('en')}`).join(' · ')}`,
    '',
    ...accounts.map((line) => `  ${line}`),
    '  Ctrl-C 停止 · to stop',
    '',
  ].join('\n');
}

/** Readings, facts and findings, counted where the tables exist: a house without an office simply holds less. */
async function holdingsOf({ kernel }: OpenHouse): Promise<Holding[]> {
  const actor = jobActorAtRoots('after-start', kernel.registers.organisation(''));
  return reading(kernel, { actor, who: ['job'], room: 'kernel' }, async (tx) => {
    const counted: Holding[] = [];
    for (const [what, table] of [
      ['读数 readings', 'energy.reading'],
      ['行程 trips', 'vehicles.trip'],
      ['事实 facts', 'kernel.fact'],
      ['待核实异常 findings', 'risk_centre.finding'],
    ] as const) {
      const [there] = await tx.rows<{ is: boolean }>(sql`select to_regclass(${table}) is not null as is`);
      if (!there?.is) continue;
      const text = `select count(*)::int as n from ${table}`;
      const [row] = await tx.named<{ n: number }>(`count-${table}`, text, []);
      counted.push({ what, count: row?.n ?? 0 });
    }
    return counted;
  });
}
