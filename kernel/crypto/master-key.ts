import { chmod, link, mkdir, open, readFile, rename, stat, unlink } from 'node:fs/promises';
import { join } from 'node:path';
import { CryptoFault, type Cipher } from './algorithm.ts';
import { randomBytes, randomSecret } from './random.ts';

/** One version of the master key. It wraps data keys and nothing else. */
export interface MasterKey {
  readonly id: string;
  readonly algorithm: string;
  readonly createdAt: string;
  readonly bytes: Buffer;
}

/** The master keys of a node, newest last. More than one only while a rotation is under way or an old backup must stay readable. */
export interface MasterKeyring {
  readonly keys: readonly MasterKey[];
}

interface KeyFile {
  format: 'opengoa-master-key/1';
  keys: { id: string; algorithm: string; createdAt: string; key: string }[];
}

/** `keys/master.json` in the data folder: outside the database, and outside what a backup takes (SEC-CR-07). */
export const masterKeyPath = (keysFolder: string): string => join(keysFolder, 'master.json');

/** Makes a new master key in memory. */
export const newMasterKey = (cipher: Cipher, now = new Date()): MasterKey => ({
  id: `master-${randomBytes(4).toString('hex')}`,
  algorithm: cipher.name,
  createdAt: now.toISOString(),
  bytes: randomBytes(cipher.keyBytes),
});

/**
 * Reads the master keys; null when there is no file.
 * @throws CryptoFault `master-key-open-to-others` when anybody but the owner may read the file, `master-key-unreadable` when it is not ours
 */
export async function readMasterKeys(keysFolder: string): Promise<MasterKeyring | null> {
  const path = masterKeyPath(keysFolder);
  const info = await stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  if (info === null) return null;
  if (process.platform !== 'win32' && (info.mode & 0o077) !== 0) {
    throw new CryptoFault('master-key-open-to-others', `${path} may be read by other accounts; run: chmod 600 ${path}`);
  }
  const unreadable = () => new CryptoFault('master-key-unreadable', `${path} is not a master key file of this program`);
  let file: KeyFile;
  try {
    file = JSON.parse(await readFile(path, 'utf8')) as KeyFile;
  } catch {
    throw unreadable();
  }
  if (file?.format !== 'opengoa-master-key/1' || !Array.isArray(file.keys) || file.keys.length === 0)
    throw unreadable();
  return {
    keys: file.keys.map(({ id, algorithm, createdAt, key }) => ({
      id,
      algorithm,
      createdAt,
      bytes: Buffer.from(key, 'base64'),
    })),
  };
}

/** Puts the first master key in place and gives the one that stands there, which is another program's if that was quicker. */
export async function createMasterKeys(keysFolder: string, first: MasterKey): Promise<MasterKeyring> {
  await mkdir(keysFolder, { recursive: true, mode: 0o700 });
  await chmod(keysFolder, 0o700);
  const draft = await writeDraft(keysFolder, { keys: [first] });
  try {
    await link(draft, masterKeyPath(keysFolder));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await unlink(draft);
  }
  return (await readMasterKeys(keysFolder))!;
}

/** Replaces the file in one step; a power cut leaves the old one or the new one. */
export async function replaceMasterKeys(keysFolder: string, keyring: MasterKeyring): Promise<void> {
  await rename(await writeDraft(keysFolder, keyring), masterKeyPath(keysFolder));
  await syncFolder(keysFolder);
}

async function writeDraft(keysFolder: string, keyring: MasterKeyring): Promise<string> {
  const path = join(keysFolder, `.master-${randomSecret(6)}.draft`);
  const file: KeyFile = {
    format: 'opengoa-master-key/1',
    keys: keyring.keys.map(({ id, algorithm, createdAt, bytes }) => ({
      id,
      algorithm,
      createdAt,
      key: bytes.toString('base64'),
    })),
  };
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(`${JSON.stringify(file, null, 2)}\n`);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolder(keysFolder);
  return path;
}

async function syncFolder(path: string): Promise<void> {
  if (process.platform === 'win32') return;
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
