import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, posix, relative, sep } from 'node:path';
import { parseSync } from 'vite';

/** One import as it stands in a source; a re-export and a dynamic import count as well. */
export interface Import {
  readonly specifier: string;
  readonly line: number;
  /** Names taken: `default`, `*` for all of them, none for `import './x.css'`. */
  readonly names: readonly string[];
  /** `import type` and `export type` leave nothing behind when types are stripped. */
  readonly erased: boolean;
  /** `import('./page.tsx')` loads when it is reached. */
  readonly later?: boolean;
}

/** A TypeScript file, read and parsed once for every check. */
export interface Source {
  /** From the root, with slashes: `kernel/verbs/verb.ts`. */
  readonly path: string;
  readonly text: string;
  readonly imports: readonly Import[];
  /** Patterns of `import.meta.glob`, as written. */
  readonly globs: readonly string[];
}

/** A workspace package: its folder and the doors its `exports` name. */
export interface Package {
  readonly name: string;
  readonly folder: string;
  /** Door (`./contract`) to file (`domains/vehicles/contract.ts`). */
  readonly doors: ReadonlyMap<string, string>;
  readonly manifest: Readonly<Record<string, unknown>>;
}

/** The repository as the checks see it: looked at on the disk, never listed by hand. */
export interface House {
  readonly root: string;
  /** Every file that is kept, generated and installed ones left out. */
  readonly paths: readonly string[];
  readonly sources: readonly Source[];
  readonly packages: readonly Package[];
  read(path: string): string;
  has(path: string): boolean;
}

const passedOver = new Set(['node_modules', 'coverage', 'data']);
const isSource = (path: string) => /\.(ts|tsx|mts)$/.test(path) && !path.endsWith('.d.ts');

/** Folders whose name begins with a dot, `dist…` and, at the root, `data` hold nothing that is kept; `.ci` does. */
function pathsBelow(root: string): string[] {
  const found: string[] = [];
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      const atRoot = folder === root;
      if (entry.isDirectory()) {
        const hidden = entry.name.startsWith('.') && entry.name !== '.ci';
        const generated = entry.name.startsWith('dist') || entry.name === 'node_modules' || entry.name === 'coverage';
        if (hidden || generated || (atRoot && passedOver.has(entry.name))) continue;
        walk(join(folder, entry.name));
      } else if (entry.isFile()) found.push(relative(root, join(folder, entry.name)).split(sep).join('/'));
    }
  };
  walk(root);
  return found.toSorted();
}

/** What one file imports, by its syntax tree, so that comments and strings do not count. */
export function readSource(path: string, text: string): Source {
  const { module } = parseSync(path, text);
  const lineAt = (offset: number) => text.slice(0, offset).split('\n').length;
  const imports: Import[] = [];
  for (const found of module.staticImports) {
    imports.push({
      specifier: found.moduleRequest.value,
      line: lineAt(found.start),
      names: found.entries.map(({ importName }) =>
        importName.kind === 'Name' ? (importName.name ?? '*') : importName.kind === 'Default' ? 'default' : '*',
      ),
      erased: /^import\s+type\b/.test(text.slice(found.start)),
    });
  }
  for (const found of module.staticExports) {
    const from = new Map<string, string[]>();
    for (const { moduleRequest, importName } of found.entries) {
      if (!moduleRequest) continue;
      const names = from.get(moduleRequest.value) ?? [];
      from.set(moduleRequest.value, [...names, importName.kind === 'Name' ? (importName.name ?? '*') : '*']);
    }
    const erased = /^export\s+type\b/.test(text.slice(found.start));
    for (const [specifier, names] of from) imports.push({ specifier, line: lineAt(found.start), names, erased });
  }
  for (const { start, moduleRequest } of module.dynamicImports) {
    const written = /^(['"`])([^$]*)\1$/.exec(text.slice(moduleRequest.start, moduleRequest.end));
    if (written?.[2])
      imports.push({ specifier: written[2], line: lineAt(start), names: ['*'], erased: false, later: true });
  }
  const globs = [...text.matchAll(/import\.meta\.glob(?:<[^>]*>)?\(\s*'([^']+)'/g)].map((match) => match[1]!);
  return { path, text, imports, globs };
}

function readPackages(root: string, paths: readonly string[]): Package[] {
  return paths
    .filter((path) => path.endsWith('/package.json'))
    .map((path) => {
      const manifest = JSON.parse(readFileSync(join(root, path), 'utf8')) as Record<string, unknown>;
      const folder = dirname(path);
      const exports = (manifest['exports'] ?? {}) as Record<string, string>;
      const doors = new Map(Object.entries(exports).map(([door, target]) => [door, posix.join(folder, target)]));
      return { name: String(manifest['name']), folder, doors, manifest };
    });
}

/** @param root a repository: this one, or a small bad one of a test */
export function readHouse(root: string): House {
  const paths = pathsBelow(root);
  const here = new Set(paths);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return {
    root,
    paths,
    sources: paths.filter(isSource).map((path) => readSource(path, read(path))),
    packages: readPackages(root, paths),
    read,
    has: (path) => here.has(path) || existsSync(join(root, path)),
  };
}

/** Where an import leads: a file of the house, or the package (`pg`, `node:fs`) of somebody else. */
export type Target = { readonly file: string; readonly through?: Package } | { readonly outside: string };

/** @returns `undefined` for a name of one of our packages that is no door of it */
export function resolveImport(house: House, from: string, specifier: string): Target | undefined {
  const bare = specifier.replace(/\?.*$/, '');
  if (bare.startsWith('.')) return { file: posix.normalize(posix.join(posix.dirname(from), bare)) };
  const through = house.packages.find(({ name }) => bare === name || bare.startsWith(`${name}/`));
  if (!through) return { outside: bare };
  const file = through.doors.get(`.${bare.slice(through.name.length)}`);
  return file ? { file, through } : undefined;
}

/** The name under which somebody else's package is installed: `@fastify/static`, `pg`, `node:fs`. */
export const packageName = (specifier: string): string =>
  specifier.startsWith('@')
    ? specifier.split('/').slice(0, 2).join('/')
    : specifier.startsWith('node:')
      ? specifier
      : specifier.split('/')[0]!;

export const isTest = (path: string): boolean =>
  /\.test\.tsx?$/.test(path) ||
  path.includes('/testing/') ||
  path.startsWith('journeys/') ||
  /\/testing-[^/]+$/.test(path);
