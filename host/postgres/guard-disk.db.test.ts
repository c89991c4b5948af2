import { closeSync, fsyncSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, test, type TestContext } from 'vitest';
import { keepBallast, releaseBallast } from './ballast.ts';
import { clusterPaths } from './cluster-folder.ts';
import { guardDisk } from './guard-disk.ts';
import { withClient } from './prepare-roles.ts';
import { isReadOnly } from './read-only-mode.ts';
import { startCluster } from './start-cluster.ts';
import { makeSmallDisk, whyNoSmallDisk } from './testing/small-disk.ts';
import { pause } from './testing/stand.ts';
import { space } from './watch-disk.ts';

const why = whyNoSmallDisk();
const megabyte = 1024 * 1024;
const undo: (() => unknown)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step();
});

function smallDisk(context: TestContext): string {
  if (why) {
    console.log(`skipped: ${why}`);
    context.skip(why);
  }
  const disk = makeSmallDisk(400);
  undo.push(() => disk.remove());
  return disk.folder;
}

/** Takes everything but these bytes, as another program on the disk might. */
function fill(folder: string, leaveBytes: number): () => void {
  const path = join(folder, 'somebody-else');
  const file = openSync(path, 'w');
  try {
    for (let left = space(folder).free - leaveBytes; left > 0; left -= megabyte) {
      writeSync(file, Buffer.alloc(Math.min(left, megabyte), 'x'));
    }
    fsyncSync(file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOSPC') throw error;
  } finally {
    closeSync(file);
  }
  return () => rmSync(path);
}

test('REL-04 before the disk is full writes are refused by the database, reads go on, and space alone brings writes back', async (context) => {
  const folder = smallDisk(context);
  const cluster = await startCluster({ folder });
  undo.push(() => cluster.stop());
  const changes: boolean[] = [];
  const watch = await guardDisk({
    folder,
    superUrl: cluster.superUrl,
    ballastBytes: 20 * megabyte,
    lowShare: 0.2,
    everyMilliseconds: 50,
    onChange: (disk) => changes.push(disk.low),
  });
  undo.push(() => watch.stop());
  expect(statSync(clusterPaths(folder).ballast).size).toBe(20 * megabyte);

  await withClient(cluster.ownerUrl, async (client) => {
    await client.query('create table kept (n int)');
    await client.query('insert into kept values (1)');
    const giveBack = fill(folder, 50 * megabyte);
    expect((await watch.now()).low).toBe(true);
    await pause(200);
    // The same session, opened while all was well.
    await expect(client.query('insert into kept values (2)')).rejects.toMatchObject({ code: '25006' });
    expect((await client.query('select n from kept')).rows).toEqual([{ n: 1 }]);

    giveBack();
    expect((await watch.now()).low).toBe(false);
    await pause(200);
    await client.query('insert into kept values (3)');
  });
  expect(changes).toEqual([true, false]);
});

test('REL-04 a disk that filled up all the same: the database starts again on the ballast, and has everything', async (context) => {
  const folder = smallDisk(context);
  const first = await startCluster({ folder });
  await withClient(first.ownerUrl, (client) => client.query('create table kept as select 1 as n'));
  expect(await keepBallast(folder, 100 * megabyte)).toBe(100 * megabyte);
  await first.stop();
  const giveBack = fill(folder, 0);
  expect(space(folder).free).toBeLessThan(megabyte);

  const told: string[] = [];
  const second = await startCluster({ folder, progress: (line) => told.push(line) });
  undo.push(() => second.stop());
  expect(told.join('\n')).toContain('已释放备用空间');
  const watch = await guardDisk({ folder, superUrl: second.superUrl, ballastBytes: 20 * megabyte, lowShare: 0.3 });
  undo.push(() => watch.stop());
  expect(await isReadOnly(second.appUrl)).toBe(true);
  const { rows } = await withClient(second.ownerUrl, (client) => client.query('select n from kept'));
  expect(rows).toEqual([{ n: 1 }]);

  giveBack();
  await watch.now();
  expect(await isReadOnly(second.appUrl)).toBe(false);
});

test('REL-04 ballast is real room, is not laid in where it would itself fill the disk, and can be given back', async (context) => {
  const folder = smallDisk(context);
  const free = space(folder).free;
  expect(await keepBallast(folder, 1_000 * megabyte)).toBe(0);
  expect(await keepBallast(folder, 60 * megabyte)).toBe(60 * megabyte);
  expect(free - space(folder).free).toBeGreaterThanOrEqual(60 * megabyte);
  expect(releaseBallast(folder)).toBe(60 * megabyte);
  expect(space(folder).free).toBeGreaterThanOrEqual(free - megabyte);
});
