import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { codeOf } from '../../demo/open-accounts.ts';
import { Visitor } from '../security/visitor.ts';
import { dataFolder, processesOf, runCommand, startProgram, type StartedProgram } from './start-program.ts';

/** An office's start: nothing in it, nobody in it, and one code on the terminal. */

const place = dataFolder();
const other = dataFolder();
const { folder: data } = place;
const office = { env: { OPENGOA_DEMO: '0' } };
const codeIn = (said: string): string | undefined => /first administrator:\s+(\S+)/.exec(said)?.[1];
let program: StartedProgram;
let recovery: readonly string[] = [];

const claim = (code: string) => ({
  code,
  unit: { name: '临江市机关事务管理局', level: 'city', regionCode: '990100' },
  personName: '许志远',
  name: 'xuzhiyuan',
  password: '竹雨-纸鸢-七号-Xy',
});

const begin = async (): Promise<string> => {
  program = await startProgram(data, office);
  await expect.poll(() => program.said()).toMatch(/Ctrl-C/);
  return codeIn(program.said()) ?? '';
};

afterAll(async () => {
  for (const each of [place, other]) await each.remove();
});

describe('SEC-ID-13 an office’s first start', () => {
  test('is refused with a placeholder for a secret, before anything is made', async () => {
    const url = 'postgres://opengoa:changeme@127.0.0.1:1/opengoa';
    const refused = await runCommand(other.folder, ['start'], { env: { ...office.env, DATABASE_URL: url } });
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/DATABASE_URL holds a placeholder/);
  });

  test('prints a one-time code and no account; another start prints another', async () => {
    const first = await begin();
    expect(first.length).toBeGreaterThan(10);
    expect(program.said()).not.toMatch(/zhoumin|password for all/);
    expect((await runCommand(data, ['demo', 'accounts', '--json'], office)).code).toBe(1);
    const { body } = await new Visitor(program.origin).get('/api/session');
    expect(body).toMatchObject({ demo: false, may: [] });
    expect(await program.stop()).toBe(0);
    const second = await begin();
    expect(second.length).toBe(first.length);
    expect(second).not.toBe(first);
    const visitor = new Visitor(program.origin);
    expect((await visitor.run('kernel.claim-first-administrator', claim(first))).code).toBe('claim-failed');
    visitor.leave();
  }, 60_000);

  test('is claimed once with the code; the first administrator binds a factor before anything else', async () => {
    const code = codeIn(program.said())!;
    const visitor = new Visitor(program.origin);
    expect((await visitor.run('kernel.claim-first-administrator', claim(code))).status).toBe(200);
    expect((await visitor.run('kernel.claim-first-administrator', claim(code))).code).toBe('claim-failed');
    expect((await visitor.signIn('xuzhiyuan', claim('').password)).status).toBe(200);
    expect((await visitor.session()).needs).toBe('second-factor');
    expect((await visitor.read('kernel.accounts')).status).toBe(401);
    const { secret } = await visitor.does<{ secret: string }>('kernel.enrol-second-factor');
    const shown = codeOf(secret, new Date());
    ({ recoveryCodes: recovery } = await visitor.does<{ recoveryCodes: string[] }>('kernel.confirm-second-factor', {
      code: shown,
    }));
    expect((await visitor.session()).needs).toBeUndefined();
    const { body } = await visitor.read('kernel.accounts');
    expect((body as { rows: { name: string }[] }).rows.map(({ name }) => name)).toEqual(['xuzhiyuan']);
    visitor.leave();
  });

  test('a command asks for password and code, and a key without rights says that it opens nothing', async () => {
    const words = [
      'keys',
      'create',
      '--unit',
      '临江市机关事务管理局',
      '--scope',
      'staff',
      '--expires',
      '30d',
      '--json',
    ];
    const unnamed = await runCommand(data, words, office);
    expect([unnamed.code, unnamed.err]).toEqual([1, expect.stringContaining('--by')]);
    const wrong = await runCommand(data, [...words, '--by', 'xuzhiyuan'], { ...office, input: 'not-it\n' });
    expect([wrong.code, wrong.out]).toEqual([1, '']);
    // The code of this half-minute was used to bind the factor, and a code works once: a recovery code does as well.
    const input = `${claim('').password}\n${recovery[0]}\n`;
    const made = await runCommand(data, [...words, '--by', 'xuzhiyuan'], { ...office, input });
    expect(made.code, made.err).toBe(0);
    const { key, rights } = made.json<{ key: string; rights: string }>();
    expect(rights).toBe('missing');
    const headers = { authorization: `Bearer ${key}` };
    expect((await fetch(`${program.origin}/api/reads/kernel.accounts`, { headers })).status).toBe(403);
  });

  test('started again it offers no code, and never takes the demo in', async () => {
    expect(await program.stop()).toBe(0);
    expect(await begin()).toBe('');
    expect(await program.stop()).toBe(0);
    const refused = await runCommand(data, ['start'], { env: { OPENGOA_DEMO: '1' } });
    expect(refused.code).toBe(1);
    expect(refused.err).toMatch(/belongs to an office/);
    expect(existsSync(join(data, 'demo'))).toBe(false);
    expect(processesOf(data)).toEqual([]);
  }, 60_000);
});

describe('a start that is broken off', () => {
  test('REL-02 a demo cut off in the middle is begun anew, and Ctrl-C during the start ends everything', async () => {
    const cut = await startProgram(other.folder, { until: /演示城市/ });
    process.kill(cut.pid, 'SIGKILL');
    await cut.stop();
    const again = await startProgram(other.folder, { until: /begun anew[\s\S]*演示城市/ });
    expect(again.said()).toMatch(/left by an earlier run|traces of an earlier crash/);
    expect(await again.stop('SIGINT')).toBe(0);
    expect(again.said()).toContain('已停止');
    expect(processesOf(other.folder)).toEqual([]);
  }, 90_000);
});
