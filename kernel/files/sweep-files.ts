import type { Id } from '../id.ts';
import type { FileFolder } from './file-folder.ts';

export interface SweepReport {
  readonly lying: number;
  /** Uploads that never arrived. */
  readonly brokenOff: number;
  /** Kept files that no row knows: the program stopped between the disk and the database, or the file was removed. */
  readonly unknown: number;
}

const page = 500;

/**
 * Removes what interrupted uploads and removed files left on the disk. Only what is older than `olderThanMillis` is
 * touched, so that an upload on its way is never taken for a broken one.
 * @param known which ids the store knows, among all units of the node; it must throw rather than answer in part
 */
export async function sweepFiles(
  folder: FileFolder,
  known: (ids: readonly Id[]) => Promise<ReadonlySet<Id>>,
  { now, olderThanMillis }: { readonly now: number; readonly olderThanMillis: number },
): Promise<SweepReport> {
  let lying = 0;
  let brokenOff = 0;
  let unknown = 0;
  let kept: Id[] = [];
  const judge = async () => {
    const there = await known(kept);
    for (const id of kept.filter((one) => !there.has(one))) {
      await folder.discard(id);
      unknown += 1;
    }
    kept = [];
  };
  for await (const file of folder.lying(now)) {
    lying += 1;
    if (file.ageMillis < olderThanMillis) continue;
    if (file.incoming) {
      await folder.discard(file.id);
      brokenOff += 1;
    } else kept.push(file.id);
    if (kept.length === page) await judge();
  }
  if (kept.length > 0) await judge();
  return { lying, brokenOff, unknown };
}
