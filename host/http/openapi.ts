import type { AnyRead, Column, List } from '@opengoa/kernel';
import { onTheWay, sessionDoors, type Kernel } from '@opengoa/kernel/host';
import type { DoorLimits } from './serve.ts';
import {
  answerOfVerb,
  components,
  idempotencyKey,
  inQuery,
  named,
  requestProof,
  schemaOf,
  toldDoor,
  type Schema,
} from './contract-shapes.ts';
import { withNamedShapes } from './named-shapes.ts';

const json = (schema: Schema) => ({ 'application/json': schema });

/**
 * The contract of every door, from the same schemas that judge the input (OpenAPI 3.1; SEC-AC-01, SEC-IN-16).
 * @param host doors that no room declares: session, files, imports, health
 * @param limits of the running program; left out where there is none
 */
export function openApiOf(
  kernel: Pick<Kernel, 'verbs' | 'reads' | 'lists'>,
  host: Readonly<Record<string, Schema>>,
  limits?: DoorLimits,
): Schema {
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
        answer: json(answerOfRead(read)),
        ...(read.refusals ? { more: { 'x-refusals': read.refusals } } : {}),
      }),
    };
    if (read.table) paths[`/api/reads/${read.name}.csv`] = { get: tableOf(read, query) };
    if (read.workbook) paths[`/api/reads/${read.name}.xlsx`] = { get: workbookOf(read, query) };
  }
  for (const list of kernel.lists.values()) {
    paths[`/api/reads/${list.name}`] = { get: pageOf(list) };
    paths[`/api/lists/${list.name}`] = {
      get: toldDoor({
        id: `${list.name}.list`,
        title: { zh: `${list.title.zh}:列`, en: `${list.title.en}: columns` },
        rights: list.who,
        answer: json(named('ListMeta')),
      }),
    };
    for (const format of ['csv', 'xlsx'] as const)
      paths[`/api/reads/${list.name}.${format}`] = { get: exportOf(list, format) };
  }
  return withNamedShapes({
    openapi: '3.1.0',
    info: { title: 'OpenGOA', version: '1', license: { name: 'MulanPSL-2.0', identifier: 'MulanPSL-2.0' } },
    ...(limits ? { 'x-limits': limitsTold(limits) } : {}),
    /** Any door may say these; an act says beside them what stands in its own `x-refusals`. */
    'x-refusals': [...onTheWay, ...atTheDoor],
    security: [{ session: [] }, { key: [] }],
    paths,
    components,
  });
}

/** What the host says before a room is asked. */
const atTheDoor = [
  'away',
  'fault',
  'malformed',
  'method-not-allowed',
  'not-from-our-page',
  'overloaded',
  'too-large',
  'too-often',
  'wrong-media-type',
];

const limitsTold = (limits: DoorLimits): Schema => ({
  bodyBytes: limits.body,
  uploadBytes: limits.upload,
  jsonDepth: limits.jsonDepth,
  jsonKeys: limits.jsonKeys,
  jsonArray: limits.jsonArray,
  headerMillis: limits.headerTime,
  requestMillis: limits.requestTime,
  idleMillis: limits.idleTime,
});

const may: Schema = { type: 'array', items: { type: 'string' } };

/** What the room shapes, and beside it what may be done now, where the read offers acts. */
function answerOfRead(read: AnyRead): Schema {
  const answer = schemaOf(read.answer, 'output') as Schema & { properties?: Schema; required?: readonly string[] };
  if (!read.moves) return answer;
  return {
    ...answer,
    properties: { ...answer.properties, may },
    required: [...new Set([...(answer.required ?? []), 'may'])],
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

/** More choices than this are a register that grows: an older row may hold one that is no longer offered. */
const choicesTold = 40;

/** A value of the column, as JSON holds it. */
function valueOf({ kind, choices, personal }: Column): Schema {
  // What is masked is text, whatever it was.
  if (personal) return { type: 'string' };
  switch (kind) {
    case 'integer':
    case 'money-fen':
      return { type: 'integer' };
    case 'decimal':
      return { type: 'number' };
    case 'yes-no':
      return { type: 'boolean' };
    case 'day':
      return { type: 'string', format: 'date' };
    case 'instant':
      return { type: 'string', format: 'date-time' };
    case 'unit':
    case 'person':
    case 'id':
      return { type: 'string', format: 'uuid' };
    case 'choice': {
      const codes = Object.keys(choices ?? {});
      return codes.length > 0 && codes.length <= choicesTold ? { type: 'string', enum: codes } : { type: 'string' };
    }
    case 'json':
      return {};
    default:
      return { type: 'string' };
  }
}

function columnOf(column: Column): Schema {
  const { title, kind, sort, always, personal } = column;
  const value = valueOf(column);
  const filled = kind === 'json' || (!personal && (always || sort === true));
  const description = `${title.zh} · ${title.en}`;
  return filled ? { description, ...value } : { description, anyOf: [value, { type: 'null' }] };
}

function rowOf(list: List): Schema {
  const properties = {
    id: { type: 'string', format: 'uuid' },
    unit_id: { anyOf: [{ type: 'string', format: 'uuid' }, { type: 'null' }] },
    ...Object.fromEntries(Object.entries(list.columns).map(([key, column]) => [key, columnOf(column)])),
  };
  return {
    type: 'object',
    properties: list.moves ? { ...properties, may } : properties,
    required: [...Object.keys(properties), ...(list.moves ? ['may'] : [])],
    additionalProperties: false,
  };
}

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
        rows: { type: 'array', items: rowOf(list) },
        next: { type: 'string' },
        total: named('Total'),
        sums: { type: 'object', additionalProperties: { type: 'number' } },
      },
      additionalProperties: false,
    }),
  });

const tableOf = (read: AnyRead, query: { properties?: Record<string, Schema>; required?: string[] }): Schema =>
  toldDoor({
    id: `${read.name}.csv`,
    title: { zh: `${read.title.zh}:下载`, en: `${read.title.en}: table` },
    rights: read.who,
    parameters: Object.entries(query.properties ?? {}).map(([name, schema]) =>
      inQuery(name, schema, query.required?.includes(name)),
    ),
    answer: { 'text/csv': { type: 'string', format: 'binary' } },
  });

const workbookOf = (read: AnyRead, query: { properties?: Record<string, Schema>; required?: string[] }): Schema =>
  toldDoor({
    id: `${read.name}.xlsx`,
    title: { zh: `${read.title.zh}:下载`, en: `${read.title.en}: workbook` },
    rights: read.who,
    parameters: Object.entries(query.properties ?? {}).map(([name, schema]) =>
      inQuery(name, schema, query.required?.includes(name)),
    ),
    answer: {
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': { type: 'string', format: 'binary' },
    },
  });

const exportOf = (list: List, format: 'csv' | 'xlsx'): Schema =>
  toldDoor({
    id: `${list.name}.${format}`,
    title: { zh: `${list.title.zh}:导出`, en: `${list.title.en}: export` },
    about: { zh: '按筛选导出;含个人信息的台账须写明事由,导出留痕', en: 'As filtered; personal data asks for a reason' },
    rights: list.who,
    parameters: ['reason', 'marked', ...filtersOf(list)].map((name) => inQuery(name)),
    answer: {
      [format === 'csv' ? 'text/csv' : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet']: {
        type: 'string',
        format: 'binary',
      },
    },
  });
