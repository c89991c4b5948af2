import { existsSync, realpathSync } from 'node:fs';
import { findBinaries } from './binaries.ts';
import { addressOf, clusterAddresses, type Listening } from './addresses.ts';
import { makeRoomToStart } from './ballast.ts';
import {
  clusterPaths,
  giveWholeTo,
  makeDataFolder,
  makeSocketFolder,
  passwordsOf,
  removeSocketFolder,
} from './cluster-folder.ts';
import { freePort } from './free-port.ts';
import { clusterVersion, initialiseCluster } from './initialise-cluster.ts';
import { makeLibraryLinks } from './library-links.ts';
import { clearOrphan, readPidFile } from './orphan.ts';
import { prepareDatabase, prepareRoles } from './prepare-roles.ts';
import { livingOwner, takeFolder } from './program-lock.ts';
import { decideRunAs, reaches, type RunAs } from './run-as.ts';
import { defaults } from './settings.ts';
import { StartRefused } from './start-refused.ts';
import { superviseServer } from './supervise-server.ts';
import type { ServerEvent } from './supervise-server.ts';

/** A line for the person who waits, Chinese with English beside it. */
export type Progress = (line: string) => void;

export interface StartOptions {
  /** The data folder (`OPENGOA_DATA`); made when it does not exist. */
  readonly folder: string;
  readonly progress?: Progress | undefined;
  readonly connections?: number | undefined;
  /** Only for throw-away test clusters: no fsync, no full pages, no waiting for the disk. */
  readonly durable?: boolean | undefined;
  /** Server settings over ours, for trials such as the control of a power-cut test. */
  readonly settings?: Record<string, string> | undefined;
  /** How many deaths of the database within how long are answered by starting it again. */
  readonly restarts?: { readonly most: number; readonly withinSeconds: number } | undefined;
  /** Told when the database died and is being started again, is back, or was given up. */
  readonly onEvent?: ((event: ServerEvent) => void) | undefined;
  readonly stopSeconds?: number | undefined;
}

export interface Cluster {
  /** Superuser of the embedded server: backups and the server's own care, nothing else. */
  readonly superUrl: string;
  /** Owns the schema and migrates. Not a superuser. */
  readonly ownerUrl: string;
  /** Works. Owns nothing. */
  readonly appUrl: string;
  /** Undefined where the server listens on a loopback port (Windows). */
  readonly socketFolder: string | undefined;
  readonly port: number;
  /** The data directory of PostgreSQL itself. */
  readonly dataFolder: string;
  readonly runsAs: string;
  /** The postmaster's process id now; it changes when the database was started again. */
  pid(): number;
  /** Stops the database and gives the folder back. Asking twice is one stop. */
  stop(): Promise<void>;
}

const majorVersion = 18;

/**
 * Starts the embedded PostgreSQL of a data folder: makes it when there is none, clears what a killed program left, watches it
 * and starts it again when it dies.
 *
 * @throws StartRefused with a bilingual sentence: another program has the folder, no binaries, no account, damaged or foreign data
 */
export async function startCluster(options: StartOptions): Promise<Cluster> {
  const progress = options.progress ?? (() => undefined);
  const durable = options.durable ?? true;
  const native = findBinaries();
  makeLibraryLinks(native);
  makeDataFolder(options.folder);
  if (!livingOwner(options.folder)) makeRoomToStart(options.folder, progress);
  const giveBack = await takeFolder(options.folder);
  try {
    const paths = clusterPaths(options.folder);
    const as = decideRunAs(native, paths.root);
    await makeReady(options.folder, as, durable, progress, options.stopSeconds);
    const at = await whereToListen(options.folder, as);
    const server = await superviseServer({ ...options, as, at, durable, progress });
    const passwords = passwordsOf(options.folder);
    try {
      const maintenanceUrl = addressOf(at, defaults.superuser, passwords.superuser, 'postgres');
      await prepareRoles(maintenanceUrl, passwords);
      await prepareDatabase(maintenanceUrl, defaults.database);
    } catch (error) {
      await server.stop();
      throw error;
    }
    let stopped: Promise<void> | undefined;
    return {
      ...clusterAddresses(at, passwords),
      ...at,
      socketFolder: at.socketFolder,
      dataFolder: paths.data,
      runsAs: as.name,
      pid: server.pid,
      stop: () =>
        (stopped ??= server.stop().finally(() => {
          removeSocketFolder(options.folder, at.socketFolder);
          giveBack();
        })),
    };
  } catch (error) {
    giveBack();
    throw error;
  }
}

async function makeReady(folder: string, as: RunAs, durable: boolean, progress: Progress, stopSeconds?: number) {
  const { data, restoring } = clusterPaths(folder);
  if (existsSync(restoring)) {
    throw new StartRefused('incomplete-folder', {
      zh: `${folder} 中的恢复没有完成。请清空该目录（保留 keys）后重新恢复。`,
      en: `A restore into ${folder} was not finished. Empty the folder (keep keys) and restore again.`,
    });
  }
  if (!existsSync(data)) {
    progress('正在建立数据库 · making the database');
    await initialiseCluster(folder, as, durable);
    return;
  }
  const version = clusterVersion(folder);
  if (version === undefined) {
    throw new StartRefused('incomplete-folder', {
      zh: `${data} 不是完整的数据库目录（缺少 PG_VERSION）。请从备份恢复，或移走它后重新启动。`,
      en: `${data} is not a whole database directory (no PG_VERSION). Restore a backup, or move it away and start again.`,
    });
  }
  if (version !== majorVersion) {
    throw new StartRefused('wrong-version', {
      zh: `数据库由 PostgreSQL ${version} 建立，本程序带的是 ${majorVersion}。请用原版本导出后再导入。`,
      en: `The database was made by PostgreSQL ${version}; this program brings ${majorVersion}. Export it with the earlier release and import it here.`,
    });
  }
  const found = await clearOrphan(realpathSync(data), stopSeconds);
  giveWholeTo(data, as);
  if (found === 'stopped') progress('已停止上次遗留的数据库进程 · stopped a database left by an earlier run');
  if (found === 'stale-file') progress('已清理上次异常退出的痕迹 · cleared the traces of an earlier crash');
}

async function whereToListen(folder: string, as: RunAs): Promise<Listening> {
  const socketFolder = makeSocketFolder(folder, as, reaches(as, clusterPaths(folder).root));
  return socketFolder === undefined ? { port: await freePort() } : { socketFolder, port: 5432 };
}

/**
 * The cluster that another living program of ours has started on this folder, for a second command beside it (`opengoa backup`
 * while the server runs). Undefined when nobody runs it: then start it.
 */
export function runningCluster(folder: string): (Omit<Cluster, 'stop' | 'runsAs'> & { ownerPid: number }) | undefined {
  const owner = livingOwner(folder);
  const { data } = clusterPaths(folder);
  const file = owner && readPidFile(data);
  if (!owner || !file?.ready) return undefined;
  const socketFolder = file.socketFolder || undefined;
  const at = { socketFolder, port: file.port };
  return {
    ...clusterAddresses(at, passwordsOf(folder)),
    ...at,
    dataFolder: data,
    pid: () => file.pid,
    ownerPid: owner.pid,
  };
}

/**
 * For commands: the running cluster when a program has it, else one started for the duration. `stop` ends only what this call
 * began.
 */
export async function joinOrStartCluster(options: StartOptions): Promise<Omit<Cluster, 'runsAs'>> {
  const running = existsSync(clusterPaths(options.folder).data) ? runningCluster(options.folder) : undefined;
  return running ? { ...running, stop: async () => undefined } : startCluster(options);
}
