import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, copyFileSync, ftruncateSync, mkdirSync, mkdtempSync, openSync, rmSync } from 'node:fs';
import { constants } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** An ext4 disk of its own in a file, so that a test can fill it or cut its power. */
export interface SmallDisk {
  /** Where it is mounted. */
  readonly folder: string;
  /**
   * What a power cut leaves: a disk with exactly what had reached the device, and not what the system only held in memory. Stop
   * every process that writes first.
   */
  copyWithoutMemory(): SmallDisk;
  remove(): void;
}

function run(command: string, ...args: string[]): string | undefined {
  const done = spawnSync(command, args, { encoding: 'utf8', env: { ...process.env, LC_ALL: 'C' } });
  if (done.status === 0) return undefined;
  return `${command}: ${(done.error?.message ?? done.stderr.trim().split('\n')[0]) || `exit ${done.status}`}`;
}

/** Why this machine cannot make one, or undefined when it can. */
export function whyNoSmallDisk(): string | undefined {
  if (process.platform !== 'linux') return 'loop file systems are Linux';
  if (process.getuid?.() !== 0) return 'mounting a loop file system needs root';
  try {
    makeSmallDisk(16).remove();
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

/** @throws Error with the reason when the machine does not allow it */
export function makeSmallDisk(megabytes: number): SmallDisk {
  const base = mkdtempSync(join(tmpdir(), 'opengoa-disk-'));
  chmodSync(base, 0o711);
  const image = join(base, 'image');
  const file = openSync(image, 'w');
  ftruncateSync(file, megabytes * 1024 * 1024);
  closeSync(file);
  const failed = run('mkfs.ext4', '-q', '-F', '-m', '0', image);
  if (failed) {
    rmSync(base, { recursive: true, force: true });
    throw new Error(failed);
  }
  return mount(base, image);
}

function mount(base: string, image: string): SmallDisk {
  const folder = join(base, 'disk');
  mkdirSync(folder);
  const failed = run('mount', '-o', 'loop', image, folder);
  if (failed) {
    rmSync(base, { recursive: true, force: true });
    throw new Error(failed);
  }
  chmodSync(folder, 0o755);
  return {
    folder,
    copyWithoutMemory() {
      const other = mkdtempSync(join(tmpdir(), 'opengoa-disk-'));
      chmodSync(other, 0o711);
      copyFileSync(image, join(other, 'image'), constants.COPYFILE_FICLONE);
      return mount(other, join(other, 'image'));
    },
    remove() {
      if (run('umount', folder)) run('umount', '-l', folder);
      rmSync(base, { recursive: true, force: true });
    },
  };
}
