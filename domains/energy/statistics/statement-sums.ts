import { type Context, type Id, inScope, read, refuse, Refused, sql } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { type CellField, Month, StatementSumsAnswer } from './contract.ts';
import { formOn } from './form.ts';
import { unitsWithBuildings } from '../tenure/tenure-store.ts';
import { dayAfterMonth, firstDay } from './statement.ts';
import { statementReaders } from './statement-readers.ts';
import { sumsWorkbook } from './statement-workbook.ts';
import { told } from './statement-store.ts';
import { type Reported, sumStatements } from './sum-statements.ts';

const mostMonths = 24;

/** 汇总: a month, a quarter or a year of what was submitted, unit by unit below one, and how many statements are still owed. */
export const statementSums = read('energy.statement-sums', {
  title: { zh: '统计月报汇总', en: 'Statements summed up' },
  query: z.strictObject({ unit: z.uuid().optional(), from: Month, to: Month }),
  answer: StatementSumsAnswer,
  who: statementReaders,
  async fetch(tx, { unit: asked, from, to }, context) {
    const unit = asked ?? widestUnit(context);
    const { organisation, standards, today } = context;
    const form = formOn(firstDay(to), organisation.place(unit), standards);
    const months = monthsBetween(from, to);
    if (!form || months < 1 || months > mostMonths)
      throw new Refused(refuse('input-not-fitting', { mostMonths }, { status: 400 }));
    const lines = form.lines.filter(({ line }) => !isStock(line));
    const members = organisation.unitsBelow(unit);
    const reach = sql`${inScope(context, statementReaders)} and unit_id = any (${members}::uuid[])`;
    const within = sql`month between ${firstDay(from)}::date and ${firstDay(to)}::date`;
    const standing = await tx.rows<Omit<Reported, 'sums'>>(sql`
      select unit_id as unit, count(*)::int as opened, (count(*) filter (where state in ('submitted', 'accepted')))::int as submitted,
             (count(*) filter (where state = 'accepted'))::int as accepted, (count(*) filter (where due_day < case when submitted_at is null or state = 'returned' then ${today}::date
                                                    else (submitted_at at time zone 'Asia/Shanghai')::date end))::int as late
        from energy_read.statement_v1 where ${reach} and ${within} group by unit_id`);
    const sums = await tx.rows<{ unit: Id; line: string; field: CellField; value: number }>(sql`
      select unit_id as unit, line, field, sum(value)::float8 as value from energy_read.statement_cell_v1
       where ${reach} and ${within} and state in ('submitted', 'accepted') and value is not null and line = any (${lines.map(({ line }) => line)}::text[])
       group by unit_id, line, field`);
    const withBuildings = await unitsWithBuildings(tx, firstDay(from), addDays(dayAfterMonth(to), -1), reach);
    const expecting = new Set(
      withBuildings.flatMap((each) => {
        const institution = organisation.institutionOf(each.unit);
        return institution?.kind === 'institution' ? [institution.id] : [];
      }),
    );
    const reported = standing.map((each): Reported => ({
      ...each,
      sums: sums
        .filter((sum) => sum.unit === each.unit)
        .map(({ line, field, value }) => ({ line, field, value: told(field, value) ?? 0 })),
    }));
    return {
      unit,
      unitName: organisation.unit(unit)?.name ?? '',
      from,
      to,
      lines: lines.map(({ line, measure, cost, partOf }) => ({ line, measure, cost, partOf })),
      ...sumStatements(unit, expecting, months, reported, context),
    };
  },
  at: ({ unit }) => ({ unit }),
  workbook: sumsWorkbook,
});

/** People and areas are a state, not a flow: over months they are not added up. */
const isStock = (line: string): boolean => ['heads', 'area', 'heated-area'].includes(line);

const monthsBetween = (from: string, to: string): number =>
  12 * (Number(to.slice(0, 4)) - Number(from.slice(0, 4))) + Number(to.slice(5)) - Number(from.slice(5)) + 1;

/** Of the units a reader's rights for statements begin at, the highest in the tree. */
function widestUnit({ actor, organisation }: Context): Id {
  const units = actor.grants
    .filter(({ role }) => (statementReaders as readonly string[]).includes(role))
    .map(({ unit }) => unit)
    .toSorted((a, b) => organisation.chain(a).length - organisation.chain(b).length);
  return units[0] ?? actor.unit ?? '';
}
