import { keepBallast } from './ballast.ts';
import { isReadOnly, setReadOnly } from './read-only-mode.ts';
import { defaults } from './settings.ts';
import { diskLimits, watchDisk, type DiskState, type DiskWatch } from './watch-disk.ts';

export interface DiskGuard extends Omit<DiskWatch, 'onLow' | 'onOk'> {
  readonly superUrl: string;
  readonly ballastBytes?: number | undefined;
  /** Told after the mode has changed, for the notice on the screens and the log. */
  readonly onChange?: ((disk: DiskState) => void) | undefined;
}

/**
 * Keeps the embedded database away from a full disk: ballast is laid in while there is room; before the disk is full the database
 * goes read-only; with space it writes again and the ballast is made whole. Nothing but space is needed to recover (REL-04).
 */
export async function guardDisk(guard: DiskGuard): Promise<ReturnType<typeof watchDisk>> {
  const bytes = guard.ballastBytes ?? defaults.ballastBytes;
  const limits = diskLimits(guard);
  await keepBallast(guard.folder, bytes, limits);
  const watch = watchDisk({
    ...guard,
    async onLow(disk) {
      await setReadOnly(guard.superUrl, true);
      guard.onChange?.(disk);
    },
    async onOk(disk) {
      await setReadOnly(guard.superUrl, false);
      await keepBallast(guard.folder, bytes, limits);
      guard.onChange?.(disk);
    },
  });
  const disk = await watch.now();
  // The mode of an earlier run is still in the server's settings, and a disk that is fine from the start is no change.
  if (!disk.low && (await isReadOnly(guard.superUrl))) await setReadOnly(guard.superUrl, false);
  return watch;
}
