import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { factType } from '../fact-type.ts';
import { refuse } from '../refusal.ts';
import { keepsNothing, saves, type Save } from '../verbs/saves.ts';
import { verb, type AnyVerb } from '../verbs/verb.ts';
import { batchOf } from './import-store.ts';

/**
 * What importing and exporting tell the Record. Rows of a batch are acts of their own, whose cause is the batch's beginning.
 * The verbs are internal: the program runs them around a file, nobody calls them.
 */

const accept = z.enum(['all-or-nothing', 'good-rows']);
const counts = z.strictObject({ new: z.int(), changed: z.int(), same: z.int(), refused: z.int() });

export const ImportBegun = factType('kernel.ImportBegun', {
  title: { zh: '导入开始', en: 'Import begun' },
  body: z.strictObject({
    kind: z.string(),
    fileName: z.string(),
    fileSha256: z.string(),
    fingerprint: z.string(),
    generation: z.int(),
    accept,
    mapping: z.record(z.string(), z.string()),
  }),
});

export const ImportEnded = factType('kernel.ImportEnded', {
  title: { zh: '导入结束', en: 'Import ended' },
  body: z.strictObject({ state: z.enum(['stopped', 'done', 'taken-back', 'part-way', 'undone', 'refused']), counts }),
});

export const DataExported = factType('kernel.DataExported', {
  title: { zh: '数据导出', en: 'Data exported' },
  body: z.strictObject({ list: z.string(), format: z.enum(['xlsx', 'csv']), rows: z.int(), filter: z.string() }),
});

const anyRole = ['signed-in', 'any-role'] as const;

const beginImport = verb('kernel.begin-import', {
  title: { zh: '开始导入', en: 'Begin an import' },
  input: z.strictObject({
    id: z.uuid(),
    unit: z.uuid(),
    kind: z.string().max(100),
    fileName: z.string().max(255),
    fileSha256: z.string().length(64),
    fingerprint: z.string().length(64),
    generation: z.int().min(0),
    accept,
    mapping: z.record(z.string(), z.string()),
  }),
  who: anyRole,
  internal: true,
  facts: [ImportBegun],
  refusals: ['import-has-ended'],
  load: async (tx, { id }) => ({ there: await batchOf(tx, id) }),
  at: (_known, { unit }) => ({ unit }),
  decide({ there }, { id, unit, ...body }) {
    if (there && there.state !== 'running' && there.state !== 'stopped')
      return refuse('import-has-ended', { state: there.state }, { status: 409 });
    return [ImportBegun.of({ object: { kind: 'import', id }, unit, body })];
  },
});

const endImport = verb('kernel.end-import', {
  title: { zh: '结束导入', en: 'End an import' },
  input: z.strictObject({
    id: z.uuid(),
    state: z.enum(['stopped', 'done', 'taken-back', 'part-way', 'undone', 'refused']),
    counts,
  }),
  who: anyRole,
  internal: true,
  facts: [ImportEnded],
  refusals: ['not-found'],
  load: async (tx, { id }) => ({ batch: await batchOf(tx, id) }),
  at: ({ batch }, _input, { actor }) => ({ unit: batch?.unit ?? actor.unit ?? '' }),
  decide({ batch }, { id, state, counts: rows }) {
    if (!batch) return refuse('not-found', {}, { status: 404 });
    return [ImportEnded.of({ object: { kind: 'import', id }, unit: batch.unit, body: { state, counts: rows } })];
  },
});

const recordExport = verb('kernel.record-export', {
  title: { zh: '登记导出', en: 'Record an export' },
  input: z.strictObject({
    id: z.uuid(),
    unit: z.uuid(),
    list: z.string().max(200),
    format: z.enum(['xlsx', 'csv']),
    rows: z.int().min(0),
    filter: z.string().max(4000),
    why: z.string().max(500).optional(),
  }),
  who: anyRole,
  internal: true,
  facts: [DataExported],
  refusals: [],
  load: async () => ({}),
  at: (_known, { unit }) => ({ unit }),
  decide: (_known, { id, unit, why, ...body }) => [
    DataExported.of({ object: { kind: 'export', id }, unit, body, ...(why === undefined ? {} : { why }) }),
  ],
});

export const exchangeVerbs: readonly AnyVerb[] = [beginImport, endImport, recordExport];

export const exchangeSaves: readonly Save[] = [
  saves(ImportBegun, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into kernel.import_batch (id, unit_id, person_id, kind, fingerprint, generation, file_name, file_sha256, mapping, accept, state, begun_at)
      values (${object.id}, ${unit}, ${actor.person}, ${body.kind}, ${body.fingerprint}, ${body.generation}, ${body.fileName},
              ${body.fileSha256}, ${JSON.stringify(body.mapping)}::jsonb, ${body.accept}, 'running', ${now})
      on conflict (node_id, id) do update set state = 'running', accept = excluded.accept, ended_at = null`),
  ),
  saves(ImportEnded, (tx, { object, body }, { now }) =>
    tx.run(sql`
      update kernel.import_batch
         set state = ${body.state}, ended_at = ${now},
             -- What went in is told of a batch that was taken out again, too.
             (new_rows, changed_rows, same_rows, refused_rows) = (
               select r.* from (values (${body.counts.new}::int, ${body.counts.changed}::int, ${body.counts.same}::int, ${body.counts.refused}::int)) r
                where ${body.state}::text <> 'undone'
               union all select new_rows, changed_rows, same_rows, refused_rows where ${body.state}::text = 'undone')
       where id = ${object.id}`),
  ),
  keepsNothing(DataExported),
];
