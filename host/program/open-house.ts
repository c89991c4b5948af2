import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createSecretKey, randomBytes } from 'node:crypto';
import { join } from 'node:path';
import type pg from 'pg';
import type { Logger } from 'pino';
import type { Room } from '@opengoa/kernel';
import { openCrypto } from '@opengoa/kernel/crypto';
import { FileFolder } from '@opengoa/kernel/files';
import {
  assemble,
  keysInDatabase,
  liveRegisters,
  loadKits,
  loadSteps,
  migrate,
  openPool,
  type Kernel,
  type LiveRegisters,
} from '@opengoa/kernel/host';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { assertDurability } from '../postgres/assert-durability.ts';
import { withPerson } from '../postgres/addresses.ts';
import { joinOrStartCluster, startCluster, type Cluster } from '../postgres/start-cluster.ts';
import { outside } from '../outside/outside.ts';
import { connectWithin } from './connect-within.ts';
import { findRooms, houseFolder } from './find-rooms.ts';
import { emptyHalfLoadedDemo } from './mode-of-folder.ts';
import type { Settings } from './settings.ts';

export interface OpenHouse {
  readonly kernel: Kernel;
  readonly registers: LiveRegisters;
  readonly pool: pg.Pool;
  readonly urls: { readonly owner: string; readonly app: string; readonly superuser: string | null };
  readonly cluster: Pick<Cluster, 'pid' | 'dataFolder'> | null;
  /** Names of the migrations that ran just now. */
  readonly migrated: readonly string[];
  /** Why writes are refused at the moment, or null. */
  setAside: string | null;
  close(): Promise<void>;
}

export interface OpenOptions {
  readonly settings: Settings;
  readonly log: Logger;
  readonly progress: (line: string) => void;
  /** A command may join a running program's database; the program itself must own it. */
  readonly mayJoin?: boolean;
  readonly clock?: () => Date;
  readonly poolSize?: number;
  /** Milliseconds a statement may take: ten seconds where people wait for answers, longer for a command's own work. */
  readonly statementMs?: number;
  /** Commits are not waited for; for loading what is emptied if it breaks off (`openPool`). */
  readonly lazyCommits?: boolean;
  /** Rooms besides those found on the disk: the one that figures are measured in. */
  readonly alsoRooms?: readonly Room[];
}

/** A secret of this installation, made once and kept 0600 in the data folder: outside the database and its backups. */
export function keptSecret(folder: string, name: string, bytes = 32): Buffer {
  const keys = join(folder, 'keys');
  mkdirSync(keys, { recursive: true, mode: 0o700 });
  const path = join(keys, name);
  if (!existsSync(path)) writeFileSync(path, randomBytes(bytes).toString('hex'), { mode: 0o600, flag: 'wx' });
  return Buffer.from(readFileSync(path, 'utf8').trim(), 'hex');
}

/**
 * Database, migrations, registers, crypto and rooms: everything but doors. Closed in reverse order.
 * @throws StartRefused, MigrationRefused, HouseRefused, StandardsRefused with sentences for the operator
 */
export async function openHouse({
  settings,
  log,
  progress,
  mayJoin,
  clock,
  poolSize,
  statementMs,
  lazyCommits,
  alsoRooms = [],
}: OpenOptions): Promise<OpenHouse> {
  mkdirSync(settings.data, { recursive: true });
  const rooms = [...(await findRooms()), ...alsoRooms];
  const standards = loadStandards(await findStandards(houseFolder));
  const steps = await loadSteps(houseFolder);

  const onEvent = (event: { type: string }) => log.warn({ event }, 'database');
  const cluster =
    settings.databaseUrl === null
      ? await (mayJoin ? joinOrStartCluster : startCluster)({ folder: settings.data, progress, onEvent })
      : null;
  const appPassword = cluster ? undefined : keptSecret(settings.data, 'database-app-password', 24).toString('hex');
  const owner = cluster?.ownerUrl ?? settings.databaseUrl!;
  const app = cluster?.appUrl ?? withPerson(owner, 'opengoa_app', appPassword!);
  const closing: (() => Promise<unknown> | void)[] = [];
  if (cluster) closing.push(() => cluster.stop());
  const close = async () => {
    for (const step of closing.toReversed()) await step();
    closing.length = 0;
  };

  try {
    const except = settings.checksums === 'storage' ? ['data_checksums'] : [];
    await assertDurability(owner, except);
    if (!mayJoin) await emptyHalfLoadedDemo(settings, cluster?.superUrl ?? null, progress);
    const { ran } = await migrate({
      ownerUrl: owner,
      roots: rooms.map((room) => room.folder),
      progress: (name) => progress(`迁移 ${name}`),
      ...(appPassword ? { appPassword } : {}),
    });
    // A role may have settings of its own, and it is the app's writes that are acknowledged to people.
    await assertDurability(app, except);
    const pool = openPool(
      app,
      {
        size: poolSize ?? 20,
        waitMs: 3_000,
        statementMs: statementMs ?? 10_000,
        lockMs: 3_000,
        idleTransactionMs: 15_000,
        ...(lazyCommits ? { lazyCommits } : {}),
      },
      (fault) => log.warn({ err: fault }, 'pool'),
    );
    closing.push(() => pool.end());
    const registers = await liveRegisters(pool, {
      node: 1,
      standards,
      steps,
      onFault: (fault) => log.warn({ err: fault }, 'registers'),
      ...(clock ? { clock } : {}),
    });
    closing.push(() => registers.stop());
    const crypto = await openCrypto({
      profile: settings.profile,
      keysFolder: join(settings.data, 'keys'),
      store: keysInDatabase(pool, 1),
    });
    const house: OpenHouse = {
      kernel: assemble({
        node: 1,
        pool,
        rooms,
        registers,
        crypto,
        kits: await loadKits(rooms),
        cursorKey: createSecretKey(keptSecret(settings.data, 'cursor-key')),
        setAside: () => house.setAside,
        ...(clock ? { clock } : {}),
      }),
      registers,
      pool,
      urls: { owner, app, superuser: cluster?.superUrl ?? null },
      cluster: cluster ? { pid: cluster.pid, dataFolder: cluster.dataFolder } : null,
      migrated: ran,
      setAside: null,
      close,
    };
    house.kernel.connect = connectWithin(settings.devices);
    house.kernel.outside = outside();
    house.kernel.files = new FileFolder(join(settings.data, 'files'));
    return house;
  } catch (error) {
    await close();
    throw error;
  }
}
