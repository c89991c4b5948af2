import { expect, test } from 'vitest';
import { withEntry, withImport } from './enter-room.ts';
import { fill, NewRefused } from './fill-template.ts';
import { camel, factOf, isName, past, pascal, plural } from './names.ts';

test('names in the ways code writes them', () => {
  expect([
    camel('office-room'),
    pascal('office-room'),
    plural('office-room'),
    plural('category'),
    plural('box'),
  ]).toEqual(['officeRoom', 'OfficeRoom', 'office-rooms', 'categories', 'boxes']);
  expect(['lend-file', 'Lend', 'lend_file', '1st', 'a-', ''].map(isName)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});

test('a fact is the noun and the past tense', () => {
  expect(['settle', 'lend', 'scrap', 'apply', 'repair', 'confirm'].map(past)).toEqual([
    'settled',
    'lent',
    'scrapped',
    'applied',
    'repaired',
    'confirmed',
  ]);
  expect(factOf('reassign-office-room')).toBe('OfficeRoomReassigned');
});

test('a place that nothing fills is a fault of the template', () => {
  expect(fill('{{a}}-{{b}}', { a: '1', b: '2' })).toBe('1-2');
  expect(() => fill('{{a}}', {})).toThrow('{{a}}');
});

test('entries are put where a person would put them', () => {
  const text = `import { room } from '@opengoa/kernel';\nimport {\n  a,\n} from './a.ts';\n\nexport default room({\n  verbs: [\n    a,\n  ],\n  saves: [],\n});\n`;
  expect(withImport(text, `import { b } from './b.ts';`)).toContain(
    `} from './a.ts';\nimport { b } from './b.ts';\n\nexport`,
  );
  expect(withEntry(text, 'verbs', 'b').replaceAll(/\s/g, '')).toContain('verbs:[a,b]');
  expect(withEntry(text, 'saves', 'b')).toContain('saves: [b]');
  expect(() => withEntry(text, 'jobs', 'b')).toThrow(NewRefused);
});
