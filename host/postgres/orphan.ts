import { readFileSync, realpathSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { processState, processesIn } from './process-state.ts';
import { stopPostmaster, waitForChildren } from './stop-cluster.ts';

/** What postmaster.pid says of a server: its lines are documented in PostgreSQL's miscadmin.h. */
export interface PidFile {
  readonly pid: number;
  readonly port: number;
  readonly socketFolder: string;
  readonly ready: boolean;
}

export function readPidFile(dataFolder: string): PidFile | undefined {
  try {
    const lines = readFileSync(join(dataFolder, 'postmaster.pid'), 'utf8').split('\n');
    const pid = Math.abs(Number(lines[0]));
    if (!pid) return undefined;
    return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' };
  } catch {
    return undefined;
  }
}

/**
 * Ends what an earlier program left behind: a server that outlived it is stopped, and a pid file whose process is a zombie, gone,
 * or meanwhile somebody else's is removed, since PostgreSQL would take it for a running server and refuse for ever. Call it only
 * while holding the data folder: then nobody living owns that server.
 *
 * @returns what was found
 */
export async function clearOrphan(dataFolder: string, seconds?: number): Promise<'nothing' | 'stopped' | 'stale-file'> {
  const file = readPidFile(dataFolder);
  if (!file) return 'nothing';
  const real = realpathSync(dataFolder);
  if (isServerOf(file.pid, real)) {
    await stopPostmaster(file.pid, real, seconds);
    if (processState(file.pid).is !== 'running') rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
    return 'stopped';
  }
  await waitForChildren(real);
  if (process.platform !== 'linux' && processState(file.pid).is === 'running') return 'nothing';
  rmSync(join(dataFolder, 'postmaster.pid'), { force: true });
  return 'stale-file';
}

/** True when the living process with this id is a server standing in this data directory, and not a later one with its number. */
function isServerOf(pid: number, realDataFolder: string): boolean {
  if (processState(pid).is !== 'running') return false;
  if (process.platform === 'linux') return processesIn(realDataFolder).includes(pid);
  return true;
}

/**
 * Removes the socket of a server that was killed, and the lock beside it: PostgreSQL refuses a lock whose process is a zombie. Call it
 * only when no server of this folder lives; the socket folder serves no other.
 */
export function clearSocket(socketFolder: string, port: number): void {
  for (const end of ['', '.lock']) rmSync(join(socketFolder, `.s.PGSQL.${port}${end}`), { force: true });
}
