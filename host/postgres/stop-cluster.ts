import { processState, processesIn, signal, waitUntilGone } from './process-state.ts';
import { defaults } from './settings.ts';

/**
 * Stops a postmaster, in three steps of growing force: fast (sessions are ended, everything is written), immediate (the next
 * start recovers from the log), kill. What was acknowledged survives each of them.
 *
 * @param realDataFolder the data directory; its remaining processes are waited for as well
 */
export async function stopPostmaster(
  pid: number,
  realDataFolder: string,
  seconds: number = defaults.stopSeconds,
): Promise<void> {
  signal(pid, 'SIGINT');
  if (!(await waitUntilGone(pid, seconds * 1000))) {
    signal(pid, 'SIGQUIT');
    if (!(await waitUntilGone(pid, 5_000))) signal(pid, 'SIGKILL');
  }
  await waitForChildren(realDataFolder);
}

/**
 * After a postmaster was killed its children notice and end by themselves, usually at once. A new server must not start before
 * they are gone.
 */
export async function waitForChildren(realDataFolder: string, milliseconds = 8_000): Promise<void> {
  const until = Date.now() + milliseconds;
  let left = processesIn(realDataFolder);
  while (left.length > 0) {
    if (Date.now() > until) for (const pid of left) signal(pid, 'SIGKILL');
    if (Date.now() > until + 2_000) return;
    await new Promise((done) => setTimeout(done, 25));
    left = left.filter((pid) => processState(pid).is === 'running');
    if (left.length === 0) left = processesIn(realDataFolder);
  }
}
