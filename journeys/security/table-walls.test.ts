import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { tableWalls, type Let, type TableWalls } from './matrix/table-walls.ts';
import { matrixTown, type MatrixTown } from './matrix/world.ts';

let it: MatrixTown;
let walls: TableWalls;

beforeAll(async () => {
  it = await matrixTown();
  walls = await tableWalls(it.at.superuser);
}, 240_000);
afterAll(() => it?.at.close());

type Told = Record<string, Record<string, string>>;

/** By table and by who comes; the role stands beside where not every room's has it. */
function byTable(lets: readonly Let[]): Told {
  const tables: Told = {};
  for (const { table, who, what, roles } of lets) {
    const some =
      roles.join() === 'every room' ? '' : ` (${roles.map((role) => role.replace('opengoa_', '')).join(', ')})`;
    const found = (tables[table] ??= {});
    found[who] = [...(found[who] ? [found[who]] : []), `${what}${some}`].join('; ');
  }
  return tables;
}

test('SEC-DB-02 SEC-DB-11 what each table lets a role do, by whose row it is, is exactly the reviewed list', () => {
  const file = join(import.meta.dirname, 'table-walls.yaml');
  const found = byTable([...walls.lets, ...walls.heldBack]);
  // To be read line by line before it goes into the file.
  if (process.env['OPENGOA_SHOW_WALLS']) process.stdout.write(stringify(found, { lineWidth: 0 }));
  expect(found).toEqual(parse(readFileSync(file, 'utf8')));
});

test('SEC-DB-02 there is no table without a row to try with, and whoever comes from another node is let do nothing', () => {
  expect(walls.tried).toBeGreaterThan(1_500);
  expect(walls.empty).toEqual([]);
  expect(walls.lets.filter(({ who }) => who.endsWith('another node'))).toEqual([]);
});
