import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from '@opengoa/kernel';
import { reading, runJob, type Kernel } from '@opengoa/kernel/host';
import { as, does, founder } from './acting.ts';
import { driveMonth } from './drive-month.ts';
import { foundCity } from './found-city.ts';
import { importMeters } from './import-meters.ts';
import { openAccounts, readDemoAccounts } from './open-accounts.ts';

export interface LoadOptions {
  readonly data: string;
  /** A file that stands while the store holds half a city: a start that finds it begins anew. */
  readonly mark: string;
  readonly progress: (line: string) => void;
  readonly signal: AbortSignal;
}

/** Whether the store is empty and waits for a demo city; one with anything in it is left alone, and that is said. */
export async function wantsDemo(kernel: Kernel, data: string, progress: (line: string) => void): Promise<boolean> {
  if (!(await holdsAnything(kernel))) return true;
  if (readDemoAccounts(data).length === 0)
    progress('数据库非空,未加载演示数据 · the store is not empty: no demo is loaded');
  return false;
}

/** Loads the demo city into an empty store, through the verbs and with the same seed every time. */
export async function loadDemo(kernel: Kernel, { data, mark, progress, signal }: LoadOptions): Promise<boolean> {
  if (!(await wantsDemo(kernel, data, progress))) return false;
  mkdirSync(dirname(mark), { recursive: true, mode: 0o700 });
  writeFileSync(mark, '', { flush: true });
  await writeCity(kernel, { data, mark, progress, signal });
  rmSync(mark);
  return true;
}

async function writeCity(kernel: Kernel, { data, progress, signal }: LoadOptions): Promise<void> {
  progress('演示城市:机构、人员、授权 · the demo city: units, people, rights');
  await foundCity(kernel, signal);
  progress('演示账号 · accounts');
  await openAccounts(kernel, data, signal);
  const today = kernel.registers.calendar().dayOf(kernel.clock());
  if (existsSync(join(import.meta.dirname, '..', 'domains', 'vehicles', 'domain.ts'))) {
    const { trips } = await driveMonth(kernel, today, { progress, signal });
    progress(`一个月用车 · a month of ${trips} trips`);
  }
  const meters = await importMeters(kernel, { progress, signal });
  for (const { kit } of kernel.kits.values()) {
    await does(kernel, as('冯毅'), 'risk-centre.adopt-kit', { kit: kit.id, state: 'live', reason: '演示:试点启用' });
  }
  const risk = kernel.rooms.find(({ name }) => name === 'risk-centre');
  const runKits = risk?.jobs?.find(({ name }) => name === 'run-kits');
  if (runKits) {
    const month = new Date(Date.parse(today) - 35 * 86_400_000).toISOString().slice(0, 10);
    await runJob(kernel, 'risk-centre', runKits, { signal, asked: { period: [month, today] } });
    if (meters) await runJob(kernel, 'risk-centre', runKits, { signal, asked: { period: meters.period } });
    progress('风险规则已运行 · risk kits run');
  }
  signal.throwIfAborted();
}

const holdsAnything = (kernel: Kernel): Promise<boolean> =>
  reading(kernel, { actor: founder(), who: ['system-admin'], room: 'kernel' }, async (tx) => {
    const [row] = await tx.rows<{ is: boolean }>(
      sql`select exists (select from kernel.fact) or exists (select from kernel.unit) as is`,
    );
    return row?.is ?? false;
  });
