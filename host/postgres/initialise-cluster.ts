import { spawn } from 'node:child_process';
import {
  chmodSync,
  closeSync,
  existsSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { clusterPaths, giveTo, passwordsOf } from './cluster-folder.ts';
import { commandAs, dataArgument, type RunAs } from './run-as.ts';
import { defaults } from './settings.ts';
import { StartRefused } from './start-refused.ts';

/** The PostgreSQL major a data directory was made by, or undefined when there is none. */
export function clusterVersion(folder: string): number | undefined {
  const mark = join(clusterPaths(folder).data, 'PG_VERSION');
  return existsSync(mark) ? Number(readFileSync(mark, 'utf8')) : undefined;
}

/**
 * Makes an empty cluster with page checksums, UTF-8, the built-in `C.UTF-8` order (no change of system library can reorder an
 * index) and SCRAM for every door. It is made under another name and renamed when whole, so that an interrupted
 * making is never taken for a cluster.
 *
 * @throws StartRefused `initialise-failed`
 */
export async function initialiseCluster(folder: string, as: RunAs, durable: boolean): Promise<void> {
  const { data, unfinished } = clusterPaths(folder);
  rmSync(unfinished, { recursive: true, force: true });
  mkdirSync(unfinished, { mode: 0o700 });
  giveTo(unfinished, as);
  const password = openPasswordFile(folder, as);
  const { command, args, uid, gid } = commandAs(as, 'initdb', [
    `--pgdata=${dataArgument(unfinished)}`,
    `--username=${defaults.superuser}`,
    '--pwfile=/dev/fd/3',
    '--encoding=UTF8',
    '--locale=C',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--data-checksums',
    '--auth-local=scram-sha-256',
    '--auth-host=scram-sha-256',
    '--no-instructions',
    ...(durable ? [] : ['--no-sync']),
  ]);
  const identity = uid === undefined ? {} : { uid, gid: gid! };
  const child = spawn(command, args, {
    cwd: unfinished,
    env: serverEnvironment(),
    stdio: ['ignore', 'pipe', 'pipe', password],
    ...identity,
  });
  closeSync(password);
  let said = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (part: Buffer) => (said = (said + part.toString()).slice(-4000)));
  }
  const code = await new Promise<number | string>((done) => {
    child.on('error', (error) => done(error.message));
    child.on('close', (exit, signal) => done(exit ?? signal ?? 1));
  });
  if (code !== 0) {
    rmSync(unfinished, { recursive: true, force: true });
    throw new StartRefused(
      'initialise-failed',
      {
        zh: `无法在 ${data} 建立数据库（${code}）。请检查目录权限和磁盘空间。`,
        en: `The database could not be made in ${data} (${code}). Check the folder's rights and the disk's space.`,
      },
      said.trim(),
    );
  }
  writeAccessRules(unfinished, as);
  renameSync(unfinished, data);
}

/**
 * The first password as an open file without a name: initdb's account may read it, nobody can find it, and nothing is left when
 * we are interrupted.
 */
function openPasswordFile(folder: string, as: RunAs): number {
  const path = join(clusterPaths(folder).root, `.first-password-${process.pid}`);
  writeFileSync(path, `${passwordsOf(folder).superuser}\n`, { mode: 0o600 });
  giveTo(path, as);
  const open = openSync(path, 'r');
  rmSync(path);
  return open;
}

/** Only local sockets and loopback, only with a password. */
function writeAccessRules(data: string, as: RunAs): void {
  const path = join(data, 'pg_hba.conf');
  const rules = [
    '# Written by OpenGOA. Loopback and local socket only; a password for everybody.',
    'local all all scram-sha-256',
    'host all all 127.0.0.1/32 scram-sha-256',
    'host all all ::1/128 scram-sha-256',
  ];
  writeFileSync(path, `${rules.join('\n')}\n`);
  chmodSync(path, 0o600);
  giveTo(path, as);
}

/** Nothing of our own environment reaches the server: no PG* variable, no locale, no secret. */
export function serverEnvironment(): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', LANG: 'C', TZ: 'UTC' };
}
