import { fileStoreRefusals } from '@opengoa/kernel/files';
import { anyFile, idempotencyKey, inPath, requestProof, toldDoor, type Schema } from './contract-shapes.ts';

const json = (schema: Schema) => ({ 'application/json': schema });
const text: Schema = { type: 'string' };
const orNull = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const shape = (properties: Record<string, Schema>, required = Object.keys(properties)): Schema => ({
  type: 'object',
  required,
  properties,
  additionalProperties: false,
});
const words = shape({ zh: text, en: text });
const tracking: Schema = { type: 'string', maxLength: 60 };
const nothing = json(shape({}));

/** The public door for faults, for the contract. */
export const faultContract: Record<string, Schema> = {
  '/api/faults/labels/{token}': {
    get: toldDoor({
      id: 'host.label',
      title: { zh: '标签所指', en: 'What a label is stuck on' },
      rights: ['anyone'],
      parameters: [inPath('token')],
      answer: json(
        shape({
          thing: orNull(text),
          kind: orNull(words),
          faults: { type: 'array', items: shape({ code: text, words }) },
          photos: { type: 'integer' },
          opens: orNull(text),
          desk: orNull(shape({ name: text, phone: text, hours: text })),
        }),
      ),
      more: { 'x-refusals': ['fault-reports-closed', 'too-often'] },
    }),
    post: toldDoor({
      id: 'host.report-fault',
      title: { zh: '扫码报修', en: 'Report a fault' },
      rights: ['anyone'],
      parameters: [inPath('token'), idempotencyKey, requestProof],
      body: json(
        shape({ what: { type: 'string', maxLength: 60 }, words: { type: 'string', maxLength: 500 } }, ['what']),
      ),
      answer: json(shape({ number: text, tracking: text })),
      more: { 'x-refusals': ['fault-reports-closed', 'fault-not-of-this-thing', 'too-many-reports', 'too-often'] },
    }),
  },
  '/api/faults/state': {
    post: toldDoor({
      id: 'host.fault-state',
      title: { zh: '报修进度', en: 'How a report stands' },
      rights: ['anyone'],
      parameters: [requestProof],
      body: json(shape({ tracking })),
      answer: json(
        shape({
          number: text,
          thing: text,
          said: text,
          state: text,
          words,
          reportedAt: text,
          dueAt: text,
          answer: orNull(text),
          whose: orNull(text),
          mayConfirm: { type: 'boolean' },
          mayReopen: { type: 'boolean' },
          reopenDays: { type: 'integer' },
        }),
      ),
      more: { 'x-refusals': ['too-often'] },
    }),
  },
  '/api/faults/confirm': {
    post: toldDoor({
      id: 'host.fault-fixed',
      title: { zh: '确认修好', en: 'It is fixed' },
      rights: ['anyone'],
      parameters: [idempotencyKey, requestProof],
      body: json(shape({ tracking })),
      answer: nothing,
      more: { 'x-refusals': ['not-now', 'too-often'] },
    }),
  },
  '/api/faults/reopen': {
    post: toldDoor({
      id: 'host.fault-not-fixed',
      title: { zh: '没有修好', en: 'It is not fixed' },
      rights: ['anyone'],
      parameters: [idempotencyKey, requestProof],
      body: json(shape({ tracking, why: { type: 'string', maxLength: 500 } }, ['tracking'])),
      answer: nothing,
      more: { 'x-refusals': ['not-now', 'reopening-over', 'too-often'] },
    }),
  },
  '/api/faults/photos': {
    post: toldDoor({
      id: 'host.fault-photo',
      title: { zh: '报修照片', en: 'Photo of a fault' },
      rights: ['anyone'],
      parameters: [requestProof],
      body: { 'image/jpeg': anyFile, 'image/png': anyFile },
      answer: nothing,
      more: {
        'x-refusals': [
          'too-often',
          'too-many-photos',
          ...Object.keys(fileStoreRefusals).filter((code) => !['file-in-use', 'file-not-scanned'].includes(code)),
        ],
      },
    }),
  },
};
