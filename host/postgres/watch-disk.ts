import { statfsSync } from 'node:fs';
import { defaults } from './settings.ts';

export interface DiskWatch {
  readonly folder: string;
  /** Low when less than this share of the disk is free (0.05 is five percent) ... */
  readonly lowShare?: number | undefined;
  /** ... but never asks for more than these bytes ... */
  readonly lowBytesMost?: number | undefined;
  /** ... nor for less than these; small disks need a floor. */
  readonly lowBytesLeast?: number | undefined;
  readonly everyMilliseconds?: number | undefined;
  readonly onLow: (disk: DiskState) => void | Promise<void>;
  readonly onOk: (disk: DiskState) => void | Promise<void>;
  readonly onError?: ((error: unknown) => void) | undefined;
}

export interface DiskState {
  readonly freeBytes: number;
  readonly totalBytes: number;
  readonly low: boolean;
}

export interface DiskLimits {
  readonly lowShare: number;
  readonly lowBytesMost: number;
  readonly lowBytesLeast: number;
}

/** What was asked for, with the defaults where nothing was. */
export function diskLimits(asked: Pick<DiskWatch, 'lowShare' | 'lowBytesMost' | 'lowBytesLeast'>): DiskLimits {
  return {
    lowShare: asked.lowShare ?? defaults.lowShare,
    lowBytesMost: asked.lowBytesMost ?? defaults.lowBytesMost,
    lowBytesLeast: asked.lowBytesLeast ?? 0,
  };
}

/**
 * Whether a disk counts as low. Once low it must be well above the line before it is fine again, so that the mode does not change
 * with every deleted file.
 */
export function judgeDisk(disk: { free: number; total: number }, wasLow: boolean, limits: DiskLimits): DiskState {
  const asked = Math.max(Math.min(disk.total * limits.lowShare, limits.lowBytesMost), limits.lowBytesLeast);
  const line = asked * (wasLow ? defaults.okayAgain : 1);
  return { freeBytes: disk.free, totalBytes: disk.total, low: disk.free < line };
}

/**
 * Looks at the disk at once and then at intervals, and calls when it becomes low and when it is fine again (REL-04). A call that
 * fails is repeated at the next look. `now()` looks at once; `stop()` ends it.
 */
export function watchDisk(watch: DiskWatch): { stop(): void; now(): Promise<DiskState>; state(): DiskState } {
  const limits = diskLimits(watch);
  let state = judgeDisk(space(watch.folder), false, limits);
  let told = false;
  let turn: Promise<unknown> = Promise.resolve();

  async function look(): Promise<DiskState> {
    state = judgeDisk(space(watch.folder), told, limits);
    if (state.low !== told) {
      await (state.low ? watch.onLow(state) : watch.onOk(state));
      told = state.low;
    }
    return state;
  }
  const now = () => {
    const next = turn.then(look);
    turn = next.catch((error: unknown) => watch.onError?.(error));
    return next;
  };
  const timer = setInterval(
    () => void now().catch(() => undefined),
    watch.everyMilliseconds ?? defaults.diskPollMilliseconds,
  );
  timer.unref();
  now().catch(() => undefined);
  return { stop: () => clearInterval(timer), now, state: () => state };
}

/** Free and whole bytes of the disk under a folder, as an ordinary account may use it. */
export function space(folder: string): { free: number; total: number } {
  const disk = statfsSync(folder);
  return { free: disk.bavail * disk.bsize, total: disk.blocks * disk.bsize };
}
