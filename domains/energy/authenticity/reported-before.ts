/** Statements as they stood before an instant: every act on one is on the Record with the cells it wrote, so that what it said then is told again. */
import { type Id, sql, type Tx } from '@opengoa/kernel';
import { recordedBefore } from '../known-before.ts';
import {
  CellFilled,
  StatementAccepted,
  StatementOpened,
  StatementRecalled,
  StatementRefilled,
  StatementReopened,
  StatementReturned,
  StatementSubmitted,
} from '../statistics/contract.ts';
import { kept, told } from '../statistics/statement-store.ts';
import type { Reported } from './reported.ts';

export interface ToldCell {
  readonly line: string;
  readonly value: number | null;
  readonly basis: string | null;
}

/** An act on a statement, with the amounts it wrote. */
export interface ToldAct {
  readonly type: string;
  readonly cells: readonly ToldCell[];
}

const sent: ReadonlySet<string> = new Set([StatementSubmitted.name, StatementAccepted.name]);
const takenBack: ReadonlySet<string> = new Set([
  StatementOpened.name,
  StatementRecalled.name,
  StatementReturned.name,
  StatementReopened.name,
]);
const taking: ReadonlySet<string> = new Set([StatementOpened.name, StatementRefilled.name]);

/**
 * The amounts of a statement after these acts, as they are kept: what somebody wrote goes before what was taken from the records, whenever that was.
 * @param acts of one statement, in the order they were done
 * @returns null where it is not with those above
 */
export function amountsAfter(acts: readonly ToldAct[]): readonly (ToldCell & { readonly asTaken: boolean })[] | null {
  const cells = new Map<string, ToldCell & { readonly asTaken: boolean }>();
  let isSent = false;
  for (const { type, cells: said } of acts) {
    if (sent.has(type)) isSent = true;
    if (takenBack.has(type)) isSent = false;
    for (const cell of said) {
      const asTaken = taking.has(type);
      if (asTaken && cells.get(cell.line)?.asTaken === false) continue;
      cells.set(cell.line, { ...cell, value: told('amount', kept('amount', cell.value)), asTaken });
    }
  }
  return isSent ? [...cells.values()] : null;
}

interface ActRow extends ToldAct {
  readonly statement: Id;
  readonly unit: Id;
  readonly month: string;
}

/**
 * What was with those above before the instant, of the months after one and up to another (`2026-10-01`), by unit, line and month.
 * @param lines of the form that are asked for
 */
export async function reportedBefore(
  tx: Tx,
  lines: readonly string[],
  [after, upTo]: readonly [string, string],
  knownBefore: Date,
): Promise<Reported[]> {
  const types = [...sent, ...takenBack, ...taking, CellFilled.name];
  const rows = await tx.rows<ActRow>(sql`
    select s.id as statement, s.unit_id as unit, to_char(s.month, 'YYYY-MM') as month, f.type, coalesce(c.cells, '[]') as cells
      from energy.statement s
      join kernel.fact f on (f.node_id, f.object_id) = (s.node_id, s.id) and f.type = any (${types}::text[]) and ${recordedBefore(knownBefore)}
      left join lateral (
        select jsonb_agg(jsonb_build_object('line', c.cell -> 'line', 'value', coalesce(c.cell -> 'value', c.cell -> 'is'), 'basis', c.cell -> 'basis')) as cells
          from jsonb_array_elements(case when f.type = ${CellFilled.name} then jsonb_build_array(f.body) else coalesce(f.body -> 'cells', '[]') end) as c (cell)
         where c.cell ->> 'field' = 'amount' and c.cell ->> 'line' = any (${[...lines]}::text[])) c on true
     where s.month > ${after}::date and s.month <= ${upTo}::date
     order by s.id, f.recorded_at, f.id`);
  const reported = [...Map.groupBy(rows, ({ statement }) => statement).values()].flatMap((acts) => {
    const { unit, statement, month } = acts[0]!;
    return (amountsAfter(acts) ?? []).flatMap(({ line, value, basis, asTaken }): Reported[] =>
      value === null ? [] : [{ unit, statement, month, line, value, asTaken, basis }],
    );
  });
  const key = ({ unit, line, month }: Reported) => `${unit} ${line} ${month}`;
  return reported.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
}
