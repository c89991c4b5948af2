import { createHash, randomBytes } from 'node:crypto';
import {
  chmodSync,
  chownSync,
  existsSync,
  lchownSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { RunAs } from './run-as.ts';

/** Where things are in a data folder (`OPENGOA_DATA`). */
export function clusterPaths(folder: string) {
  const root = resolve(folder);
  return {
    root,
    data: join(root, 'postgres'),
    /** A cluster that is being made; it becomes `data` when it is whole. */
    unfinished: join(root, 'postgres.unfinished'),
    passwords: join(root, 'postgres-passwords.json'),
    startLog: join(root, 'postgres-start.log'),
    sockets: join(root, 'run'),
    /** Stands while a backup is being put back; what is beside it then is not whole. */
    restoring: join(root, 'restoring'),
    ballast: join(root, 'ballast'),
  };
}

/** Makes the data folder: others may pass through it (the server's account must), but not list it. */
export function makeDataFolder(folder: string): void {
  const { root } = clusterPaths(folder);
  if (existsSync(root)) return;
  mkdirSync(root, { recursive: true });
  chmodSync(root, 0o711);
}

export interface Passwords {
  readonly superuser: string;
  readonly owner: string;
  readonly app: string;
}

/** The random passwords of this cluster, made at the first call, readable by the program's own account only. */
export function passwordsOf(folder: string): Passwords {
  const { passwords } = clusterPaths(folder);
  if (existsSync(passwords)) return JSON.parse(readFileSync(passwords, 'utf8')) as Passwords;
  const made: Passwords = { superuser: password(), owner: password(), app: password() };
  writeFileSync(passwords, `${JSON.stringify(made, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
  return made;
}

function password(): string {
  return randomBytes(24).toString('base64url');
}

/** The system's limit for the path of a socket, with its closing zero. */
const socketPathBytesMax = process.platform === 'darwin' ? 104 : 108;

/**
 * A folder of the server's own account, closed to others, where its socket can live: inside the data folder when the path is
 * short enough, else beside the machine's temporary files. Undefined where the system has no such sockets.
 */
export function makeSocketFolder(folder: string, as: RunAs, reachable: boolean): string | undefined {
  if (process.platform === 'win32') return undefined;
  const inside = clusterPaths(folder).sockets;
  if (reachable && fits(inside)) return claim(inside, as) ?? inside;
  const digest = createHash('sha256').update(resolve(folder)).digest('hex').slice(0, 12);
  const beside = join(tmpdir(), `opengoa-${digest}`);
  return claim(beside, as) ?? claim(mkdtempSync(join(tmpdir(), 'opengoa-')), as);
}

/** A socket folder beside the machine's temporary files is not left behind. */
export function removeSocketFolder(folder: string, socketFolder: string | undefined): void {
  if (socketFolder !== undefined && socketFolder !== clusterPaths(folder).sockets) {
    rmSync(socketFolder, { recursive: true, force: true });
  }
}

function fits(path: string): boolean {
  return Buffer.byteLength(join(path, '.s.PGSQL.5432')) < socketPathBytesMax;
}

/** Undefined when something of another owner stands there: in a shared temporary folder anybody may have put it. */
function claim(path: string, as: RunAs): string | undefined {
  const owner = as.uid ?? process.getuid?.() ?? 0;
  try {
    mkdirSync(path, { mode: 0o700 });
    giveTo(path, as);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
  const found = lstatSync(path);
  if (!found.isDirectory()) return undefined;
  if (found.uid !== owner) {
    if (found.uid !== process.getuid?.()) return undefined;
    giveTo(path, as);
  }
  chmodSync(path, 0o700);
  return path;
}

/** Hands a file or folder to the server's account. */
export function giveTo(path: string, as: RunAs): void {
  if (as.uid !== undefined && as.gid !== undefined) chownSync(path, as.uid, as.gid);
}

/**
 * A data directory made or restored by another account becomes this one's: started once as root and once in a namespace, or put
 * back from a backup. Only root can do so; for others PostgreSQL says what is wrong.
 */
export function giveWholeTo(folder: string, as: RunAs): void {
  if (process.getuid?.() !== 0) return;
  const uid = as.uid ?? 0;
  const gid = as.gid ?? 0;
  if (lstatSync(folder).uid === uid) return;
  for (const entry of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    lchownSync(join(entry.parentPath, entry.name), uid, gid);
  }
  // The folder itself last: an interrupted change is done again.
  lchownSync(folder, uid, gid);
}
