/**
 * Prints the entries that `columns.yaml` of each room still lacks, ready to be filled in:
 *
 *     node scripts/on-node-24.mjs scripts/columns.ts
 *
 * `?` stands where somebody has to decide. Columns that tell of a person go under `columns` with their mark and purpose.
 */
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readColumns } from '@opengoa/kernel/host';
import { catalogueOf, catalogues } from '../checks/columns/catalogued-columns.ts';
import { presentColumns } from '../checks/columns/present-columns.ts';
import { readHouse } from '../checks/house.ts';

const house = readHouse(dirname(dirname(fileURLToPath(import.meta.url))));
const told = catalogues(house).flatMap((path) => readColumns(house.read(path), path));
const known = new Set(told.map(({ table, column }) => `${table}.${column}`));
const tables = new Set(told.map(({ table }) => table));
const missing = Map.groupBy(
  (await presentColumns(house)).filter(({ table, column }) => !known.has(`${table}.${column}`)),
  ({ table }) => table,
);
/** Names that usually tell of a person. */
const ofPerson = /(_name|^name|person_id|_by|asker_id|phone|licence|address)$/;
for (const [table, columns] of missing) {
  const names = columns.map(({ column }) => column);
  const plain = names.filter((name) => !ofPerson.test(name));
  const personal = names.filter((name) => ofPerson.test(name));
  console.log(`# ${catalogueOf(table)}`);
  console.log(`  ${table}:`);
  if (!tables.has(table)) {
    console.log('    title: { zh: ?, en: ? }\n    class: general\n    level: 1\n    owner: ?');
    console.log('    purpose: { zh: ?, en: ? }\n    retention: business');
  }
  if (plain.length > 0) console.log(`    plain: [${plain.join(', ')}]`);
  if (personal.length > 0) console.log('    columns:');
  for (const name of personal) console.log(`      ${name}: { mark: personal, purpose: { zh: ?, en: ? } }`);
}
console.log(missing.size === 0 ? 'every column is catalogued' : `# ${missing.size} tables to tell of`);
