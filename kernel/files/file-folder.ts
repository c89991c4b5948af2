import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { isId, type Id } from '../id.ts';

/** The few things done to the disk whose order decides what a power cut leaves. */
export interface Disk {
  /** Flushes a file's bytes. */
  syncFile(path: string): Promise<void>;
  /** Flushes a folder's names, so that a file in it is found again. */
  syncFolder(path: string): Promise<void>;
  rename(from: string, to: string): Promise<void>;
}

async function sync(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

export const disk: Disk = { syncFile: sync, syncFolder: sync, rename };

const incomingName = 'incoming';
const nameForm = /^([0-9a-f-]{36})$/;

/**
 * `OPENGOA_DATA/files`: each file under its id in one of 256 folders, uploads on their way in `incoming/`. Nothing that
 * a person wrote ever becomes part of a path (SEC-FI-05).
 */
export class FileFolder {
  readonly root: string;
  readonly disk: Disk;

  constructor(root: string, onDisk: Disk = disk) {
    this.root = root;
    this.disk = onDisk;
  }

  /** @throws RangeError for anything that is not an id of this program */
  pathOf(id: Id): string {
    if (!isId(id)) throw new RangeError('not a file id');
    return join(this.root, id.slice(-2), id);
  }

  incomingOf(id: Id): string {
    if (!isId(id)) throw new RangeError('not a file id');
    return join(this.root, incomingName, id);
  }

  async prepare(): Promise<void> {
    await mkdir(join(this.root, incomingName), { recursive: true, mode: 0o700 });
    await this.disk.syncFolder(this.root);
    await this.disk.syncFolder(dirname(this.root));
  }

  /**
   * Moves an upload to its place, so that it is there after a power cut: its bytes are flushed, then the name, then the
   * folder that holds the name, then the folder that holds the folder (SEC-FI-07).
   */
  async keep(id: Id): Promise<void> {
    const place = this.pathOf(id);
    const folder = dirname(place);
    await this.disk.syncFile(this.incomingOf(id));
    const made = await mkdir(folder, { recursive: true, mode: 0o700 });
    await this.disk.rename(this.incomingOf(id), place);
    await this.disk.syncFolder(folder);
    if (made !== undefined) await this.disk.syncFolder(this.root);
  }

  async discard(id: Id): Promise<void> {
    await rm(this.incomingOf(id), { force: true });
    await rm(this.pathOf(id), { force: true });
  }

  /** Everything that lies here, with its age: kept files and uploads on their way. */
  async *lying(
    now: number,
  ): AsyncGenerator<{ readonly id: Id; readonly incoming: boolean; readonly ageMillis: number }> {
    for (const folder of await readdir(this.root)) {
      if (folder !== incomingName && !/^[0-9a-f]{2}$/.test(folder)) continue;
      for (const name of await readdir(join(this.root, folder))) {
        const id = nameForm.exec(name)?.[1];
        if (id === undefined || !isId(id)) continue;
        const found = await stat(join(this.root, folder, name)).catch(() => null);
        if (found?.isFile()) yield { id, incoming: folder === incomingName, ageMillis: now - found.mtimeMs };
      }
    }
  }
}
