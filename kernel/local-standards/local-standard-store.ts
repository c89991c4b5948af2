import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { LocalRow } from '../standards/standards.ts';

/** Confirmed local values and waivers, in the shape of the files. */
export const loadLocalStandards = async (tx: Tx): Promise<LocalRow[]> =>
  (await tx.rows<{ row: LocalRow }>(sql`select row from kernel.local_standard where confirmed_by is not null and withdrawn_at is null order by id`)).map(({ row }) => row);
