import type { Check } from './check.ts';
import { isTest, type House } from './house.ts';
import { isMade } from './layers.ts';
import { reachOf } from './reach.ts';

/** Files that worker threads and child processes run: named by their path, beside `import.meta`, and not imported. */
function startedByPath(house: House): Set<string> {
  const started = new Set<string>();
  for (const { path, text, imports } of house.sources) {
    if (!text.includes('import.meta')) continue;
    const imported = new Set(imports.map(({ specifier }) => specifier.split('/').at(-1)));
    const named = new Set([...text.matchAll(/['"`/]([\w.-]+\.ts)['"`]/g)].map((match) => match[1]!));
    for (const each of house.sources)
      if (each.path !== path) {
        const name = each.path.split('/').at(-1)!;
        if (named.has(name) && !imported.has(name)) started.add(each.path);
      }
  }
  return started;
}

/**
 * Where the program, its tools and its tests begin. Rules, no list of files: doors of packages, what the host and the shell find on the
 * disk, what package.json runs, configuration, and tests.
 */
function entriesOf(house: House): string[] {
  const manifest = JSON.parse(house.read('package.json')) as { scripts?: Record<string, string> };
  const run = Object.values(manifest.scripts ?? {}).join(' ');
  const started = startedByPath(house);
  const doors = new Set(house.packages.flatMap((each) => [...each.doors.values()]));
  return house.sources
    .map(({ path }) => path)
    .filter(
      (path) =>
        doors.has(path) ||
        started.has(path) ||
        isTest(path) ||
        run.includes(path) ||
        // Run by hand or by another program: scripts and benchmarks say so in their first line.
        /^(scripts|bench)\/[^/]+\.ts$/.test(path) ||
        path === 'host/opengoa.ts' ||
        // Started by path, in a process of its own (`runApart`).
        /^host\/program\/[a-z-]+-apart\.ts$/.test(path) ||
        // Named by a page of their own: index.html, report.html.
        path === 'web/shell/src/main.tsx' ||
        path === 'web/shell/src/report/report.ts' ||
        /(^|\/)(domain|web)\.ts$/.test(path) ||
        // Types alone, which the compiler finds by its folders.
        isMade(path) ||
        /\/risks\/[^/]+\/risk\.ts$/.test(path) ||
        /(^|\/)(vite|vitest)\.config\.ts$/.test(path) ||
        // The gallery of screens, a tool beside the shell.
        path.startsWith('web/shell/dev/'),
    );
}

/** A file that nobody imports is forgotten, and so is a package without one. One that only tests reach is not connected yet, and is named. */
export const deadFiles: Check = {
  title: 'Dead files: every source is imported by somebody, every package has one',
  examine(house) {
    const entries = entriesOf(house);
    const live = reachOf(
      house,
      entries.filter((path) => !isTest(path)),
    );
    const tested = reachOf(house, entries);
    const dead = house.sources.filter(({ path }) => !live.has(path) && !isTest(path));
    const empty = house.packages.filter(
      ({ folder }) => !house.sources.some(({ path }) => path.startsWith(`${folder}/`)),
    );
    return {
      examined: house.sources.length,
      of: 'sources',
      problems: [
        ...dead.filter(({ path }) => !tested.has(path)).map(({ path }) => ({ path, says: 'nobody imports this file' })),
        ...empty.map(({ folder }) => ({ path: `${folder}/package.json`, says: 'a package without a source' })),
      ],
      remarks: dead.filter(({ path }) => tested.has(path)).map(({ path }) => `only tests reach ${path}`),
    };
  },
};
