import { newId, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { contextFor, jobActorAtRoots, reading, runJob, setContext, txOn, type Kernel } from '@opengoa/kernel/host';
import { asRole } from '@opengoa/kernel/record';
import { as, does, founder } from './acting.ts';
import { minuteOf } from './days.ts';

/**
 * Signs of use as any night takes them: the vehicles and buildings stand in the ledger of assets, log-ins of computers were reported, and trips, seats,
 * papers and loans are taken together. Otherwise the pages of idle things would be empty until the first night.
 */
export async function takeSigns(kernel: Kernel, today: string, signal: AbortSignal): Promise<void> {
  for (const name of ['vehicle-cards', 'building-cards']) await letFollow(kernel, name);
  await reportLogIns(kernel, today);
  await runJob(kernel, 'assets.take-signs', { signal });
}

/** What a follower makes of what was told so far. The program’s own follower does it once more when it starts, and finds the same. */
async function letFollow(kernel: Kernel, name: string): Promise<void> {
  const follower = kernel.rooms.find((room) => room.name === 'assets')?.followers?.find((each) => each.name === name);
  if (!follower) return;
  const told = await reading(kernel, { actor: founder(), who: ['system-admin'], room: 'kernel' }, (tx) =>
    tx.rows<{ objectId: string }>(sql`
      select distinct object_id as "objectId" from kernel.fact where type = any (${[...follower.of]}::text[]) order by 1`),
  );
  const actor = jobActorAtRoots(`assets.${name}`, kernel.registers.organisation(''));
  await asRole(kernel.pool, { node: kernel.node, role: 'opengoa_assets' }, async (client) => {
    await setContext(client, { node: kernel.node, actor, who: ['job'], audit: true });
    await follower.follow(txOn(client), told as never, contextFor(kernel, actor, newId()));
  });
}

interface Computer {
  readonly number: string;
  readonly unit: string;
}

/** Every fourth computer was last used more than half a year ago, as the directory of log-ins tells. Made up. */
async function reportLogIns(kernel: Kernel, today: string): Promise<void> {
  const clerk = as('宋洁');
  const computers = await reading(kernel, { actor: clerk, who: ['assets-clerk'], room: 'assets' }, (tx) =>
    tx.rows<Computer>(sql`
      select number, unit_id as unit from assets.card
       where class in ('A02010105', 'A02010108') and state in ('in-use', 'in-stock') and number like 'YS-%' order by number`),
  );
  const last = ({ number }: Computer, n: number) => [
    number,
    'log-in',
    minuteOf(addDays(today, n % 4 === 2 ? -195 - 7 * n : -1 - (n % 6)), 16 * 60 + n).toISOString(),
  ];
  const signs = computers.map((each, n) => ({ unit: each.unit, sign: last(each, n) }));
  for (const [unit, told] of Map.groupBy(signs, (each) => each.unit))
    await does(kernel, clerk, 'assets.report-signs', {
      unit,
      source: '终端登录日志(演示)',
      since: minuteOf(addDays(today, -420), 0).toISOString(),
      signs: told.map(({ sign }) => sign),
    });
}
