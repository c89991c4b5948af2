import { describe, expect, test } from 'vitest';
import { judge, wherever, type Check } from './check.ts';
import { circles } from './circles.ts';
import { deadFiles } from './dead-files.ts';
import { anchorOf, links } from './links.ts';
import { longFiles } from './long-files.ts';
import { names } from './names.ts';
import { roomPackage, smallHouse } from './testing/small-house.ts';

const judged = async (check: Check, files: Record<string, string>) => {
  const { problems, remarks = [] } = await judge(check, smallHouse(files));
  return { problems: problems.map((problem) => `${wherever(problem)}: ${problem.says}`), remarks };
};

describe('dead files', () => {
  const files = {
    'package.json': JSON.stringify({ scripts: { start: 'node host/begin.ts' } }),
    'kernel/package.json': roomPackage('kernel', '.'),
    'kernel/door.ts': `export * from './used.ts';`,
    'kernel/used.ts': `new Worker(new URL('./thread.ts', import.meta.url));`,
    'kernel/thread.ts': '',
    'kernel/used.test.ts': `import './only-tested.ts';`,
    'kernel/only-tested.ts': '',
    'host/begin.ts': `await import('./later.ts');`,
    'host/later.ts': '',
    'domains/vehicles/risks/fuel/risk.ts': '',
  };

  test('doors, what package.json runs, kits and what they lead to are alive; what only tests reach is remarked on', async () => {
    expect(await judged(deadFiles, files)).toEqual({
      problems: [],
      remarks: ['only tests reach kernel/only-tested.ts'],
    });
  });

  test('a file that nobody imports, and one that only a dead one imports', async () => {
    const { problems } = await judged(deadFiles, {
      ...files,
      'kernel/lost.ts': `import './with-it.ts';`,
      'kernel/with-it.ts': '',
    });
    expect(problems).toEqual([
      'kernel/lost.ts: nobody imports this file',
      'kernel/with-it.ts: nobody imports this file',
    ]);
  });

  test('a package without a source is an empty room', async () => {
    const { problems } = await judged(deadFiles, { ...files, 'attic/package.json': roomPackage('attic') });
    expect(problems).toEqual(['attic/package.json: a package without a source']);
  });
});

describe('circles', () => {
  test('files that need each other, also by a third, and for a type; a page loaded later ties nothing', async () => {
    const { problems } = await judged(circles, {
      'kernel/a.ts': `import { b } from './b.ts';`,
      'kernel/b.ts': `export * from './c.ts';`,
      'kernel/c.ts': `import { a } from './a.ts';`,
      'kernel/d.ts': `import { e } from './e.ts';`,
      'kernel/e.ts': `const later = () => import('./d.ts');`,
      'kernel/f.ts': `import { g } from './g.ts';`,
      'kernel/g.ts': `import type { F } from './f.ts';`,
    });
    expect(problems).toEqual([
      'kernel/a.ts: in a circle with kernel/b.ts, kernel/c.ts',
      'kernel/f.ts: in a circle with kernel/g.ts',
    ]);
  });
});

describe('links', () => {
  test('a file, a folder, a heading, code and other sites', async () => {
    const text =
      '# 读我 Read me\n[a](docs/a.md) [b](docs/) [c](#读我-read-me) [d](docs/a.md#two-words) [e](https://example.org/x) `[f](g.md)`';
    expect(await judged(links, { 'README.md': text, 'docs/a.md': '## Two *words*' })).toEqual({
      problems: [],
      remarks: [],
    });
  });

  test('links that lead nowhere', async () => {
    const { problems } = await judged(links, {
      'docs/a.md': '\n[a](b.md)\n![c](../pictures/c.png)\n[d](a.md#nothing)\n',
    });
    expect(problems).toEqual([
      'docs/a.md:2: b.md leads nowhere',
      'docs/a.md:3: ../pictures/c.png leads nowhere',
      'docs/a.md:4: docs/a.md has no heading #nothing',
    ]);
  });

  test('a heading’s address', () => {
    expect(anchorOf('Supported versions · 支持的版本')).toBe('supported-versions--支持的版本');
  });
});

test('names that name nothing, as file, folder and function; an adjective before its noun is one', async () => {
  const { problems } = await judged(names, {
    'kernel/date-utils.ts': '',
    'web/helpers/a.ts': 'export function tripManager() {}',
    'kernel/common-passwords.ts': 'export const isCommon = true;\nexport class Database {}',
    'kernel/migrations/0001-base.sql': '',
  });
  expect(problems).toEqual([
    'kernel/date-utils.ts: “date-utils.ts” names nothing: utils of what?',
    'web/helpers/a.ts: “helpers” names nothing: helpers of what?',
    'web/helpers/a.ts:1: “tripManager” names nothing: manager of what?',
  ]);
});

test('a file over 400 lines; contracts and tests are listed', async () => {
  const long = '\n'.repeat(401);
  const { problems, remarks } = await judged(longFiles, {
    'kernel/a.ts': long,
    'kernel/b.ts': '\n'.repeat(400),
    'kernel/c.test.ts': long,
    'kernel/contract.ts': long,
  });
  expect(problems).toEqual(['kernel/a.ts: 401 lines: what is the second thing in it called?']);
  expect(remarks).toEqual(['kernel/c.test.ts: 401 lines', 'kernel/contract.ts: 401 lines', 'kernel/b.ts: 400 lines']);
});
