import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { clusterPaths } from './cluster-folder.ts';
import { withClient } from './prepare-roles.ts';
import { processState, processesIn, signal, waitUntilGone } from './process-state.ts';
import { joinOrStartCluster, runningCluster } from './start-cluster.ts';
import { endStanding, missingFrom, numbersIn, pause, stand, temporaryFolder } from './testing/stand.ts';

/** `ROUNDS=50` is the long form of the kill tests. */
const rounds = Number(process.env['ROUNDS'] ?? 3);
const patience = 60_000 + rounds * 10_000;

// One folder for all: each test leaves it stopped, and the next start has to cope with what the last one did to it.
const { folder, remove } = temporaryFolder();
afterEach(endStanding);
afterAll(remove);
let next = 1;

const data = () => realpathSync(clusterPaths(folder).data);

test.each(['SIGTERM', 'SIGINT'] as const)(
  '%s stops the program and its database, and leaves no process and no lock',
  async (by) => {
    const program = await stand(folder);
    program.child.kill(by);
    expect(await program.exited).toBe(0);
    expect(processesIn(data())).toEqual([]);
    expect(existsSync(join(folder, 'program.lock'))).toBe(false);
    expect(existsSync(join(data(), 'postmaster.pid'))).toBe(false);
  },
);

test('REL-05 a second program on the same folder is refused in Chinese and English, and the first goes on', async () => {
  const first = await stand(folder);
  await expect(stand(folder)).rejects.toThrow(
    new RegExp(
      `refused second-program[\\s\\S]*正由另一个 OpenGOA 程序使用（进程 ${first.child.pid}[\\s\\S]*in use by another OpenGOA program`,
    ),
  );
  const one = await withClient(first.appUrl, (client) => client.query('select 1 as one'));
  expect(one.rows).toEqual([{ one: 1 }]);
  first.child.kill('SIGTERM');
  await first.exited;
});

test('REL-05 after a kill -9 of the program the next start stops the orphaned database and has every acknowledged write', async () => {
  const first = await stand(folder);
  const halt = first.write(next);
  await pause(600);
  first.child.kill('SIGKILL');
  await first.exited;
  next = halt() + 1;
  expect(processState(first.postmaster).is).toBe('running');

  const second = await stand(folder);
  expect(await waitUntilGone(first.postmaster, 0)).toBe(true);
  expect(second.postmaster).not.toBe(first.postmaster);
  expect(second.lines.join('\n')).toContain('已停止上次遗留的数据库进程');
  const { whole, half } = await numbersIn(second.ownerUrl);
  expect(first.kept.size).toBeGreaterThan(0);
  expect(missingFrom(whole, first.kept)).toEqual([]);
  expect(half).toEqual([]);
  second.child.kill('SIGTERM');
  await second.exited;
});

test('REL-05 a pid file left by a dead or foreign process does not keep the database from starting', async () => {
  const first = await stand(folder);
  first.child.kill('SIGTERM');
  await first.exited;
  // The id of a process that lives but is no database here: this test's own.
  writeFileSync(join(data(), 'postmaster.pid'), `${process.pid}\n${data()}\n1\n5432\n\n\n\nready\n`);
  writeFileSync(join(folder, 'program.lock'), readFileSync('/dev/null'));
  const second = await stand(folder);
  expect(second.lines.join('\n')).toContain('已清理上次异常退出的痕迹');
  second.child.kill('SIGTERM');
  await second.exited;
});

test('a second command joins the running database and leaves it running', async () => {
  expect(runningCluster(folder)).toBeUndefined();
  const program = await stand(folder);
  const joined = await joinOrStartCluster({ folder });
  expect(joined.pid()).toBe(program.postmaster);
  await joined.stop();
  const answer = await withClient(joined.appUrl, (client) => client.query('select 1 as one'));
  expect(answer.rows).toEqual([{ one: 1 }]);
  program.child.kill('SIGTERM');
  await program.exited;
});

test(
  'REL-01 REL-23 kill -9 of the whole database during writes: it comes back by itself within seconds and nothing acknowledged is lost',
  { timeout: patience },
  async () => {
    const program = await stand(folder, { restarts: { most: rounds, withinSeconds: 120 } });
    for (let round = 0; round < rounds; round += 1) {
      const halt = program.write(next);
      await pause(200 + Math.random() * 400);
      const before = program.lines.length;
      for (const pid of processesIn(data())) signal(pid, 'SIGKILL');
      const began = Date.now();
      while (!program.lines.slice(before).some((line) => line.includes('"back"'))) {
        expect(Date.now() - began).toBeLessThan(20_000);
        await pause(20);
      }
      next = halt() + 1;
      // Promised is what was acknowledged before we look; answers still arrive while we do.
      const promised = new Set(program.kept);
      const { whole, half } = await numbersIn(program.ownerUrl);
      expect({ round, missing: missingFrom(whole, promised), half }).toEqual({ round, missing: [], half: [] });
    }
    expect(program.kept.size).toBeGreaterThan(rounds * 20);
    program.child.kill('SIGTERM');
    expect(await program.exited).toBe(0);
  },
);

test(
  'REL-01 kill -9 of program and database together during writes, then a start: nothing acknowledged is lost',
  { timeout: patience },
  async () => {
    const kept = new Set<number>();
    for (let round = 0; round < rounds; round += 1) {
      const program = await stand(folder);
      const halt = program.write(next);
      await pause(150 + Math.random() * 400);
      program.child.kill('SIGKILL');
      for (const pid of processesIn(data())) signal(pid, 'SIGKILL');
      await program.exited;
      next = halt() + 1;
      for (const number of program.kept) kept.add(number);
    }
    const last = await stand(folder);
    const { whole, half } = await numbersIn(last.ownerUrl);
    expect(kept.size).toBeGreaterThan(rounds * 10);
    expect(missingFrom(whole, kept)).toEqual([]);
    expect(half).toEqual([]);
    last.child.kill('SIGTERM');
    await last.exited;
  },
);

test('REL-23 a database that keeps dying is given up, and the program is told', async () => {
  const program = await stand(folder, { restarts: { most: 1, withinSeconds: 120 } });
  for (const word of ['"back"', '"given-up"']) {
    for (const pid of processesIn(data())) signal(pid, 'SIGKILL');
    await vi.waitUntil(() => program.lines.some((line) => line.includes(word)), 20_000);
  }
  program.child.kill('SIGTERM');
  expect(await program.exited).toBe(0);
});
