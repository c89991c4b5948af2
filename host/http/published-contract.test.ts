import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import { expect, test } from 'vitest';
import { findRooms } from '../program/find-rooms.ts';
import { publishedContract } from './published-contract.ts';
import { withNamedShapes } from './named-shapes.ts';

type Schema = Record<string, unknown>;
interface Told {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly schema: Schema }[];
  readonly requestBody?: { readonly content: Record<string, { readonly schema: Schema }> };
  readonly responses: Record<string, { readonly content?: Record<string, { readonly schema: Schema }> }>;
  readonly 'x-refusals'?: readonly string[];
}

const rooms = await findRooms();
const contract = publishedContract(rooms);
const doors = Object.entries(contract['paths'] as Record<string, Record<string, Told>>).flatMap(([path, methods]) =>
  Object.values(methods).map((told) => ({ path, told })),
);

test('SEC-IN-16 the contract is OpenAPI 3.1 by the rules of OpenAPI itself', async () => {
  const validator = new Validator({ strict: false });
  const { valid, errors } = await validator.validate(structuredClone(contract));
  expect({ valid, errors }).toEqual({ valid: true, errors: undefined });
  expect(validator.version).toBe('3.1');
  const broken = structuredClone(contract) as { paths: Record<string, unknown> };
  broken.paths['/api/session'] = { get: { responses: { ok: {} } } };
  expect((await new Validator().validate(broken)).valid).toBe(false);
});

test('every schema of it is JSON Schema 2020-12 without a word that means nothing, and every reference leads somewhere', () => {
  const ajv = new Ajv2020({ strict: true, allowUnionTypes: true, strictRequired: false });
  formats.default(ajv);
  const { schemas } = contract['components'] as { schemas: Schema };
  const led = (schema: Schema) =>
    JSON.parse(JSON.stringify(schema).replaceAll('#/components/schemas/', 'shapes#/$defs/')) as Schema;
  ajv.addSchema({ $id: 'shapes', $defs: led(schemas) });
  let compiled = 0;
  for (const { told } of doors) {
    const schemas = [
      ...(told.parameters ?? []).map(({ schema }) => schema),
      ...[told.requestBody?.content, told.responses['200']?.content].flatMap((content) =>
        Object.values(content ?? {}).map(({ schema }) => schema),
      ),
    ];
    for (const schema of schemas) {
      expect(() => ajv.compile(led(schema)), told.operationId).not.toThrow();
      compiled += 1;
    }
  }
  expect(compiled).toBeGreaterThan(doors.length);
});

test('operation ids are told apart, and every door of JSON tells what it answers', () => {
  const ids = doors.map(({ told }) => told.operationId);
  expect(ids.filter((id, at) => ids.indexOf(id) !== at)).toEqual([]);
  const vague = doors.filter(({ told }) => {
    const schema = told.responses['200']?.content?.['application/json']?.schema;
    return schema !== undefined && !('$ref' in schema) && !('properties' in schema);
  });
  expect(vague.map(({ told }) => told.operationId)).toEqual(['host.contract']);
});

test('every refusal that an act may give is told, and has words', () => {
  const worded = new Set(rooms.flatMap(({ name, refusals }) => Object.keys(refusals).map((code) => `${name}/${code}`)));
  const anyones = contract['x-refusals'] as readonly string[];
  const wordless = [
    ...anyones.filter((code) => !worded.has(`kernel/${code}`)),
    ...doors.flatMap(({ told }) =>
      (told['x-refusals'] ?? []).filter(
        (code) => !worded.has(`kernel/${code}`) && !worded.has(`${told.operationId.split('.')[0]!}/${code}`),
      ),
    ),
  ];
  expect(wordless).toEqual([]);
  for (const { verbs } of rooms)
    for (const verb of verbs.filter(({ internal }) => !internal))
      expect(doors.find(({ told }) => told.operationId === verb.name)?.told['x-refusals'], verb.name).toEqual(
        verb.refusals,
      );
});

test('a shape that holds itself is told by a name, once, and led to from inside and outside', () => {
  const tree = {
    $defs: { tree: { type: 'object', properties: { below: { $ref: '#/$defs/tree' } } } },
    $ref: '#/$defs/tree',
  };
  const told = withNamedShapes({ paths: { one: tree, two: tree }, components: { schemas: { Other: {} } } });
  expect(told).toEqual({
    paths: { one: { $ref: '#/components/schemas/Shape1' }, two: { $ref: '#/components/schemas/Shape1' } },
    components: {
      schemas: {
        Other: {},
        Shape1: { type: 'object', properties: { below: { $ref: '#/components/schemas/Shape1' } } },
      },
    },
  });
});
