import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { makeLibraryLinks } from './library-links.ts';
import { StartRefused } from './start-refused.ts';

/**
 * As whom PostgreSQL runs; it refuses to run as root.
 * - `self`: we are not root.
 * - `account`: root lends its work to an unprivileged account.
 * - `namespace`: the files stay root's, and a user namespace shows the server another number. For clones that no other account
 *   can reach, such as one under /root.
 */
export interface RunAs {
  readonly kind: 'self' | 'account' | 'namespace';
  readonly name: string;
  readonly uid?: number;
  readonly gid?: number;
  /** Where the binaries are that this account can reach. */
  readonly native: string;
}

const mappedToNobody = ['-U', '--map-user=65534', '--map-group=65534', '--'];
const accounts = ['postgres', 'nobody'];

/** The command as this account: what to hand to `spawn`. */
export function commandAs(
  as: RunAs,
  program: 'postgres' | 'initdb',
  args: readonly string[],
): { command: string; args: string[]; uid?: number; gid?: number } {
  const path = join(as.native, 'bin', program);
  if (as.kind === 'namespace') return { command: 'unshare', args: [...mappedToNobody, path, ...args] };
  const identity = as.kind === 'account' ? { uid: as.uid!, gid: as.gid! } : {};
  return { command: path, args: [...args], ...identity };
}

/**
 * The least surprising way that works on this machine: ourselves; `postgres` or `nobody` where that account reaches both the
 * binaries and the folder; a user namespace; and where a container forbids those, an account with a copy of the binaries that
 * works in the folder by its handle (see `dataArgument`).
 *
 * @param folder the existing folder that will hold the data directory
 * @throws StartRefused `no-account`
 */
export function decideRunAs(native: string, folder: string): RunAs {
  if (process.getuid?.() !== 0) return { kind: 'self', name: 'self', native };
  const known = accounts.flatMap((name) => findAccount(name) ?? []);
  for (const account of known) {
    if (canRun(account, native) && canEnter(account, folder)) return { kind: 'account', ...account, native };
  }
  if (runs('unshare', [...mappedToNobody, join(native, 'bin', 'postgres'), '--version'])) {
    return { kind: 'namespace', name: 'root in a user namespace', native };
  }
  for (const account of known) {
    const reachable = canRun(account, native) ? native : copyFor(account, native);
    if (reachable) return { kind: 'account', ...account, native: reachable };
  }
  throw new StartRefused('no-account', {
    zh: 'PostgreSQL 不能以 root 运行，而本机没有可用的普通账户（postgres、nobody），也不允许用户命名空间。请用普通账户启动，或用 DATABASE_URL 指定服务器。',
    en: 'PostgreSQL does not run as root, and this machine has neither a usable account (postgres, nobody) nor user namespaces. Start as an ordinary user, or name a server with DATABASE_URL.',
  });
}

/**
 * The data directory as the server is told it. The server is started standing in it, and on Linux it may be called by that
 * handle: an account that may not walk the folders above (a clone under /root) still reaches it.
 */
export function dataArgument(dataFolder: string): string {
  return process.platform === 'linux' && process.getuid?.() === 0 ? '/proc/self/cwd' : dataFolder;
}

interface Account {
  readonly name: string;
  readonly uid: number;
  readonly gid: number;
}

function findAccount(name: string): Account | undefined {
  const line = existsSync('/etc/passwd')
    ? readFileSync('/etc/passwd', 'utf8')
        .split('\n')
        .find((row) => row.startsWith(`${name}:`))
    : undefined;
  const [, , uid, gid] = line?.split(':') ?? [];
  return uid && gid && uid !== '0' ? { name, uid: Number(uid), gid: Number(gid) } : undefined;
}

function runs(command: string, args: string[], identity: object = {}): boolean {
  return spawnSync(command, args, { stdio: 'ignore', cwd: '/', timeout: 20_000, ...identity }).status === 0;
}

function canRun({ uid, gid }: Account, native: string): boolean {
  return runs(join(native, 'bin', 'postgres'), ['--version'], { uid, gid });
}

function canEnter({ uid, gid }: Account, folder: string): boolean {
  return runs('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { uid, gid });
}

/** A copy owned by root and readable by all, made once per version. */
function copyFor(account: Account, native: string): string | undefined {
  const version =
    readFileSync(join(native, '..', 'package.json'), 'utf8').match(/"version": *"([^"]+)"/)?.[1] ?? 'unknown';
  for (const base of ['/var/lib/opengoa', join(tmpdir(), 'opengoa-postgresql')]) {
    try {
      mkdirSync(base, { recursive: true });
      if (lstatSync(base).uid !== 0 || lstatSync(base).isSymbolicLink()) continue;
      chmodSync(base, 0o755);
      const copy = join(base, `postgresql-${version}`, 'native');
      if (!existsSync(copy)) copyWhole(native, copy);
      if (canRun(account, copy)) return copy;
    } catch {
      continue; // a read-only or full place; the next one may do
    }
  }
  return undefined;
}

function copyWhole(native: string, copy: string): void {
  const half = `${join(copy, '..')}.${process.pid}`;
  rmSync(half, { recursive: true, force: true });
  cpSync(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true });
  makeLibraryLinks(join(half, 'native'));
  chmodSync(half, 0o755);
  renameSync(half, join(copy, '..'));
}

/** Whether the server's account can walk to this folder by its path. */
export function reaches(as: RunAs, folder: string): boolean {
  return as.kind !== 'account' || canEnter({ name: as.name, uid: as.uid!, gid: as.gid! }, folder);
}
