import { join, raw, sql, type Id, type Sql, type Tx } from '@opengoa/kernel';
import type { PartKind } from './contract.ts';

/** A part as the ledgers know it, with one thing that it needs or none; several rows where it needs several. */
export interface HouseRow {
  readonly unit: Id;
  readonly kind: PartKind;
  readonly id: Id;
  readonly name: string;
  readonly needs: Id | null;
  readonly within: Id;
  readonly zh: string;
  readonly en: string;
}

/** What is not working now, as an office tells it. */
export interface DownRow {
  readonly part: Id;
  readonly zh: string;
  readonly en: string;
  readonly opens: string;
}

const schemasWith = async (tx: Tx, view: string): Promise<string[]> =>
  (
    await tx.rows<{ name: string }>(
      sql`select schemaname as name from pg_views where viewname = ${view} and schemaname like '%_read' order by 1`,
    )
  ).map(({ name }) => name);

const most = 20_000;

/** Rows of every office that publishes `<room>_read.depends_v1`. */
export async function houseRows(tx: Tx, where: Sql): Promise<HouseRow[]> {
  const schemas = await schemasWith(tx, 'depends_v1');
  if (schemas.length === 0) return [];
  return tx.rows<HouseRow>(
    sql`${join(
      schemas.map(
        (schema) => sql`
    select unit_id as unit, part_kind as kind, part_id as id, part_name as name, needs_id as needs, within_id as within, source_zh as zh, source_en as en
      from ${raw(`${schema}.depends_v1`)} where ${where}`,
      ),
      ' union all ',
    )} order by 4, 3 limit ${most}`,
  );
}

/** What offices say is not working, and fault reports that nobody has handled. */
export async function downRows(tx: Tx, where: Sql): Promise<DownRow[]> {
  const schemas = await schemasWith(tx, 'down_v1');
  const reports = sql`
    select object_id as part, '报修未办结：' || left(what, 100) as zh, 'Fault reported: ' || left(what, 100) as en, '/faults/' || id as opens
      from kernel.fault_report_v1 where state in ('reported', 'taken') and object_id is not null and ${where}`;
  return tx.rows<DownRow>(
    join(
      [
        ...schemas.map(
          (schema) =>
            sql`select part_id as part, said_zh as zh, said_en as en, opens from ${raw(`${schema}.down_v1`)} where ${where}`,
        ),
        reports,
      ],
      ' union all ',
    ),
  );
}
