import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { sql } from '@opengoa/kernel';
import { reading, type Kernel } from '@opengoa/kernel/host';
import { founder } from './acting.ts';
import { loadCity } from './city/load-city.ts';
import { usualSeed } from './city/plan-city.ts';
import { driveInquiries } from './drive-inquiries.ts';
import { driveMonth } from './drive-month.ts';
import { foundCity } from './found-city.ts';
import { handleFindings } from './handle-findings.ts';
import { importMeters } from './import-meters.ts';
import { keepAssets } from './keep-assets.ts';
import { keepDepending } from './keep-depending.ts';
import { keepBooks } from './keep-books.ts';
import { keepEnergyOffice } from './keep-energy-office.ts';
import { keepHomes } from './keep-homes.ts';
import { keepRiskRegister } from './keep-risk-register.ts';
import { keepSpaceOffice } from './keep-space-office.ts';
import { keepSpaceWork } from './keep-space-work.ts';
import { keepWarehouse } from './keep-warehouse.ts';
import { keepWindows } from './keep-windows.ts';
import { openAccounts, readDemoAccounts } from './open-accounts.ts';
import { readOldMessages } from './read-messages.ts';
import { takeSigns } from './take-signs.ts';

/** The town is small and quick, for tests; the city is of real size. */
export type DemoSize = 'town' | 'city';

export interface LoadOptions {
  readonly data: string;
  /** The town where nothing else is said. */
  readonly size?: DemoSize;
  /** Of the city: another seed is another year, with other things planted in it. */
  readonly seed?: number;
  /** How much of the city's fleets and their people; all where nothing is said. */
  readonly share?: number;
  /** A file that stands while the store holds half a city: a start that finds it begins anew. */
  readonly mark: string;
  /** Where the real readings come from: the sample beside these files. */
  readonly meters?: typeof importMeters;
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
export async function loadDemo(kernel: Kernel, options: LoadOptions): Promise<boolean> {
  const { data, mark, progress } = options;
  if (!(await wantsDemo(kernel, data, progress))) return false;
  mkdirSync(dirname(mark), { recursive: true, mode: 0o700 });
  writeFileSync(mark, '', { flush: true });
  await writeCity(kernel, options);
  rmSync(mark);
  return true;
}

async function writeCity(
  kernel: Kernel,
  { data, size = 'town', seed = usualSeed, share = 1, meters = importMeters, progress, signal }: LoadOptions,
): Promise<void> {
  progress('演示城市:机构、人员、授权 · the demo city: units, people, rights');
  await foundCity(kernel, signal);
  const today = kernel.registers.calendar().dayOf(kernel.clock());
  progress('演示账号 · accounts');
  const accounts = openAccounts(kernel, data, signal);
  // Vehicles and meters know nothing of each other; passwords are hashed on threads of their own.
  const metersOfTown = meters(kernel, { progress, signal });
  const vehicles = async () => {
    if (size === 'city') await loadCity(kernel, { seed, share, today, atOnce: 8, progress, signal });
    await accounts;
    await driveTown(kernel, today, { progress, signal });
  };
  const [read] = await Promise.all([metersOfTown, vehicles(), accounts]);
  const metersPeriod = read?.period ?? null;
  if (read) await keepEnergyOffice(kernel);
  await keepSpaceOffice(kernel, today);
  await keepSpaceWork(kernel, today);
  await keepHomes(kernel, today);
  await driveInquiries(kernel, today, signal);
  await keepAssets(kernel, today);
  await keepWarehouse(kernel, today, size);
  await keepBooks(kernel, today);
  await keepDepending(kernel, today);
  const findings = await handleFindings(kernel, today, { metersPeriod, signal });
  progress(`风险规则已运行,待核实异常 ${findings} 条 · rules run, ${findings} findings`);
  await keepRiskRegister(kernel, today, signal);
  await keepWindows(kernel, today, signal);
  await takeSigns(kernel, today, signal);
  await readOldMessages(kernel, today);
  signal.throwIfAborted();
}

async function driveTown(
  kernel: Kernel,
  today: string,
  options: Pick<LoadOptions, 'progress' | 'signal'>,
): Promise<void> {
  if (!existsSync(join(import.meta.dirname, '..', 'domains', 'vehicles', 'domain.ts'))) return;
  const { trips } = await driveMonth(kernel, today, options);
  options.progress(`一个月用车 · a month of ${trips} trips`);
}

const holdsAnything = (kernel: Kernel): Promise<boolean> =>
  reading(kernel, { actor: founder(), who: ['system-admin'], room: 'kernel' }, async (tx) => {
    const [row] = await tx.rows<{ is: boolean }>(
      sql`select exists (select from kernel.fact) or exists (select from kernel.unit) as is`,
    );
    return row?.is ?? false;
  });
