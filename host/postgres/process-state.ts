import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, readlinkSync } from 'node:fs';

/** What the system says about a process id. A zombie has ended and only waits to be collected by its parent. */
export interface ProcessState {
  readonly is: 'running' | 'zombie' | 'gone';
  /** When it started, in the system's own units; tells a process from a later one with the same id. */
  readonly since?: string;
}

const onLinux = process.platform === 'linux';

export function processState(pid: number): ProcessState {
  if (!Number.isInteger(pid) || pid <= 0) return { is: 'gone' };
  return onLinux ? fromProc(pid) : fromPs(pid);
}

/** Fields of /proc/<pid>/stat after the name, which stands in brackets and may hold spaces: state is 0, start time is 19. */
function fromProc(pid: number): ProcessState {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'latin1');
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const state = fields[0] ?? '';
    const since = fields[19];
    if (state === 'Z' || state === 'X') return { is: 'zombie', ...(since && { since }) };
    return { is: 'running', ...(since && { since }) };
  } catch {
    return { is: 'gone' };
  }
}

function fromPs(pid: number): ProcessState {
  if (process.platform === 'win32') return { is: canSignal(pid) ? 'running' : 'gone' };
  const out = spawnSync('ps', ['-o', 'stat=,lstart=', '-p', String(pid)], { encoding: 'utf8', env: { LC_ALL: 'C' } });
  const [state, ...since] = out.stdout.trim().split(/\s+/);
  if (!state) return { is: 'gone' };
  return { is: state.startsWith('Z') ? 'zombie' : 'running', since: since.join(' ') };
}

function canSignal(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Living processes whose working directory is this folder: a postmaster and its children stand in their data directory. */
export function processesIn(realFolder: string): number[] {
  if (!onLinux) return [];
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map(Number)
    .filter((pid) => {
      try {
        return readlinkSync(`/proc/${pid}/cwd`) === realFolder && processState(pid).is === 'running';
      } catch {
        return false;
      }
    });
}

/** Sends a signal; false when the process is already gone. */
export function signal(pid: number, name: NodeJS.Signals): boolean {
  try {
    return process.kill(pid, name);
  } catch {
    return false;
  }
}

/** True as soon as the process is gone (or a zombie), false when the time is over. */
export async function waitUntilGone(pid: number, milliseconds: number): Promise<boolean> {
  const until = Date.now() + milliseconds;
  while (processState(pid).is === 'running') {
    if (Date.now() > until) return false;
    await new Promise((done) => setTimeout(done, 25));
  }
  return true;
}
