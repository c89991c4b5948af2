import { expect, test } from 'vitest';
import type { Answer } from '../visitor.ts';
import { asTold, type ToldContract } from './as-told.ts';

const shape = { type: 'object', properties: { at: { type: 'string', format: 'date' } }, required: ['at'] };
const contract = {
  'x-refusals': ['not-found'],
  components: { schemas: { Day: shape } },
  paths: {
    '/api/reads/library.day': {
      get: {
        operationId: 'library.day',
        'x-refusals': ['closed-today'],
        responses: { 200: { content: { 'application/json': { schema: { $ref: '#/components/schemas/Day' } } } } },
      },
    },
  },
} as unknown as ToldContract;
const untold = asTold(contract);
const door = { path: '/api/reads/library.day', method: 'GET' };
const answered = (body: unknown) => untold(door, { status: 200, body } as Answer);
const refused = (code: string) => untold(door, { status: 409, code } as Answer);

test('an answer of another shape is named by its place, one as told is let pass', () => {
  expect(answered({ at: '2026-03-05' })).toBeUndefined();
  expect(answered({ at: 'tomorrow' })).toContain('/at');
  expect(answered({})).toContain("must have required property 'at'");
  expect(answered([])).toContain('must be object');
});

test('a refusal is told by the door, or by all of them', () => {
  expect([refused('closed-today'), refused('not-found')]).toEqual([undefined, undefined]);
  expect(refused('no-seat')).toContain('no-seat');
});
