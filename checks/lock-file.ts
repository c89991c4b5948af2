import type { House } from './house.ts';

/** One installed package as the lock file names it. */
export interface Locked {
  readonly name: string;
  /** Key in the lock file: `node_modules/a/node_modules/b`. */
  readonly at: string;
  readonly version?: string;
  readonly resolved?: string;
  readonly integrity?: string;
  readonly license?: string;
  readonly link?: boolean;
  readonly dev?: boolean;
  readonly devOptional?: boolean;
  readonly optional?: boolean;
  readonly hasInstallScript?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Every package of the lock file but our own workspaces, in order of name and version. */
export function lockedPackages(house: House): Locked[] {
  if (!house.has('package-lock.json')) return [];
  const { packages = {} } = JSON.parse(house.read('package-lock.json')) as {
    packages?: Record<string, Omit<Locked, 'name' | 'at'>>;
  };
  return Object.entries(packages)
    .filter(([at, { link }]) => at.includes('node_modules/') && !link)
    .map(([at, entry]) => ({ ...entry, at, name: at.slice(at.lastIndexOf('node_modules/') + 'node_modules/'.length) }))
    .toSorted((a, b) =>
      a.name === b.name ? (a.version ?? '').localeCompare(b.version ?? '') : a.name < b.name ? -1 : 1,
    );
}

/** The package that `from` gets when it asks for `name`: the nearest one above it, as Node looks. */
export function installedFor(locked: ReadonlyMap<string, Locked>, from: string, name: string): Locked | undefined {
  for (let folder = from; ;) {
    const found = locked.get(folder === '' ? `node_modules/${name}` : `${folder}/node_modules/${name}`);
    if (found || folder === '') return found;
    const above = folder.lastIndexOf('/node_modules/');
    folder = above === -1 ? '' : folder.slice(0, above);
  }
}
