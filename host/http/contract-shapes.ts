import { z } from 'zod';
import type { Words } from '@opengoa/kernel';
import { FactRefShape, ListMetaShape, ProblemShape, SessionShape, TotalShape } from '@opengoa/kernel/contract';
import { ImportStandingShape } from './import-standing.ts';

/** A piece of the published contract (OpenAPI 3.1, JSON Schema 2020-12). */
export type Schema = Readonly<Record<string, unknown>>;

/** One door as the contract tells it. */
export interface DoorTold {
  readonly id: string;
  readonly title: Words;
  readonly about?: Words | undefined;
  /** Roles, or `anyone`, `signed-in`, `self`, `holder`, `session`, `beside` (the machine itself). */
  readonly rights: readonly string[];
  readonly parameters?: readonly Schema[];
  readonly body?: Readonly<Record<string, Schema>>;
  /** Media type and schema of the answer; none for an answer without content. */
  readonly answer: Readonly<Record<string, Schema>> | null;
  readonly more?: Schema;
}

const problem = { $ref: '#/components/responses/Problem' };
const refusals = [
  '400',
  '401',
  '403',
  '404',
  '405',
  '408',
  '409',
  '413',
  '415',
  '422',
  '429',
  '431',
  '500',
  '503',
  '507',
];

/** What every door tells: rights, limits and every form of refusal (SEC-IN-16). */
export function toldDoor(door: DoorTold): Schema {
  const { id, title, about, rights, parameters, body, answer, more } = door;
  return {
    operationId: id,
    summary: title.en,
    description: `${title.zh}${about ? `。${about.zh}` : ''}`,
    tags: [id.split('.')[0]],
    'x-rights': rights,
    ...(rights.includes('anyone') || rights.includes('beside') ? { security: [] } : {}),
    ...(parameters && parameters.length > 0 ? { parameters } : {}),
    ...(body
      ? {
          requestBody: {
            required: true,
            content: Object.fromEntries(Object.entries(body).map(([type, schema]) => [type, { schema }])),
          },
        }
      : {}),
    responses: {
      ...(answer === null
        ? { '204': { description: 'Taken' } }
        : {
            '200': {
              description: 'OK',
              content: Object.fromEntries(Object.entries(answer).map(([type, schema]) => [type, { schema }])),
            },
          }),
      ...Object.fromEntries(refusals.map((status) => [status, problem])),
    },
    ...more,
  };
}

/** `readOnly` would say of an answer that it may not be sent: what it comes from is only a type that nobody may write to. */
export function schemaOf(type: z.ZodType, io: 'input' | 'output' = 'input'): Schema {
  const { $schema: _dialect, ...schema } = z.toJSONSchema(type, {
    target: 'draft-2020-12',
    unrepresentable: 'any',
    io,
    override: ({ jsonSchema }) => void delete jsonSchema.readOnly,
  });
  return schema;
}

/** A schema that the contract gives a name. */
export const named = (name: keyof typeof shared): Schema => ({ $ref: `#/components/schemas/${name}` });

export const inQuery = (
  name: string,
  schema: Schema = { type: 'string', maxLength: 8_000 },
  required = false,
): Schema => ({
  name,
  in: 'query',
  required,
  schema,
});

export const inPath = (name: string, schema: Schema = { type: 'string', format: 'uuid' }): Schema => ({
  name,
  in: 'path',
  required: true,
  schema,
});

/** Made by the client: the same key gives the same answer once, and for days (SEC-BI-01). */
export const idempotencyKey: Schema = {
  name: 'Idempotency-Key',
  in: 'header',
  required: true,
  schema: { type: 'string', format: 'uuid' },
};

/** From `GET /api/session`; needed with a session cookie, not with a machine's key (SEC-SE-07). */
export const requestProof: Schema = {
  name: 'X-Request-Proof',
  in: 'header',
  required: false,
  schema: { type: 'string', minLength: 43, maxLength: 43 },
};

export const anyFile: Schema = { type: 'string', format: 'binary' };
export const anything: Schema = {};
/** Takes and tells nothing but that it was done. */
export const nothingTold: Schema = { type: 'object', maxProperties: 0 };

const shared = {
  FactRef: schemaOf(FactRefShape, 'output'),
  Problem: schemaOf(ProblemShape, 'output'),
  Session: schemaOf(SessionShape, 'output'),
  ListMeta: schemaOf(ListMetaShape, 'output'),
  Total: schemaOf(TotalShape, 'output'),
  ImportStanding: schemaOf(ImportStandingShape, 'output'),
};

export const components: Schema = {
  securitySchemes: {
    session: { type: 'apiKey', in: 'cookie', name: '__Host-opengoa' },
    key: { type: 'http', scheme: 'bearer' },
  },
  schemas: shared,
  responses: {
    Problem: {
      description: 'Refused, with the reason and what is possible instead; 429 and 503 carry Retry-After',
      content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
    },
  },
};

/** The facts that an act left, and its result where it has one. */
export const answerOfVerb = (result?: z.ZodType): Schema => ({
  type: 'object',
  required: ['facts', ...(result ? ['result'] : [])],
  properties: {
    facts: { type: 'array', items: named('FactRef') },
    ...(result ? { result: schemaOf(result, 'output') } : {}),
  },
  additionalProperties: false,
});
