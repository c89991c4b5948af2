import { join, raw, sql, type Id, type Sql, type Tx } from '@opengoa/kernel';
import type { SubjectMonth } from '../methods/prediction/history-features.ts';

/** A month of a subject as an office tells it in its view `<room>_read.outcome_month_v1`. */
export interface OutcomeRow {
  readonly outcome: string;
  readonly zh: string;
  readonly en: string;
  readonly unit: Id;
  readonly kind: string;
  readonly subject: Id;
  readonly name: string;
  /** `2026-10-01` */
  readonly month: string;
  readonly happened: 0 | 1 | null;
  readonly measures: Readonly<Record<string, number | null>>;
  readonly known: Date;
  readonly opens: string;
}

/** Rows of every office that has such a view, and of this room; only what was known by then. */
export async function outcomeRows(tx: Tx, now: Date, where: Sql): Promise<OutcomeRow[]> {
  const schemas = await tx.rows<{ name: string }>(
    sql`select schemaname as name from pg_views where viewname = 'outcome_month_v1' and schemaname like '%_read' order by 1`,
  );
  if (schemas.length === 0) return [];
  return tx.rows<OutcomeRow>(
    sql`${join(
      schemas.map(
        ({ name }) => sql`
    select outcome, title_zh as zh, title_en as en, unit_id as unit, subject_kind as kind, subject_id as subject, subject_name as name, month::text as month, happened,
           measures, known_at as known, opens from ${raw(`${name}.outcome_month_v1`)} where known_at <= ${now} and ${where}`,
      ),
      ' union all ',
    )} order by 1, 7, 8`,
  );
}

/** Months counted without gaps. */
export const monthNumber = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;
export const monthDay = (month: number): string =>
  `${String(Math.floor(month / 12))}-${String((month % 12) + 1).padStart(2, '0')}-01`;

export const subjectMonths = (rows: readonly OutcomeRow[]): SubjectMonth[] =>
  rows.map(({ subject, month, happened, measures }) => ({ subject, month: monthNumber(month), happened, measures }));
