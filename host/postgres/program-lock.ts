import { readFileSync, realpathSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { processState } from './process-state.ts';
import { StartRefused } from './start-refused.ts';

/** Who works on a data folder. `since` and `boot` tell a living owner from a later process with the same id. */
export interface LockOwner {
  readonly pid: number;
  readonly since: string;
  readonly boot: string;
  readonly startedAt: string;
  readonly token: string;
}

const fileName = 'program.lock';

function bootId(): string {
  try {
    return readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  } catch {
    return '';
  }
}

/** The living program that holds the folder, if there is one. */
export function livingOwner(folder: string): LockOwner | undefined {
  const owner = readOwner(folder);
  return owner && lives(owner) ? owner : undefined;
}

function readOwner(folder: string): LockOwner | undefined {
  try {
    return JSON.parse(readFileSync(join(folder, fileName), 'utf8')) as LockOwner;
  } catch {
    return undefined;
  }
}

function lives(owner: LockOwner): boolean {
  if (owner.boot !== bootId()) return false;
  const now = processState(owner.pid);
  return now.is === 'running' && (now.since ?? '') === owner.since;
}

/**
 * Takes the data folder for this program, or refuses with a sentence that names who has it (REL-05). A lock left by a program
 * that was killed is taken over. Two that take over at the same moment both write and then look again: the later one has it.
 * Should even that fail, PostgreSQL's own lock keeps a second server off the files.
 *
 * @returns gives the folder back
 * @throws StartRefused `second-program`
 */
export async function takeFolder(folder: string): Promise<() => void> {
  const path = join(folder, fileName);
  const me: LockOwner = {
    pid: process.pid,
    since: processState(process.pid).since ?? '',
    boot: bootId(),
    startedAt: new Date().toISOString(),
    token: `${process.pid}-${process.hrtime.bigint()}`,
  };
  const text = `${JSON.stringify(me)}\n`;
  try {
    writeFileSync(path, text, { flag: 'wx', mode: 0o644 });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const owner = readOwner(folder);
    if (owner && lives(owner)) throw refusal(folder, owner);
    const mine = `${path}.${process.pid}`;
    writeFileSync(mine, text, { mode: 0o644 });
    renameSync(mine, path);
    await new Promise((done) => setTimeout(done, 60));
    const holder = readOwner(folder);
    if (holder && holder.token !== me.token) throw refusal(folder, holder);
  }
  return () => {
    if (readOwner(folder)?.token === me.token) rmSync(path, { force: true });
  };
}

function refusal(folder: string, owner: LockOwner): StartRefused {
  const where = realpathSync(folder);
  return new StartRefused('second-program', {
    zh: `数据目录 ${where} 正由另一个 OpenGOA 程序使用（进程 ${owner.pid}，启动于 ${owner.startedAt}）。请先停止它，或用 OPENGOA_DATA 指定另一个目录。`,
    en: `The data folder ${where} is in use by another OpenGOA program (process ${owner.pid}, started ${owner.startedAt}). Stop it first, or name another folder with OPENGOA_DATA.`,
  });
}
