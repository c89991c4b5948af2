import { sql } from '@opengoa/kernel';
import { jobActorAtRoots, offerFirstAdministrator, reading } from '@opengoa/kernel/host';
import type { OpenHouse } from './open-house.ts';
import type { Program } from './run-program.ts';
import type { Settings } from './settings.ts';

interface Holding {
  readonly what: string;
  readonly count: number;
}

/** What the person reads when everything runs: where to open it, with whom to sign in (or how to become the first), and what it holds. */
export async function afterStart(
  { house, address, demo }: Pick<Program, 'house' | 'address' | 'demo'>,
  settings: Settings,
  tookMs: number,
): Promise<string> {
  const holdings = await holdingsOf(house);
  return [
    '',
    `  OpenGOA 机关事务协同数智平台  ${address}   (${(tookMs / 1_000).toFixed(1)} s)`,
    '',
    `  ${holdings.map(({ what, count }) => `${what} ${count.toLocaleString('en')}`).join(' · ')}`,
    '',
    ...(await howToComeIn(house, settings, demo)).map((line) => `  ${line}`),
    '  Ctrl-C 停止 · to stop',
    '',
  ].join('\n');
}

async function howToComeIn({ kernel }: OpenHouse, settings: Settings, demo: boolean): Promise<string[]> {
  if (demo) return (await import('../../demo/demo-accounts.ts')).demoAccountLines(settings.data);
  if (settings.demo) return [];
  // An empty office has no account and no password: whoever reads this terminal becomes its first administrator, once.
  const offer = await offerFirstAdministrator(kernel);
  if (!offer) return [];
  return [
    `首任系统管理员一次性启用码 · one-time code for the first administrator:  ${offer.code}`,
    `  ${offer.expiresAt.toISOString()} 前有效,重新启动会换新码 · valid until then; each start offers a new one`,
    '  用浏览器打开上面的地址,填入此码、单位、姓名、账号与口令,随后绑定动态口令;再配备安全与审计管理员。',
    '  Open the address above, give the code, your institution, name, account and password, then bind a one-time-code app;',
    '  then appoint the security and the audit administrator.',
    '',
  ];
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
