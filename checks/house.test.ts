import { expect, test } from 'vitest';
import { readSource, resolveImport } from './house.ts';
import { roomPackage, smallHouse } from './testing/small-house.ts';

test('imports are read from the syntax tree: comments and strings are none, re-exports and dynamic imports are', () => {
  const source = readSource(
    'kernel/a.ts',
    [
      `import type { A } from './a.ts';`,
      `import b, { c as d } from './b.ts';`,
      `// import { e } from './e.ts';`,
      "const text = `\nimport { f } from './f.ts';\n`;",
      `export * from './g.ts';`,
      `export { h } from './h.ts';`,
      `const i = await import('./i.ts');`,
      `import './j.css';`,
      `const pages = import.meta.glob<unknown>('../*/web.ts');`,
    ].join('\n'),
  );
  expect(source.imports.map(({ specifier, names, erased }) => [specifier, names.join(), erased])).toEqual([
    ['./a.ts', 'A', true],
    ['./b.ts', 'default,c', false],
    ['./j.css', '', false],
    ['./g.ts', '*', false],
    ['./h.ts', 'h', false],
    ['./i.ts', '*', false],
  ]);
  expect(source.imports.find(({ specifier }) => specifier === './g.ts')?.line).toBe(7);
  expect(source.globs).toEqual(['../*/web.ts']);
});

test('a name of one of our packages leads through its doors, and through nothing else', () => {
  const house = smallHouse({
    'kernel/package.json': roomPackage('kernel', '.', 'contract'),
    'kernel/door.ts': '',
    'kernel/contract.ts': '',
  });
  expect(resolveImport(house, 'host/a.ts', '@opengoa/kernel')).toMatchObject({ file: 'kernel/door.ts' });
  expect(resolveImport(house, 'host/a.ts', '@opengoa/kernel/contract')).toMatchObject({ file: 'kernel/contract.ts' });
  expect(resolveImport(house, 'host/a.ts', '@opengoa/kernel/inside')).toBeUndefined();
  expect(resolveImport(house, 'host/a.ts', 'pg')).toEqual({ outside: 'pg' });
  expect(resolveImport(house, 'host/b/a.ts', '../c.ts')).toEqual({ file: 'host/c.ts' });
});

test('what is generated or installed is no part of the house', () => {
  const house = smallHouse({
    'web/shell/dist/a.js': '',
    'web/shell/dist-gallery/a.ts': '',
    'node_modules/x/a.ts': '',
    'data/a.ts': '',
    'kernel/standards/data/disk.yaml': '',
    '.ci/run': '',
    '.cache/a.ts': '',
  });
  expect(house.paths).toEqual(['.ci/run', 'kernel/standards/data/disk.yaml', 'package.json']);
});
