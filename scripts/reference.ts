/**
 * Writes docs/reference and the pages’ typed client from the rooms as they declare themselves, without a database:
 *
 *     node scripts/on-node-24.mjs scripts/reference.ts
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readHouse } from '../checks/house.ts';
import { referencePages } from '../checks/reference/pages.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const house = readHouse(root);
const pages = await referencePages(house);
const folder = join(root, 'docs', 'reference');
mkdirSync(folder, { recursive: true });
for (const name of readdirSync(folder)) if (!pages.has(`docs/reference/${name}`)) rmSync(join(folder, name));
let changed = 0;
for (const [path, text] of pages) {
  if (house.has(path) && house.read(path) === text) continue;
  writeFileSync(join(root, path), text);
  changed += 1;
}
console.log(`docs/reference and the typed client: ${pages.size} files, ${changed} changed`);
