import { expect, test } from 'vitest';
import { judge } from './check.ts';
import { roomPackage, smallHouse } from './testing/small-house.ts';
import { serverReach, webReach } from './web-reach.ts';

const house = {
  'package.json': JSON.stringify({ dependencies: { pg: '8.0.0', zod: '4.0.0' }, devDependencies: { react: '19.0.0' } }),
  'kernel/package.json': roomPackage('kernel', '.'),
  'kernel/door.ts': `import pg from 'pg';`,
  'web/kit/package.json': roomPackage('web-kit', '.'),
  'web/kit/door.ts': `import 'react'; import 'zod';`,
  'web/shell/src/main.tsx': `import.meta.glob('../../../{domains/*,risk-centre}/web.ts');`,
  'domains/vehicles/web.ts': `const page = () => import('./page.tsx');`,
  'domains/vehicles/page.tsx': `import '@opengoa/web-kit'; import type { Tx } from '@opengoa/kernel';`,
  'domains/vehicles/domain.ts': `import '@opengoa/kernel'; import './store.ts';`,
  'domains/vehicles/store.ts': `import { readFileSync } from 'node:fs';`,
};
const problemsOf = async (check: typeof webReach, more: Record<string, string>) =>
  (await judge(check, smallHouse({ ...house, ...more }))).problems.map(({ path, says }) => `${path}: ${says}`);

test('pages that reach only pages, and types of anything', async () => {
  expect(await problemsOf(webReach, {})).toEqual([]);
});

test('a page that reaches the disk, with the way there', async () => {
  expect(await problemsOf(webReach, { 'domains/vehicles/page.tsx': `import './store.ts';` })).toEqual([
    'domains/vehicles/store.ts: a page reaches node:fs: domains/vehicles/store.ts <- domains/vehicles/page.tsx <- domains/vehicles/web.ts',
  ]);
});

test('a page that reaches the database through a door, or by types that are not erased', async () => {
  expect(
    await problemsOf(webReach, { 'domains/vehicles/page.tsx': `import { type Tx } from '@opengoa/kernel';` }),
  ).toEqual([
    'kernel/door.ts: a page reaches pg: kernel/door.ts <- domains/vehicles/page.tsx <- domains/vehicles/web.ts',
  ]);
});

test('a server that reaches a screen', async () => {
  expect(await problemsOf(serverReach, {})).toEqual([]);
  expect(await problemsOf(serverReach, { 'domains/vehicles/domain.ts': `import './page.tsx';` })).toEqual([
    'domains/vehicles/page.tsx: the server reaches a screen: domains/vehicles/page.tsx <- domains/vehicles/domain.ts',
    'web/kit/door.ts: the server reaches a screen: web/kit/door.ts <- domains/vehicles/page.tsx <- domains/vehicles/domain.ts',
  ]);
});
