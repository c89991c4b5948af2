import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { CaseRow } from './cases.ts';

const columns = sql`
  id, unit_id as unit, json_build_object('kind', object_kind, 'id', object_id) as object, asker_id as asker,
  state - 'around' as state, state->'around' as around, status, version`;

/** The latest case of an object, locked: two people deciding at once wait for each other, and the second finds it decided (SEC-BI-04). */
export const lockCase = (tx: Tx, object: Id): Promise<CaseRow | undefined> =>
  tx.maybe<CaseRow>(
    sql`select ${columns} from kernel.steps_case where object_id = ${object} order by opened_at desc, id desc limit 1 for update`,
  );

/** The same without the lock, for reads. */
export const findCase = (tx: Tx, object: Id): Promise<CaseRow | undefined> =>
  tx.maybe<CaseRow>(
    sql`select ${columns} from kernel.steps_case where object_id = ${object} order by opened_at desc, id desc limit 1`,
  );
