import { expect, test } from 'vitest';
import { clientFiles, doorsPath, type Contract } from './client-files.ts';
import { typeOf, type JsonSchema } from './type-of-schema.ts';

const told = (schema: JsonSchema) => typeOf(schema, 'told');

test('a schema as a type', () => {
  const cases: readonly (readonly [JsonSchema, string])[] = [
    [{ type: 'string', maxLength: 3 } as JsonSchema, 'string'],
    [{ type: ['number', 'null'] }, 'number | null'],
    [{ anyOf: [{ type: 'integer' }, { type: 'null' }] }, 'number | null'],
    [{ enum: ['a', 1, true] }, '"a" | 1 | true'],
    [{ const: null }, 'null'],
    [{ type: 'array', items: { enum: ['a', 'b'] } }, 'readonly ("a" | "b")[]'],
    [{ type: 'array', prefixItems: [{ type: 'string' }, { type: 'number' }] }, 'readonly [string, number]'],
    [
      { type: 'object', properties: { a: {}, 'b-c': { type: 'null' } }, required: ['a'] },
      '{ a: unknown; "b-c"?: null; }',
    ],
    [{ type: 'object', additionalProperties: { type: 'number' } }, '{ [name: string]: number }'],
    [{ type: 'object', additionalProperties: false }, '{ [name: string]: never }'],
    [
      { type: 'object', propertyNames: { enum: ['x'] }, additionalProperties: { type: 'number' } },
      'Partial<Record<"x", number>>',
    ],
    [{ $ref: '#/components/schemas/Total' }, 'Total'],
    [{}, 'unknown'],
  ];
  for (const [schema, type] of cases) expect(told(schema)).toBe(type);
  expect(() => told({ type: 'date' })).toThrow('date');
});

test('what a caller may leave out it may also set to undefined; what is told is there or is not', () => {
  const schema = { type: 'object', properties: { a: { type: 'string' } } };
  expect([typeOf(schema, 'sent'), typeOf(schema, 'told')]).toEqual(['{ a?: string | undefined; }', '{ a?: string; }']);
});

const answer = (schema: JsonSchema) => ({ 200: { content: { 'application/json': { schema } } } });
const titled = { summary: 'x', description: '某' };
const contract: Contract = {
  'x-refusals': ['not-found'],
  components: { schemas: { Total: { type: 'number' } } },
  paths: {
    '/api/reads/library.book': {
      get: {
        ...titled,
        operationId: 'library.book',
        parameters: [{ name: 'id', in: 'query', required: true, schema: { type: 'string' } }],
        responses: answer({ $ref: '#/components/schemas/Total' }),
      },
    },
    '/api/reads/library.books': {
      get: {
        ...titled,
        operationId: 'library.books',
        parameters: [
          { name: 'f.title', in: 'query', schema: {} },
          { name: 'f.at.from', in: 'query', schema: {} },
        ],
        responses: answer({
          properties: { rows: { type: 'array', items: { type: 'object', properties: { id: {} } } } },
        }),
      },
    },
    '/api/lists/library.books': { get: { ...titled, operationId: 'library.books.list', responses: {} } },
    '/api/reads/library.books.csv': { get: { ...titled, operationId: 'library.books.csv', responses: {} } },
    '/api/verbs/library.lend-book': {
      post: {
        ...titled,
        operationId: 'library.lend-book',
        requestBody: { content: { 'application/json': { schema: { type: 'object', additionalProperties: false } } } },
        responses: answer({ properties: { facts: {} } }),
        'x-refusals': ['already-lent'],
      },
    },
  },
};

test('a file for each room, beside the kernel’s: reads, ledgers and acts by their names, nothing else', async () => {
  const files = await clientFiles(contract, (room) => `domains/${room}`, { singleQuote: true, printWidth: 120 });
  expect([...files.keys()]).toEqual([doorsPath, 'domains/library/client.ts']);
  const text = files.get('domains/library/client.ts')!;
  for (const line of [
    "import type { Total } from '@opengoa/web-kit/doors';",
    "'library.book': { query: { id: string }; answer: Total };",
    "'library.books': { row: { id?: unknown }; filter: 'title' };",
    "'library.lend-book': { input: { [name: string]: never }; result: undefined; refusal: 'already-lent' };",
  ])
    expect(text).toContain(line);
  expect(text).not.toContain('csv');
  expect(files.get(doorsPath)).toContain("export type RefusalOfAny = 'not-found';");
});
