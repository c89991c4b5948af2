import type { House, Package } from './house.ts';

/**
 * The layer of a file is its folder; an import never leads to a higher layer.
 *
 *     kernel 0 <- web/kit 1 <- domains/* 2 <- platforms 3 <- what puts the house together, shows it, fills it, measures it 4
 */
export const top = ['web/shell', 'host', 'demo', 'bench', 'journeys', 'checks', 'scripts'] as const;

/** The room a file stands in, and its layer; `undefined` for a file at the root or in a folder that has no place in the house. */
export function roomOf(house: House, path: string): { readonly folder: string; readonly layer: number } | undefined {
  const [first = '', second = ''] = path.split('/');
  if (!path.includes('/')) return undefined;
  if (first === 'kernel') return { folder: first, layer: 0 };
  const inside = `${first}/${second}`;
  if (inside === 'web/kit') return { folder: inside, layer: 1 };
  if (first === 'domains') return { folder: inside, layer: 2 };
  const high = top.find((folder) => path.startsWith(`${folder}/`));
  if (high) return { folder: high, layer: 4 };
  // A platform is any other room: a folder with a package of its own.
  if (house.packages.some(({ folder }) => folder === first)) return { folder: first, layer: 3 };
  return undefined;
}

export const packageOf = (house: House, path: string): Package | undefined =>
  house.packages.find(({ folder }) => path.startsWith(`${folder}/`));

/** An import that the walls let through although it leads upward or past a door, and why. One that nothing uses is a problem. */
export interface Passage {
  readonly from: string;
  readonly to: string;
  readonly why: string;
}

export const passages: readonly Passage[] = [
  {
    from: 'kernel/testing/',
    to: 'host/postgres/',
    why: 'database tests run on the very PostgreSQL that the program supervises',
  },
  {
    from: 'checks/columns/',
    to: 'host/postgres/',
    why: 'the catalogue of columns is held against a migrated database',
  },
  { from: 'bench/', to: 'kernel/', why: 'a benchmark measures one part alone, below its door' },
  { from: 'bench/', to: 'domains/', why: 'a benchmark measures one method alone, below its door' },
  { from: 'bench/', to: 'risk-centre/', why: 'a benchmark measures one method alone, below its door' },
  {
    from: 'risk-centre/score/worked-examples/',
    to: 'domains/',
    why: 'each worked example is held against one method alone, where it stands below its door',
  },
  { from: 'bench/', to: 'host/', why: 'a benchmark starts its own database' },
];

/** Doors that are not for everybody: who may come through them. */
export const narrowDoors: readonly {
  readonly door: string;
  readonly for: (path: string, layer: number, test: boolean) => boolean;
  readonly whom: string;
}[] = [
  {
    door: '@opengoa/kernel/host',
    for: (_path, layer, test) => layer === 4 || test,
    whom: 'what puts the house together',
  },
  { door: '@opengoa/kernel/testing', for: (_path, _layer, test) => test, whom: 'tests' },
  { door: '@opengoa/kernel/on-paper', for: (_path, _layer, test) => test, whom: 'tests' },
];

/** The pages’ typed client, written by scripts/reference.ts: one file a room, found by looking at the disk. */
export const isMade = (path: string): boolean =>
  path === 'web/kit/client/doors.ts' || /^(domains\/[^/]+|[^/]+)\/client\.ts$/.test(path);
