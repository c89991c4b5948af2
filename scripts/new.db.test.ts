/** A ninth office in a copy of this house: made by one command, found by everybody, green. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { allChecks } from '../checks/all.ts';
import { judge, wherever } from '../checks/check.ts';
import { readHouse } from '../checks/house.ts';
import { copiedHouse, type CopiedHouse } from './testing/copied-house.ts';

let house: CopiedHouse;
let before: string;
beforeAll(async () => {
  house = copiedHouse();
  before = house.read('host/program/find-rooms.ts') + house.read('web/shell/src/rooms.ts');
  const made = [
    house.run('scripts/new.ts', 'domain', 'archives', 'file', '--zh', '档案管理', '--en', 'Archives'),
    house.run('scripts/new.ts', 'verb', 'archives.lend-file', '--zh', '借阅', '--en', 'Lend a file'),
    house.run('scripts/new.ts', 'standard', 'archives.loan-period', '--zh', '借期'),
    house.run('scripts/new.ts', 'risk', 'archives.loan-overdue', '--zh', '逾期未还'),
  ];
  expect(made.map(({ code, said }) => [code, said.includes('domains/archives/')])).toEqual(made.map(() => [0, true]));
});
afterAll(() => house?.remove());

/** What a program of the copy prints as JSON. */
function told(code: string): unknown {
  const { code: exit, said } = house.run('--input-type=module', '-e', code);
  expect(exit, said).toBe(0);
  return JSON.parse(said.split('\n').findLast((line) => line.startsWith('{') || line.startsWith('['))!);
}

describe('npm run new', () => {
  test('a ninth office is one new folder: the host finds it and serves its verbs, with no edit elsewhere', () => {
    const found = told(`
      import { findRooms } from ${JSON.stringify(join(house.root, 'host/program/find-rooms.ts'))};
      import { assemble } from '@opengoa/kernel/host';
      const { verbs, lists } = assemble({ rooms: await findRooms() });
      console.log(JSON.stringify([...verbs.keys(), ...lists.keys()].filter((name) => name.startsWith('archives.'))));`);
    expect(found).toEqual(['archives.register-file', 'archives.lend-file', 'archives.files']);
    expect(house.read('host/program/find-rooms.ts') + house.read('web/shell/src/rooms.ts')).toBe(before);
  });

  test('the shell finds it when the pages are built', () => {
    const found = told(`
      import { createServer } from 'vite';
      const server = await createServer({ configFile: 'web/shell/vite.config.ts', server: { middlewareMode: true, hmr: false }, logLevel: 'error' });
      const { foundRooms } = await server.ssrLoadModule('/src/rooms.ts');
      console.log(JSON.stringify(foundRooms.map(({ name, pages }) => [name, pages.map(({ path }) => path)]).filter(([name]) => name === 'archives')));
      await server.close();`);
    expect(found).toEqual([['archives', ['/archives']]]);
  });

  test('the rules of the house hold for what it leaves, and the reference tells of it', async () => {
    const copy = readHouse(house.root);
    const problems: string[] = [];
    for (const check of allChecks) {
      for (const problem of (await judge(check, copy)).problems) problems.push(`${wherever(problem)}: ${problem.says}`);
    }
    expect(problems.filter((problem) => problem.includes('archives') || problem.startsWith('docs/reference'))).toEqual(
      [],
    );
    expect(house.read('docs/reference/verbs.md')).toContain('`archives.lend-file` | 借阅 · Lend a file');
    expect(house.read('domains/archives/client.ts')).toContain("'archives.lend-file': {");
    expect(house.read('web/kit/client/doors.ts')).not.toContain('archives.');
  });

  test('types, lint and format', () => {
    writeFileSync(
      join(house.root, 'tsconfig.archives.json'),
      JSON.stringify({
        extends: './tsconfig.json',
        include: ['domains/archives', 'kernel/**/*.d.ts', 'web/**/*.d.ts'],
      }),
    );
    expect(house.run('node_modules/typescript/bin/tsc', '--noEmit', '-p', 'tsconfig.archives.json')).toEqual({
      code: 0,
      said: '',
    });
    expect(house.run('node_modules/oxlint/bin/oxlint', 'domains/archives').code).toBe(0);
    expect(house.run('node_modules/oxfmt/bin/oxfmt', '--check', 'domains/archives').code).toBe(0);
  });

  test('its own tests pass, pure ones and those on the database, and the kit’s cases', () => {
    const vitest = (...args: string[]) => {
      const { code, said } = house.run('node_modules/vitest/vitest.mjs', 'run', ...args);
      expect(code, said).toBe(0);
      return /Tests\s+(\d+) passed/.exec(said)?.[1];
    };
    expect(vitest('--project', 'unit', 'domains/archives')).toBe('4');
    expect(vitest('--project', 'unit', 'checks/risk-kits', '-t', 'archives/loan-overdue')).toBe('8');
    expect(vitest('--project', 'database', 'domains/archives')).toBe('1');
  });

  test('npm knows it: both lock entries are there', () => {
    const { packages } = JSON.parse(house.read('package-lock.json')) as { packages: Record<string, unknown> };
    expect(packages['domains/archives']).toMatchObject({ name: '@opengoa/archives' });
    expect(packages['node_modules/@opengoa/archives']).toEqual({ resolved: 'domains/archives', link: true });
  });

  test('what is there already, a room that is not, and names that would break the code are refused in words', () => {
    const refused = (...words: string[]) => house.run('scripts/new.ts', ...words);
    expect(refused('domain', 'archives')).toMatchObject({ code: 1, said: expect.stringContaining('已存在') });
    expect(refused('verb', 'archives.lend-file')).toMatchObject({ code: 1, said: expect.stringContaining('已存在') });
    expect(refused('standard', 'nowhere.loan-period')).toMatchObject({
      code: 1,
      said: expect.stringContaining('没有 nowhere'),
    });
    expect(refused('domain', 'Bad_Name')).toMatchObject({ code: 1, said: expect.stringContaining('小写') });
    expect(refused('verb', 'archives.lend-it', '--zh', "it's")).toMatchObject({
      code: 1,
      said: expect.stringContaining('引号'),
    });
    expect(refused('thing')).toMatchObject({ code: 1, said: expect.stringContaining('npm run new') });
  });
});
