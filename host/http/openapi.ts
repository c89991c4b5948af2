import { z } from 'zod';
import type { Kernel } from '@opengoa/kernel/host';

type Schema = Record<string, unknown>;

const problem = { $ref: '#/components/responses/Problem' };
const refusals = ['400', '401', '403', '404', '409', '413', '415', '422', '429', '503', '507'];
const answersOf = (schema: Schema) => ({
  '200': { description: 'OK', content: { 'application/json': { schema } } },
  ...Object.fromEntries(refusals.map((status) => [status, problem])),
});

const schemaOf = (type: z.ZodType): Schema =>
  z.toJSONSchema(type, { target: 'draft-2020-12', unrepresentable: 'any', io: 'input' }) as Schema;

/** The contract of every door, from the same schemas that judge the input (OpenAPI 3.1; SEC-AC-01, SEC-IN-16). */
export function openApiOf(kernel: Kernel): Schema {
  const paths: Record<string, unknown> = {};
  for (const verb of kernel.verbs.values()) {
    if (verb.internal) continue;
    paths[`/api/verbs/${verb.name}`] = {
      post: {
        operationId: verb.name,
        summary: verb.title.en,
        description: `${verb.title.zh}${verb.about ? `。${verb.about.zh}` : ''}`,
        tags: [verb.name.split('.')[0]],
        'x-rights': verb.who,
        'x-refusals': verb.refusals,
        'x-facts': verb.facts.map((fact) => fact.name),
        parameters: [
          { name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', format: 'uuid' } },
        ],
        requestBody: { required: true, content: { 'application/json': { schema: schemaOf(verb.input) } } },
        responses: answersOf({
          type: 'object',
          required: ['facts'],
          properties: {
            facts: { type: 'array', items: { $ref: '#/components/schemas/FactRef' } },
            ...(verb.result ? { result: schemaOf(verb.result) } : {}),
          },
        }),
      },
    };
  }
  for (const read of kernel.reads.values()) {
    const query = schemaOf(read.query) as { properties?: Record<string, Schema>; required?: string[] };
    paths[`/api/reads/${read.name}`] = {
      get: {
        operationId: read.name,
        summary: read.title.en,
        description: read.title.zh,
        tags: [read.name.split('.')[0]],
        'x-rights': read.who,
        parameters: Object.entries(query.properties ?? {}).map(([name, schema]) => ({
          name,
          in: 'query',
          required: query.required?.includes(name) ?? false,
          schema,
        })),
        responses: answersOf(schemaOf(read.answer)),
      },
    };
  }
  for (const list of kernel.lists.values()) {
    const columns = Object.entries(list.columns);
    paths[`/api/reads/${list.name}`] = {
      get: {
        operationId: list.name,
        summary: list.title.en,
        description: list.title.zh,
        tags: [list.name.split('.')[0]],
        'x-rights': list.who,
        parameters: [
          ...(list.search ? ['q'] : []),
          'after',
          'size',
          'sums',
          'sort',
          ...columns.flatMap(([key, column]) =>
            column.filter
              ? [
                  `f.${key}`,
                  ...(['integer', 'decimal', 'money-fen', 'day', 'instant'].includes(column.kind)
                    ? [`f.${key}.from`, `f.${key}.to`]
                    : []),
                ]
              : [],
          ),
        ].map((name) => ({ name, in: 'query', required: false, schema: { type: 'string', maxLength: 8_000 } })),
        responses: answersOf({
          type: 'object',
          required: ['rows', 'total'],
          properties: {
            rows: {
              type: 'array',
              items: {
                type: 'object',
                properties: Object.fromEntries(columns.map(([key, column]) => [key, { description: column.title.zh }])),
              },
            },
            next: { type: 'string' },
            total: {
              type: 'object',
              required: ['count', 'exact'],
              properties: { count: { type: 'integer' }, exact: { type: 'boolean' } },
            },
            sums: { type: 'object', additionalProperties: { type: 'number' } },
          },
        }),
      },
    };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'OpenGOA', version: '0.1.0', license: { name: 'MulanPSL-2.0', identifier: 'MulanPSL-2.0' } },
    security: [{ session: [] }, { key: [] }],
    paths,
    components: {
      securitySchemes: {
        session: { type: 'apiKey', in: 'cookie', name: '__Host-opengoa' },
        key: { type: 'http', scheme: 'bearer' },
      },
      schemas: {
        FactRef: {
          type: 'object',
          required: ['id', 'type', 'object'],
          properties: {
            id: { type: 'string', format: 'uuid' },
            type: { type: 'string' },
            object: {
              type: 'object',
              required: ['kind', 'id'],
              properties: { kind: { type: 'string' }, id: { type: 'string', format: 'uuid' } },
            },
          },
        },
        Problem: {
          type: 'object',
          required: ['type', 'title', 'status', 'code', 'message', 'requestId'],
          properties: {
            type: { type: 'string' },
            title: { type: 'string' },
            status: { type: 'integer' },
            code: { type: 'string' },
            message: { type: 'string' },
            messageEn: { type: 'string' },
            requestId: { type: 'string', format: 'uuid' },
            data: { type: 'object' },
            possible: { type: 'array', items: { type: 'string' } },
            fields: {
              type: 'array',
              items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
            },
          },
        },
      },
      responses: {
        Problem: {
          description: 'Refused, with the reason and what is possible instead',
          content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
        },
      },
    },
  };
}
