import { fileStoreRefusals } from '@opengoa/kernel/files';
import type { Kernel } from '@opengoa/kernel/host';
import {
  anyFile,
  answerOfVerb,
  anything,
  idempotencyKey,
  inPath,
  inQuery,
  named,
  requestProof,
  toldDoor,
  type Schema,
} from './contract-shapes.ts';
import { uploadTypes } from './files.ts';
import { faultContract } from './fault-contract.ts';
import { tableTypes } from './imports.ts';

const json = (schema: Schema) => ({ 'application/json': schema });
const workbook = { 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': anyFile };
const bodies = (types: readonly string[]) => Object.fromEntries(types.map((type) => [type, anyFile]));
const importId: Schema = {
  type: 'object',
  required: ['import'],
  properties: { import: { type: 'string', format: 'uuid' } },
  additionalProperties: false,
};
const standing = (is: string): Schema => ({
  type: 'object',
  required: ['status'],
  properties: { status: { const: is } },
  additionalProperties: false,
});
/** Said of a file that is kept already. */
const ofStored: ReadonlySet<string> = new Set(['file-in-use', 'file-not-scanned']);
const storedFile: Schema = {
  type: 'object',
  required: ['id', 'name', 'bytes', 'sha256'],
  properties: {
    id: { type: 'string', format: 'uuid' },
    name: { type: 'string' },
    bytes: { type: 'integer' },
    sha256: { type: 'string' },
  },
  additionalProperties: false,
};

/** What the host itself serves beside the rooms' doors, for the contract. */
/** A file beside a comment is opened by the thing that is talked about. */
const besideTalk = [
  inQuery('talk', { type: 'string', maxLength: 60 }),
  inQuery('of', { type: 'string', format: 'uuid' }),
];

export function hostContract(kernel: Pick<Kernel, 'rooms' | 'verbs'>): Record<string, Schema> {
  const paths: Record<string, Schema> = {
    '/healthz': {
      get: toldDoor({
        id: 'host.alive',
        title: { zh: '存活', en: 'Alive' },
        rights: ['anyone'],
        answer: json(standing('alive')),
      }),
    },
    '/readyz': {
      get: toldDoor({
        id: 'host.ready',
        title: { zh: '就绪', en: 'Ready' },
        rights: ['anyone'],
        answer: json(standing('ready')),
      }),
    },
    '/metrics': {
      get: toldDoor({
        id: 'host.figures',
        title: { zh: '运行指标', en: 'Figures for a collector beside the program' },
        rights: ['beside'],
        answer: { 'text/plain': { type: 'string' } },
      }),
    },
    '/api/openapi.json': {
      get: toldDoor({
        id: 'host.contract',
        title: { zh: '接口约定', en: 'This contract' },
        rights: ['anyone'],
        answer: json(anything),
      }),
    },
    '/api/session': {
      get: toldDoor({
        id: 'host.session',
        title: { zh: '会话', en: 'Who is here' },
        rights: ['anyone'],
        answer: json(named('Session')),
      }),
    },
    '/api/csp-reports': {
      post: toldDoor({
        id: 'host.report-blocked',
        title: { zh: '内容安全策略报告', en: 'What the policy blocked' },
        rights: ['anyone'],
        body: { 'application/csp-report': anything, 'application/reports+json': anything },
        answer: null,
      }),
    },
    '/calendar/{secret}': {
      get: toldDoor({
        id: 'host.calendar',
        title: { zh: '日历订阅', en: 'A person’s calendar (RFC 5545), by its secret address' },
        rights: ['anyone'],
        parameters: [inPath('secret', { type: 'string', maxLength: 60 })],
        answer: { 'text/calendar': { type: 'string' } },
        more: { 'x-refusals': ['too-often'] },
      }),
    },
    '/api/files/{id}': {
      get: toldDoor({
        id: 'host.file',
        title: { zh: '下载附件', en: 'A file' },
        rights: ['self', 'signed-in'],
        parameters: [inPath('id'), ...besideTalk],
        answer: { 'application/octet-stream': anyFile },
        more: { 'x-refusals': ['file-not-scanned'] },
      }),
    },
    '/api/files/{id}/preview': {
      get: toldDoor({
        id: 'host.preview',
        title: { zh: '预览附件（PDF）', en: 'A PDF to be shown inside a page' },
        rights: ['self', 'signed-in'],
        parameters: [inPath('id'), ...besideTalk],
        answer: { 'application/pdf': anyFile },
        more: { 'x-refusals': ['file-not-scanned'] },
      }),
    },
    ...faultContract,
    '/api/reads/kernel.import': {
      get: toldDoor({
        id: 'kernel.import',
        title: { zh: '导入进度', en: 'How an import stands' },
        rights: ['self'],
        parameters: [inQuery('id', { type: 'string', format: 'uuid' }, true)],
        answer: json(named('ImportStanding')),
      }),
    },
  };
  for (const act of ['stop', 'undo'] as const)
    paths[`/api/verbs/kernel.${act}-import`] = {
      post: toldDoor({
        id: `kernel.${act}-import`,
        title: act === 'stop' ? { zh: '取消导入', en: 'Stop an import' } : { zh: '撤销导入', en: 'Undo an import' },
        rights: ['self'],
        parameters: [idempotencyKey, requestProof],
        body: json(importId),
        answer: json(answerOfVerb()),
        more: { 'x-refusals': act === 'stop' ? [] : ['batch-not-finished', 'overloaded'] },
      }),
    };
  for (const { uploads = [], sheets = [] } of kernel.rooms) {
    for (const { name, title, who } of uploads)
      paths[`/api/files/${name}`] = {
        post: toldDoor({
          id: `${name}.upload`,
          title,
          rights: who,
          parameters: [inQuery('name', { type: 'string', maxLength: 500 }, true), requestProof],
          body: bodies(uploadTypes),
          answer: json(storedFile),
          more: { 'x-refusals': Object.keys(fileStoreRefusals).filter((code) => !ofStored.has(code)) },
        }),
      };
    for (const { kind, title, verb } of sheets) {
      const rights = kernel.verbs.get(verb)!.who;
      paths[`/api/imports/${kind}`] = {
        post: toldDoor({
          id: `${kind}.import`,
          title: { zh: `${title.zh}:导入`, en: `${title.en}: import` },
          rights,
          parameters: [
            inQuery('dry', { enum: ['0', '1'] }),
            inQuery('accept', { enum: ['all-or-nothing', 'good-rows'] }),
            inQuery('name', { type: 'string', maxLength: 500 }),
            requestProof,
          ],
          body: bodies(tableTypes),
          answer: json({ type: 'object', required: ['id'], properties: { id: { type: 'string', format: 'uuid' } } }),
          // What is wrong with the table itself is told where its standing is asked.
          more: { 'x-refusals': ['file-too-large'] },
        }),
      };
      paths[`/api/imports/${kind}/template.xlsx`] = {
        get: toldDoor({
          id: `${kind}.template`,
          title: { zh: `${title.zh}:模板`, en: `${title.en}: template` },
          rights,
          answer: workbook,
        }),
      };
      paths[`/api/imports/${kind}/errors.xlsx`] = {
        get: toldDoor({
          id: `${kind}.errors`,
          title: { zh: `${title.zh}:待修改的行`, en: `${title.en}: refused rows` },
          rights: ['self'],
          parameters: [inQuery('id', { type: 'string', format: 'uuid' }, true)],
          answer: workbook,
        }),
      };
    }
  }
  return paths;
}
