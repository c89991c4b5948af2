import type { Tx } from '../database/tx.ts';
import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import type { SaidMapping } from './column-mapping.ts';
import type { RowProblem } from './cell-problems.ts';
import type { Counts } from './dry-run.ts';
import type { BatchLog, KeptPlan } from './import-batch.ts';
import type { AppliedRow } from './sheet-definition.ts';
import type { MappingMemory } from './table-rows.ts';

export type BatchState = 'running' | 'stopped' | 'done' | 'taken-back' | 'part-way' | 'undone' | 'refused';

export interface Batch {
  readonly id: Id;
  readonly unit: Id;
  readonly person: Id | null;
  readonly kind: string;
  readonly fingerprint: string;
  readonly generation: number;
  readonly fileName: string;
  readonly accept: 'all-or-nothing' | 'good-rows';
  readonly state: BatchState;
}

const batchColumns = sql`id, unit_id as unit, person_id as person, kind, fingerprint, generation, file_name as "fileName", accept, state`;

/** The newest batch of a fingerprint, or undefined. */
export const newestBatch = (tx: Tx, fingerprint: string): Promise<Batch | undefined> =>
  tx.maybe<Batch>(sql`
    select ${batchColumns} from kernel.import_batch where fingerprint = ${fingerprint} order by generation desc limit 1`);

export const batchOf = (tx: Tx, id: Id): Promise<Batch | undefined> =>
  tx.maybe<Batch>(sql`select ${batchColumns} from kernel.import_batch where id = ${id}`);

/** Who writes, for whom, and how a transaction of the kernel's own is opened. */
export interface BatchWriting {
  readonly batchId: Id;
  readonly unit: Id;
  readonly person: Id | null;
  readonly inTx: <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;
}

/** A batch's log in tables; one short transaction for each portion and step. */
export const batchLogOn = ({ batchId, unit, person, inTx }: BatchWriting): BatchLog => ({
  plan: (rows, lines) =>
    inTx(async (tx) => {
      const plans = rows.map((row) => ({
        line: row.line,
        outcome: row.outcome,
        key: row.key,
        verb: row.verb,
        input: row.input,
        object_kind: row.object?.kind ?? null,
        object_id: row.object?.id ?? null,
        before: row.before,
      }));
      const written =
        plans.length === 0
          ? 0
          : await tx.run(sql`
          insert into kernel.import_row (batch_id, line, unit_id, person_id, outcome, key, verb, input, object_kind, object_id, before)
          select ${batchId}, line, ${unit}, ${person}, outcome, key, verb, input, object_kind, object_id, before
            from json_to_recordset(${JSON.stringify(plans)}::json)
              as r(line int, outcome text, key text, verb text, input json, object_kind text, object_id uuid, before jsonb)
          on conflict (node_id, batch_id, line) do nothing`);
      // Every line was planned just now: nothing is left of an earlier run.
      if (written === lines.length) return [];
      const kept = await tx.rows<KeptRow>(sql`
        select line, outcome, key, verb, input, object_kind, object_id, before, settled_at is not null as settled
          from kernel.import_row where batch_id = ${batchId} and line = any (${lines}::int[])`);
      return kept.map(planOf);
    }),
  settle: (done, refused, counts) =>
    inTx(async (tx) => {
      if (done.length > 0) {
        const settled = done.map(({ line, object }) => ({ line, kind: object?.kind ?? null, id: object?.id ?? null }));
        await tx.run(sql`
          update kernel.import_row i
             set settled_at = now(), input = null, object_kind = r.kind, object_id = r.id
            from json_to_recordset(${JSON.stringify(settled)}::json) as r(line int, kind text, id uuid)
           where i.batch_id = ${batchId} and i.line = r.line and i.settled_at is null`);
      }
      if (refused.length > 0) {
        const errors = refused.map(({ line, problems }) => ({ line, problems }));
        await tx.run(sql`
          insert into kernel.import_row_error (batch_id, line, unit_id, person_id, problems)
          select ${batchId}, line, ${unit}, ${person}, problems
            from json_to_recordset(${JSON.stringify(errors)}::json) as r(line int, problems jsonb)
          on conflict (node_id, batch_id, line) do update set problems = excluded.problems`);
      }
      await writeCounts(tx, batchId, counts);
    }),
  takenBack: (line) =>
    inTx(async (tx) => {
      await tx.run(sql`
        update kernel.import_row set taken_back_at = now() where batch_id = ${batchId} and line = ${line}`);
    }),
});

interface KeptRow {
  readonly line: number;
  readonly outcome: 'new' | 'changed';
  readonly key: string;
  readonly verb: string;
  readonly input: unknown;
  readonly object_kind: string | null;
  readonly object_id: Id | null;
  readonly before: AppliedRow['before'];
  readonly settled: boolean;
}

const objectOf = (row: Pick<KeptRow, 'object_kind' | 'object_id'>): AppliedRow['object'] =>
  row.object_kind === null || row.object_id === null ? null : { kind: row.object_kind, id: row.object_id };

const planOf = (row: KeptRow): KeptPlan => ({
  line: row.line,
  outcome: row.outcome,
  key: row.key,
  verb: row.verb,
  input: row.input,
  object: objectOf(row),
  before: row.before,
  settled: row.settled,
});

export const writeCounts = (tx: Tx, batchId: Id, counts: Counts): Promise<number> =>
  tx.run(sql`
    update kernel.import_batch
       set new_rows = ${counts.new}, changed_rows = ${counts.changed}, same_rows = ${counts.same}, refused_rows = ${counts.refused}
     where id = ${batchId}`);

/** Rows that went in and were not taken back, the last first, a page at a time. */
export async function* appliedRows(inTx: BatchWriting['inTx'], batchId: Id): AsyncGenerator<AppliedRow> {
  let below = 2_147_483_647;
  for (;;) {
    const page = await inTx((tx) =>
      tx.rows<KeptRow>(sql`
        select line, outcome, object_kind, object_id, before from kernel.import_row
         where batch_id = ${batchId} and line < ${below} and settled_at is not null and taken_back_at is null
         order by line desc limit 500`),
    );
    for (const row of page) yield { line: row.line, outcome: row.outcome, object: objectOf(row), before: row.before };
    if (page.length < 500) return;
    below = page.at(-1)!.line;
  }
}

/** Why rows of a batch were refused, by line: what the error workbook marks. */
export async function refusedLines(tx: Tx, batchId: Id): Promise<Map<number, readonly RowProblem[]>> {
  const rows = await tx.rows<{ line: number; problems: readonly RowProblem[] }>(
    sql`select line, problems from kernel.import_row_error where batch_id = ${batchId} order by line`,
  );
  return new Map(rows.map(({ line, problems }) => [line, problems]));
}

/** Mappings of a unit for one kind of sheet, in tables. */
export const mappingMemoryOn = (
  kind: string,
  { unit, person, inTx }: Pick<BatchWriting, 'unit' | 'person' | 'inTx'>,
): MappingMemory => ({
  recall: (prints) =>
    inTx(async (tx) => {
      const found = await tx.maybe<{ said: SaidMapping }>(sql`
        select said from kernel.import_mapping
         where unit_id = ${unit} and kind = ${kind} and header_print = any (${prints}::text[])
         order by kept_at desc limit 1`);
      return found?.said ?? null;
    }),
  remember: (print, said) =>
    inTx(async (tx) => {
      await tx.run(sql`
        insert into kernel.import_mapping (unit_id, person_id, kind, header_print, said)
        values (${unit}, ${person}, ${kind}, ${print}, ${JSON.stringify(said)}::jsonb)
        on conflict (node_id, unit_id, kind, header_print)
          do update set said = excluded.said, kept_at = now()`);
    }),
});
