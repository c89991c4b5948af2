import { newId } from '@opengoa/kernel';
import { knownFiles, sweepFiles, unscannedFiles, type FileFolder, type Scan } from '@opengoa/kernel/files';
import { jobActorAtRoots, reading, runVerb, type Kernel } from '@opengoa/kernel/host';

export interface Tending {
  /** Once, now. */
  once(): Promise<void>;
  stop(): void;
}

const everyMs = 3_600_000;
/** An upload on its way is younger than this. */
const youngMs = 6 * 3_600_000;

/**
 * Looks after the stored bytes every hour: what interrupted uploads and removed files left goes (SEC-FI-07, SEC-DC-06), and what came while
 * no scanner stood ready is scanned (SEC-FI-10).
 */
export function tendFiles(
  kernel: Kernel,
  folder: FileFolder,
  {
    scan,
    onFault,
    olderThanMillis = youngMs,
  }: { scan?: Scan | undefined; onFault: (fault: Error) => void; olderThanMillis?: number },
): Tending {
  const actor = () => jobActorAtRoots('tend-files', kernel.registers.organisation(''));
  const inKernel = () => ({ actor: actor(), who: ['job'], room: 'kernel' });
  const sweep = () =>
    sweepFiles(folder, (ids) => reading(kernel, inKernel(), (tx) => knownFiles(tx, ids)), {
      now: Date.now(),
      olderThanMillis,
    });
  const rescan = async (by: Scan) => {
    for (const id of await reading(kernel, inKernel(), (tx) => unscannedFiles(tx))) {
      const found = await by(folder.pathOf(id));
      // The scanner is away again: the rest waits for the next hour.
      if (found === 'unscanned') return;
      await runVerb(kernel, {
        name: 'kernel.note-scan',
        input: { file: id, scan: found },
        actor: actor(),
        requestId: newId(),
      });
    }
  };
  const once = async () => {
    if (kernel.registers.organisation('').units.length === 0) return;
    await sweep();
    if (scan) await rescan(scan);
  };
  const timer = setInterval(() => void once().catch(onFault), everyMs);
  timer.unref();
  return { once, stop: () => clearInterval(timer) };
}
