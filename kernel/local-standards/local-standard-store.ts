import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import { turns } from '../turn-register.ts';
import type { LocalRow } from '../standards/standards.ts';
import { saves } from '../verbs/saves.ts';
import { LocalStandardConfirmed, LocalStandardProposed, LocalStandardWithdrawn } from './contract.ts';

/** Confirmed local values and waivers, in the shape of the files. */
export const loadLocalStandards = async (tx: Tx): Promise<LocalRow[]> =>
  (
    await tx.rows<{ row: LocalRow }>(
      sql`select row from kernel.local_standard where confirmed_by is not null and withdrawn_at is null order by id`,
    )
  ).map(({ row }) => row);

export interface LocalStandard {
  readonly id: Id;
  readonly unit: Id;
  readonly row: LocalRow;
  readonly proposedBy: Id;
  readonly confirmedBy: Id | null;
  readonly withdrawn: boolean;
}

export const lockLocalStandard = (tx: Tx, id: Id): Promise<LocalStandard> =>
  tx.one<LocalStandard>(sql`
    select id, unit_id as unit, row, proposed_by as "proposedBy", confirmed_by as "confirmedBy", withdrawn_at is not null as withdrawn
      from kernel.local_standard where id = ${id} for update`);

export const localStandardSaves = [
  saves(LocalStandardProposed, (tx, { object, unit, body }, { actor }) =>
    tx.run(sql`insert into kernel.local_standard (id, unit_id, standard, row, proposed_by)
      values (${object.id}, ${unit}, ${(body.row as LocalRow).standard}, ${JSON.stringify(body.row)}::jsonb, ${actor.person})`),
  ),
  turns('standards', LocalStandardConfirmed, async (tx, { object }, { actor }) => {
    await tx.run(sql`update kernel.local_standard set confirmed_by = ${actor.person} where id = ${object.id}`);
  }),
  turns('standards', LocalStandardWithdrawn, async (tx, { object }, { now }) => {
    await tx.run(sql`update kernel.local_standard set withdrawn_at = ${now} where id = ${object.id}`);
  }),
];
