import { builtinModules } from 'node:module';
import type { Check, Problem } from './check.ts';
import { isTest, packageName, type House } from './house.ts';
import { roomOf } from './layers.ts';
import { reachOf, wayTo } from './reach.ts';

/** Where pages begin: the shell's page, and what every room hands to it. */
const isPageEntry = (path: string): boolean =>
  path === 'web/shell/src/main.tsx' || /^(domains\/[^/]+|[^/]+)\/web\.ts$/.test(path) || path === 'web/kit/kit.ts';

/** Run on both sides, though they stand among the server's dependencies. */
const both = new Set(['zod']);

/** The root's `dependencies` are the server's; what pages need is bundled and therefore a `devDependency`. */
function serverPackages(house: House): Set<string> {
  const manifest = JSON.parse(house.read('package.json')) as { dependencies?: Record<string, string> };
  return new Set([...Object.keys(manifest.dependencies ?? {}).filter((name) => !both.has(name)), ...builtinModules]);
}

/** Pages are sent to browsers: nothing they reach may open a file, a socket or a database. */
export const webReach: Check = {
  title: 'No page reaches server code',
  examine(house) {
    const server = serverPackages(house);
    const problems: Problem[] = [];
    const entries = house.paths.filter(isPageEntry);
    const leaves: { name: string; from: string; line: number }[] = [];
    const reached = reachOf(
      house,
      entries,
      (_source, { erased }) => !erased,
      (specifier, { from, by }) => leaves.push({ name: packageName(specifier), from, line: by.line }),
    );
    for (const { name, from, line } of leaves)
      if (name.startsWith('node:') || server.has(name))
        problems.push({ path: from, line, says: `a page reaches ${name}: ${wayTo(reached, from)}` });
    for (const path of reached.keys())
      if (roomOf(house, path)?.folder === 'host')
        problems.push({ path, says: `a page reaches the host: ${wayTo(reached, path)}` });
    return { examined: reached.size, of: 'files of pages', problems };
  },
};

/** The server runs TypeScript as it stands: a screen in its way would stop the start. */
export const serverReach: Check = {
  title: 'No server code reaches a screen',
  examine(house) {
    const entries = house.paths.filter(
      (path) => /^(domains\/[^/]+|[^/]+)\/domain\.ts$/.test(path) || path === 'host/opengoa.ts',
    );
    const reached = reachOf(house, entries, (_source, { erased }) => !erased);
    const problems = [...reached.keys()]
      .filter((path) => !isTest(path) && (/\.(tsx|css)$/.test(path) || roomOf(house, path)?.folder === 'web/kit'))
      .map((path) => ({ path, says: `the server reaches a screen: ${wayTo(reached, path)}` }));
    return { examined: reached.size, of: 'files of the server', problems };
  },
};
