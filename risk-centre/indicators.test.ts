import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const rows = readFileSync(join(import.meta.dirname, 'indicators.md'), 'utf8')
  .split('\n')
  .flatMap((line) => {
    const [, id, , where, asserted] = line.split('|').map((cell) => cell.trim());
    return id && /^[A-Z]{2}-\d{2}[a-z]?$/.test(id) ? [{ id, where: where!, asserted: asserted! }] : [];
  });
const links = (cell: string) => [...cell.matchAll(/\]\(([^)]+)\)/g)].map(([, path]) => path!);

test('every indicator stands once, and every file it names is there', () => {
  expect(rows).toHaveLength(96);
  expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length);
  const paths = rows.flatMap(({ where, asserted }) => links(where + asserted));
  expect(paths.filter((path) => !existsSync(join(import.meta.dirname, path)))).toEqual([]);
});

test.each(rows)('$id is computed somewhere and asserted by a test, or says why it is not', ({ where, asserted }) => {
  if (where.startsWith('not here: ')) {
    expect(where.length).toBeGreaterThan('not here: '.length + 10);
    expect(asserted).toBe('');
    return;
  }
  expect(links(where).length).toBeGreaterThan(0);
  expect(links(asserted).filter((path) => /\.test\.ts$|\/cases\.yaml$/.test(path)).length).toBeGreaterThan(0);
});
