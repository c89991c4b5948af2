import { CatalogueRefused, readColumns, retentions, type CataloguedColumn } from '@opengoa/kernel/host';
import type { Check, Problem } from '../check.ts';
import type { House } from '../house.ts';
import { migrationsOf, presentColumns, type PresentColumn } from './present-columns.ts';

export const catalogues = ({ paths }: House): readonly string[] =>
  paths.filter((path) => /^(kernel|risk-centre|domains\/[^/]+)\/columns\.yaml$/.test(path)).toSorted();

/** Where a table's columns are to be told of: `columns.yaml` of the room whose schema it stands in. */
export const catalogueOf = (table: string): string => {
  const room = table.slice(0, table.indexOf('.')).replaceAll('_', '-');
  return room === 'kernel' || room === 'risk-centre' ? `${room}/columns.yaml` : `domains/${room}/columns.yaml`;
};

const key = ({ table, column }: PresentColumn): string => `${table}.${column}`;

/** Columns without an entry, entries without a column, and retentions nobody knows. Pure. */
export function compareColumns(
  present: readonly PresentColumn[],
  told: readonly (CataloguedColumn & { readonly path: string })[],
): Problem[] {
  const known = new Set(told.map(key));
  const there = new Set(present.map(key));
  return [
    ...present
      .filter((each) => !known.has(key(each)))
      .map((each) => ({
        path: catalogueOf(each.table),
        says: `${key(each)} has no class, purpose and retention: \`node scripts/on-node-24.mjs scripts/columns.ts\` prints what to fill in`,
      })),
    ...told
      .filter((each) => !there.has(key(each)))
      .map((each) => ({ path: each.path, says: `${key(each)} is no column of the database` })),
    ...told
      .filter(({ retention }) => !Object.hasOwn(retentions, retention))
      .map((each) => ({ path: each.path, says: `${key(each)}: nobody knows the retention ${each.retention}` })),
  ];
}

/** What is collected without a class, a purpose and an end is what a leak tells of first. */
export const cataloguedColumns: Check = {
  title: 'SEC-DC-01 SEC-DC-05 Columns: each one of the migrated database has class, mark, owner, purpose and retention',
  async examine(house) {
    const problems: Problem[] = [];
    const told = catalogues(house).flatMap((path) => {
      try {
        return readColumns(house.read(path), path).map((each) => ({ ...each, path }));
      } catch (error) {
        if (!(error instanceof CatalogueRefused)) throw error;
        problems.push({ path, says: error.message });
        return [];
      }
    });
    const present = migrationsOf(house).length === 0 ? [] : await presentColumns(house);
    return { examined: present.length, of: 'columns', problems: [...problems, ...compareColumns(present, told)] };
  },
};
