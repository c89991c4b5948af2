import { realpathSync } from 'node:fs';
import { afterEach, expect, test, type TestContext } from 'vitest';
import { clusterPaths } from './cluster-folder.ts';
import { processesIn, signal } from './process-state.ts';
import { makeSmallDisk, whyNoSmallDisk, type SmallDisk } from './testing/small-disk.ts';
import { endStanding, missingFrom, numbersIn, pause, stand } from './testing/stand.ts';

const rounds = Number(process.env['ROUNDS'] ?? 2);
const why = whyNoSmallDisk();

const disks: SmallDisk[] = [];
afterEach(() => {
  endStanding();
  for (const disk of disks.splice(0)) disk.remove();
});

function smallDisk(context: TestContext): SmallDisk {
  if (why) {
    console.log(`skipped: ${why}`);
    context.skip(why);
  }
  const disk = makeSmallDisk(640);
  disks.push(disk);
  return disk;
}

/**
 * Writes for a while, then cuts the power: every process is stopped where it stands, and what the device holds is copied. Returns
 * what the client had been promised, and the disk as it is after the cut.
 */
async function writeAndCut(disk: SmallDisk, from: number, settings: Record<string, string> = {}) {
  const program = await stand(disk.folder, { settings });
  const before = [...program.kept];
  const halt = program.write(from);
  await pause(1_000 + Math.random() * 1_000);
  const processes = [program.child.pid!, ...processesIn(realpathSync(clusterPaths(disk.folder).data))];
  const promised = new Set([...before, ...program.kept]);
  for (const pid of processes) signal(pid, 'SIGSTOP');
  const after = disk.copyWithoutMemory();
  disks.push(after);
  for (const pid of processes) signal(pid, 'SIGKILL');
  await program.exited;
  await pause(100);
  disks.splice(disks.indexOf(disk), 1);
  disk.remove();
  return { promised, after, next: halt() + 1 };
}

test(
  'REL-01 a power cut during writes: the store opens and every acknowledged transaction is whole',
  { timeout: 60_000 + rounds * 30_000 },
  async (context) => {
    let disk = smallDisk(context);
    const promised = new Set<number>();
    let next = 1;
    for (let round = 0; round < rounds; round += 1) {
      const cut = await writeAndCut(disk, next);
      for (const number of cut.promised) promised.add(number);
      const program = await stand(cut.after.folder);
      const { whole, half } = await numbersIn(program.ownerUrl);
      expect(cut.promised.size).toBeGreaterThan(20);
      expect({ round, missing: missingFrom(whole, promised), half }).toEqual({ round, missing: [], half: [] });
      program.child.kill('SIGTERM');
      await program.exited;
      disk = cut.after;
      next = cut.next;
    }
  },
);

test('REL-01 the control: with fsync off the same cut loses acknowledged transactions, so the test above can fail', async (context) => {
  const disk = smallDisk(context);
  // A store that is whole on the device to begin with: what is lost below was lost by writing without fsync.
  const first = await stand(disk.folder);
  first.child.kill('SIGTERM');
  await first.exited;

  const cut = await writeAndCut(disk, 1, { fsync: 'off' });
  expect(cut.promised.size).toBeGreaterThan(20);
  const damage = await stand(cut.after.folder).then(
    async (program) => {
      const { whole, half } = await numbersIn(program.ownerUrl).catch(() => ({ whole: new Set<number>(), half: [] }));
      program.child.kill('SIGTERM');
      await program.exited;
      return missingFrom(whole, cut.promised).length + half.length;
    },
    () => cut.promised.size, // it does not even open
  );
  expect(damage).toBeGreaterThan(0);
});
