import { describe, expect, test } from 'vitest';
import { judge } from './check.ts';
import { roomPackage, smallHouse } from './testing/small-house.ts';
import { contracts, oneTruth, walls } from './walls.ts';

const rooms = {
  'kernel/package.json': roomPackage('kernel', '.', 'contract', 'host', 'testing'),
  'kernel/door.ts': `export {};`,
  'kernel/contract.ts': `export { factType } from './fact-type.ts';`,
  'kernel/host.ts': `export {};`,
  'kernel/testing.ts': `export {};`,
  'kernel/fact-type.ts': `export const factType = 1;`,
  'web/kit/package.json': roomPackage('web-kit', '.'),
  'web/kit/door.ts': `import '@opengoa/kernel/contract';`,
  'domains/vehicles/package.json': roomPackage('vehicles', 'contract', 'domain'),
  'domains/vehicles/contract.ts': `import { z } from 'zod'; import '@opengoa/kernel/contract'; import './words.zh.ts';`,
  'domains/vehicles/words.zh.ts': `export {};`,
  'domains/vehicles/domain.ts': `import '@opengoa/kernel'; import './trip.ts';`,
  'domains/vehicles/trip.ts': `export {};`,
  'domains/energy/package.json': roomPackage('energy', 'contract', 'domain'),
  'domains/energy/contract.ts': `export {};`,
  'risk-centre/package.json': roomPackage('risk-centre', 'contract', 'domain'),
  'risk-centre/domain.ts': `import '@opengoa/vehicles/contract';`,
  'host/package.json': roomPackage('host'),
  'host/serve.ts': `import '@opengoa/kernel/host'; import '@opengoa/vehicles/domain';`,
};
const problemsOf = async (more: Record<string, string>, check = walls) =>
  (await judge(check, smallHouse({ ...rooms, ...more }))).problems.map(({ path, says }) => `${path}: ${says}`);

describe('walls', () => {
  test('a house whose imports all run downward stands', async () => {
    expect(await problemsOf({})).toEqual([]);
  });

  test.each([
    [
      'a domain that imports a domain',
      'domains/vehicles/a.ts',
      `import '@opengoa/energy/contract';`,
      'a domain never imports a domain',
    ],
    ['also by its path', 'domains/vehicles/a.ts', `import '../energy/contract.ts';`, 'a domain never imports a domain'],
    [
      'also where only a type is taken',
      'domains/vehicles/a.ts',
      `import type { A } from '@opengoa/energy/contract';`,
      'a domain never imports a domain',
    ],
    [
      'also when it is loaded later',
      'domains/vehicles/a.ts',
      `await import('@opengoa/energy/contract');`,
      'a domain never imports a domain',
    ],
    [
      'the kernel that knows a room',
      'kernel/a.ts',
      `import '@opengoa/vehicles/domain';`,
      'leads up from kernel to domains/vehicles',
    ],
    ['the web kit that knows a room', 'web/kit/a.ts', `import '@opengoa/vehicles/contract';`, 'leads up from web/kit'],
    [
      'a room that knows the host',
      'risk-centre/a.ts',
      `import '../host/serve.ts';`,
      'leads up from risk-centre to host',
    ],
    ['a test is a file like others', 'kernel/a.test.ts', `import '@opengoa/vehicles/domain';`, 'leads up from kernel'],
    [
      'a way past the door',
      'host/a.ts',
      `import '../domains/vehicles/trip.ts';`,
      'passes the wall of domains/vehicles',
    ],
    ['a name that is no door', 'host/a.ts', `import '@opengoa/vehicles/trip';`, 'is no door'],
    [
      'a door that is not for rooms',
      'domains/vehicles/a.ts',
      `import '@opengoa/kernel/host';`,
      'is for what puts the house together',
    ],
    ['a door that is for tests', 'host/a.ts', `import '@opengoa/kernel/testing';`, 'is for tests'],
    ['a folder without a place', 'helpers/a.ts', `import '@opengoa/kernel';`, 'stands in no room'],
  ])('%s', async (_what, path, text, says) => {
    const problems = await problemsOf({ [path]: text });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toContain(path);
    expect(problems[0]).toContain(says);
  });

  test('tests above the rooms may look inside; a passage that nobody uses is closed', async () => {
    expect(await problemsOf({ 'journeys/a.test.ts': `import '../domains/vehicles/trip.ts';` })).toEqual([]);
    expect(
      await problemsOf({ 'bench/a.ts': `import '../kernel/fact-type.ts'; import '../domains/vehicles/trip.ts';` }),
    ).toEqual([
      'checks/layers.ts: nothing passes from bench/ to risk-centre/ any more: close that passage',
      'checks/layers.ts: nothing passes from bench/ to host/ any more: close that passage',
    ]);
  });
});

test('a contract imports no behaviour', async () => {
  expect(await problemsOf({}, contracts)).toEqual([]);
  const text = `import { sql } from '@opengoa/kernel'; import './trip.ts'; import pg from 'pg'; import type { Trip } from './trip.ts';`;
  expect(await problemsOf({ 'domains/vehicles/contract.ts': text }, contracts)).toEqual([
    'domains/vehicles/contract.ts: a contract imports contracts and words, not kernel/door.ts',
    'domains/vehicles/contract.ts: a contract imports contracts and words, not domains/vehicles/trip.ts',
    'domains/vehicles/contract.ts: a contract imports contracts and zod, not pg',
  ]);
});

describe('one truth of an answer', () => {
  const screen = (text: string) => ({
    'domains/vehicles/screens/page.tsx': text,
    'domains/vehicles/screens/other.tsx': `import '../words.zh.ts';`,
  });

  test('a screen that takes a shape from its room’s contract is named, also where only a type is taken', async () => {
    expect(await problemsOf(screen(`import type { Trip } from '../contract.ts';`), oneTruth)).toEqual([
      expect.stringMatching(/^domains\/vehicles\/screens\/page.tsx: takes shapes from domains\/vehicles\/contract.ts/),
    ]);
    expect(await problemsOf(screen(`import { words } from '../words.zh.ts';`), oneTruth)).toEqual([]);
  });

  test('it fails when there is no screen to look at', async () => {
    expect((await judge(oneTruth, smallHouse(rooms))).passed).toBe(false);
  });
});
