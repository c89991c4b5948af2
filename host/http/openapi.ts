import type { List } from '@opengoa/kernel';
import { sessionDoors, type Kernel } from '@opengoa/kernel/host';
import type { DoorLimits } from './serve.ts';
import {
  components,
  idempotencyKey,
  inQuery,
  nothingTold,
  requestProof,
  schemaOf,
  toldDoor,
  type Schema,
} from './contract-shapes.ts';

const json = (schema: Schema) => ({ 'application/json': schema });

const answerOfVerb = (result?: Parameters<typeof schemaOf>[0]): Schema => ({
  type: 'object',
  required: ['facts'],
  properties: {
    facts: { type: 'array', items: { $ref: '#/components/schemas/FactRef' } },
    ...(result ? { result: schemaOf(result, 'output') } : {}),
  },
});

/**
 * The contract of every door, from the same schemas that judge the input (OpenAPI 3.1; SEC-AC-01, SEC-IN-16).
 * @param host doors that no room declares: session, files, imports, health
 */
export function openApiOf(kernel: Kernel, host: Readonly<Record<string, Schema>>, limits: DoorLimits): Schema {
  const paths: Record<string, unknown> = { ...host };
  for (const door of sessionDoors.values()) {
    paths[`/api/verbs/${door.name}`] = {
      post: toldDoor({
        id: door.name,
        title: door.title,
        rights: [door.who],
        parameters: [requestProof],
        body: json(schemaOf(door.input)),
        answer: json(answerOfVerb(door.result)),
        more: { 'x-refusals': door.refusals },
      }),
    };
  }
  for (const verb of kernel.verbs.values()) {
    if (verb.internal) continue;
    paths[`/api/verbs/${verb.name}`] = {
      post: toldDoor({
        id: verb.name,
        title: verb.title,
        about: verb.about,
        rights: verb.who,
        parameters: [idempotencyKey, requestProof],
        body: json(schemaOf(verb.input)),
        answer: json(answerOfVerb(verb.result)),
        more: { 'x-refusals': verb.refusals, 'x-facts': verb.facts.map((fact) => fact.name) },
      }),
    };
  }
  for (const read of kernel.reads.values()) {
    const query = schemaOf(read.query) as { properties?: Record<string, Schema>; required?: string[] };
    paths[`/api/reads/${read.name}`] = {
      get: toldDoor({
        id: read.name,
        title: read.title,
        rights: read.who,
        parameters: Object.entries(query.properties ?? {}).map(([name, schema]) =>
          inQuery(name, schema, query.required?.includes(name)),
        ),
        answer: json(schemaOf(read.answer, 'output')),
      }),
    };
  }
  for (const list of kernel.lists.values()) {
    paths[`/api/reads/${list.name}`] = { get: pageOf(list) };
    paths[`/api/lists/${list.name}`] = {
      get: toldDoor({
        id: `${list.name}.list`,
        title: { zh: `${list.title.zh}:列`, en: `${list.title.en}: columns` },
        rights: list.who,
        answer: json(nothingTold),
      }),
    };
    for (const format of ['csv', 'xlsx'] as const)
      paths[`/api/reads/${list.name}.${format}`] = { get: exportOf(list, format) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'OpenGOA', version: '1', license: { name: 'MulanPSL-2.0', identifier: 'MulanPSL-2.0' } },
    'x-limits': {
      bodyBytes: limits.body,
      uploadBytes: limits.upload,
      jsonDepth: limits.jsonDepth,
      jsonKeys: limits.jsonKeys,
      jsonArray: limits.jsonArray,
      headerMillis: limits.headerTime,
      requestMillis: limits.requestTime,
      idleMillis: limits.idleTime,
    },
    security: [{ session: [] }, { key: [] }],
    paths,
    components,
  };
}

const ranged = new Set(['integer', 'decimal', 'money-fen', 'day', 'instant']);

const filtersOf = (list: List): string[] => [
  ...(list.search ? ['q'] : []),
  'sort',
  ...Object.entries(list.columns).flatMap(([key, column]) =>
    column.filter ? [`f.${key}`, ...(ranged.has(column.kind) ? [`f.${key}.from`, `f.${key}.to`] : [])] : [],
  ),
];

const pageOf = (list: List): Schema =>
  toldDoor({
    id: list.name,
    title: list.title,
    rights: list.who,
    parameters: ['after', 'size', 'sums', ...filtersOf(list)].map((name) => inQuery(name)),
    answer: json({
      type: 'object',
      required: ['rows', 'total'],
      properties: {
        rows: {
          type: 'array',
          items: {
            type: 'object',
            properties: Object.fromEntries(
              Object.entries(list.columns).map(([key, column]) => [key, { description: column.title.zh }]),
            ),
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
  });

const exportOf = (list: List, format: 'csv' | 'xlsx'): Schema =>
  toldDoor({
    id: `${list.name}.${format}`,
    title: { zh: `${list.title.zh}:导出`, en: `${list.title.en}: export` },
    about: { zh: '按筛选导出;含个人信息的台账须写明事由,导出留痕', en: 'As filtered; personal data asks for a reason' },
    rights: list.who,
    parameters: ['reason', ...filtersOf(list)].map((name) => inQuery(name)),
    answer: {
      [format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']: {
        type: 'string',
        format: 'binary',
      },
    },
  });
