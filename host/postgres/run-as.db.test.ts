import { chmodSync, mkdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { afterEach, expect, test, type TestContext } from 'vitest';
import { findBinaries } from './binaries.ts';
import { withClient } from './prepare-roles.ts';
import { decideRunAs } from './run-as.ts';
import { endStanding, stand, temporaryFolder, type Standing } from './testing/stand.ts';

const removals: (() => Promise<void>)[] = [];
afterEach(async () => {
  endStanding();
  for (const remove of removals.splice(0)) await remove();
});

/** A data folder that only root can reach, as in a clone under /root. */
function closedFolder(context: TestContext): string {
  if (process.getuid?.() !== 0) {
    console.log('skipped: needs root');
    context.skip('needs root');
  }
  const { folder, remove } = temporaryFolder();
  removals.push(remove);
  chmodSync(folder, 0o700);
  mkdirSync(join(folder, 'data'));
  return join(folder, 'data');
}

/** The effective user of a process, as the machine sees it: never 0 for a server started by root, except in a namespace. */
function userOf(pid: number): number {
  return Number(/^Uid:\s+\d+\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1]);
}

async function works(program: Standing): Promise<void> {
  const { rows } = await withClient(program.appUrl, (client) => client.query('select 1 as one'));
  expect(rows).toEqual([{ one: 1 }]);
}

test('started by root, the database runs as an ordinary account with no way into the passwords', async (context) => {
  if (process.getuid?.() !== 0) context.skip('needs root');
  const { folder, remove } = temporaryFolder();
  removals.push(remove);
  const program = await stand(folder);
  expect(userOf(program.postmaster)).not.toBe(0);
  expect(statSync(join(folder, 'postgres-passwords.json'))).toMatchObject({ uid: 0, mode: 0o100600 });
  expect(statSync(program.socketFolder!).mode & 0o777).toBe(0o700);
  await works(program);
  program.child.kill('SIGTERM');
  await program.exited;
});

test('in a folder that only root reaches, and again after a kill -9', async (context) => {
  const folder = closedFolder(context);
  const first = await stand(folder);
  await works(first);
  first.child.kill('SIGKILL');
  await first.exited;
  const second = await stand(folder);
  await works(second);
  expect(second.lines.join('\n')).toContain('已停止上次遗留的数据库进程');
  second.child.kill('SIGTERM');
  expect(await second.exited).toBe(0);
});

test('in such a folder where user namespaces are forbidden, an account works in it by its handle', async (context) => {
  const folder = closedFolder(context);
  const withoutUnshare = { PATH: dirname(process.execPath) };
  const first = await stand(folder, {}, withoutUnshare);
  expect(userOf(first.postmaster)).not.toBe(0);
  await works(first);
  first.child.kill('SIGKILL');
  await first.exited;
  const second = await stand(folder, {}, withoutUnshare);
  await works(second);
  second.child.kill('SIGTERM');
  expect(await second.exited).toBe(0);
});

test('a folder with a long name gets its socket elsewhere, under the length that the system allows', async () => {
  const { folder, remove } = temporaryFolder();
  removals.push(remove);
  const long = join(folder, 'a-folder-with-a-long-name'.repeat(4));
  const program = await stand(long);
  expect(Buffer.byteLength(join(program.socketFolder!, '.s.PGSQL.5432'))).toBeLessThan(104);
  await works(program);
  program.child.kill('SIGTERM');
  await program.exited;
});

test('who runs it is decided the same way every time', () => {
  const { folder, remove } = temporaryFolder();
  removals.push(remove);
  expect(decideRunAs(findBinaries(), folder)).toEqual(decideRunAs(findBinaries(), folder));
});
