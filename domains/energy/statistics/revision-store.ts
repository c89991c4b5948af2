import { type Id, newId, saves, sql, type Tx } from '@opengoa/kernel';
import { type CellField, StatementReopened } from './contract.ts';

/** What was accepted once: amounts in thousandths, costs in fen, as cells are kept. */
export interface Revision {
  readonly revision: number;
  readonly acceptedBy: string | null;
  readonly acceptedAt: Date | null;
  readonly reopenedBy: string;
  readonly reopenedAt: Date;
  readonly why: string;
  readonly sha256: string | null;
  readonly cells: readonly { readonly line: string; readonly field: CellField; readonly value: number | null }[];
}

/** The newest first. */
export const revisionsOf = (tx: Tx, statement: Id) =>
  tx.rows<Revision>(sql`
    select revision, accepted_name as "acceptedBy", accepted_at as "acceptedAt", reopened_name as "reopenedBy", reopened_at as "reopenedAt", why, sha256, cells
      from energy.statement_revision where statement_id = ${statement} order by revision desc`);

export const revisionSaves = [
  saves(StatementReopened, async (tx, { object, unit, why }, { actor, now }) => {
    await tx.run(sql`
      insert into energy.statement_revision (id, unit_id, statement_id, revision, sha256, accepted_name, accepted_at, reopened_name, reopened_at, why, cells)
      select ${newId()}, ${unit}, s.id, 1 + (select count(*) from energy.statement_revision r where r.statement_id = s.id), s.sha256, s.decided_name, s.decided_at,
             ${actor.name}, ${now}, ${why ?? ''},
             (select coalesce(jsonb_agg(jsonb_build_object('line', c.line, 'field', c.field, 'value', c.value) order by c.line, c.field), '[]')
                from energy.statement_cell c where c.statement_id = s.id)
        from energy.statement s where s.id = ${object.id}`);
    await tx.run(sql`
      update energy.statement set state = 'returned', opinion = ${why ?? ''}, decided_name = ${actor.name}, decided_at = ${now}, version = version + 1
       where id = ${object.id}`);
  }),
];
