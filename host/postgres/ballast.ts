import { open, rename, rm, stat } from 'node:fs/promises';
import { rmSync, statSync } from 'node:fs';
import { clusterPaths } from './cluster-folder.ts';
import { defaults } from './settings.ts';
import { diskLimits, judgeDisk, space, type DiskLimits } from './watch-disk.ts';

const block = Buffer.alloc(1024 * 1024, 'OpenGOA ballast: may be deleted when the disk is full\n');

/**
 * A file that only takes up room. When the disk is full after all, giving it back lets the database finish its log and start
 * again without anybody having to find something to delete (REL-04). It is written, not merely sized, so that the room is real.
 *
 * @returns the bytes it holds; less than asked for, even 0, when taking that much would itself bring the disk near full
 */
export async function keepBallast(
  folder: string,
  bytes: number = defaults.ballastBytes,
  limits: DiskLimits = diskLimits({}),
): Promise<number> {
  const path = clusterPaths(folder).ballast;
  const has = await stat(path).then(
    (file) => file.size,
    () => 0,
  );
  if (has >= bytes) return has;
  const { free, total } = space(folder);
  if (judgeDisk({ free: free + has - bytes, total }, true, limits).low) return has;
  const unfinished = `${path}.unfinished`;
  try {
    const file = await open(unfinished, 'w', 0o600);
    try {
      for (let written = 0; written < bytes;) {
        written += (await file.write(block, 0, Math.min(block.length, bytes - written))).bytesWritten;
      }
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(unfinished, path);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  return bytes;
}

/** Gives the room back. @returns the bytes that became free */
export function releaseBallast(folder: string): number {
  const path = clusterPaths(folder).ballast;
  const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
  rmSync(path, { force: true });
  rmSync(`${path}.unfinished`, { force: true });
  return bytes;
}

/**
 * Before a start: with hardly anything free not even a lock file can be written, so the ballast goes first.
 *
 * @param progress told when it was given back
 */
export function makeRoomToStart(folder: string, progress: (line: string) => void): void {
  if (space(clusterPaths(folder).root).free >= defaults.roomToStartBytes) return;
  if (releaseBallast(folder) === 0) return;
  progress(
    '磁盘已满，已释放备用空间以便数据库启动 · the disk is full: gave back the ballast so that the database can start',
  );
}
