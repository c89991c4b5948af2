import { type Context, type Id, saves, sql, type Tx } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import type { Carrier } from '../contract.ts';
import { unitsOf } from '../statistics/gather-records.ts';
import { BudgetSet } from './contract.ts';
import { monthsOf, type YearSoFar } from './project-year.ts';

export interface Budget {
  readonly id: Id;
  readonly unit: Id;
  readonly year: number;
  readonly carrier: Carrier;
  /** In the carrier's usual measure. */
  readonly amount: number;
  readonly months: readonly number[];
  readonly buildings: readonly { readonly building: Id; readonly amount: number }[];
  readonly document: string;
}

export const budgetOf = ({ id }: Pick<Budget, 'id'>) => ({ kind: 'energy.budget', id });

const columns = sql`id, unit_id as unit, year, carrier, (amount / 1000.0)::float8 as amount, document, buildings,
  (select array_agg((m / 1000.0)::float8 order by n) from unnest(months) with ordinality as t (m, n)) as months`;

export const findBudget = (tx: Tx, unit: Id, year: number, carrier: Carrier) =>
  tx.maybe<Budget>(
    sql`select ${columns} from energy.budget where unit_id = ${unit} and year = ${year} and carrier = ${carrier} for update`,
  );
export const readBudget = (tx: Tx, unit: Id, year: number, carrier: Carrier) =>
  tx.maybe<Budget>(
    sql`select ${columns} from energy.budget where unit_id = ${unit} and year = ${year} and carrier = ${carrier}`,
  );
export const budgetsOf = (tx: Tx, year: number) =>
  tx.rows<Budget>(sql`select ${columns} from energy.budget where year = ${year} order by unit_id, carrier`);

export const budgetSaves = [
  saves(BudgetSet, (tx, { object, unit, body }, { actor, now }) => {
    const thousandths = (value: number) => Math.round(value * 1_000);
    return tx.run(sql`
      insert into energy.budget as b (id, unit_id, year, carrier, amount, months, buildings, document, set_by, set_at)
      values (${object.id}, ${unit}, ${body.year}, ${body.carrier}, ${thousandths(body.amount)}, ${body.months.map(thousandths)},
              ${JSON.stringify(body.buildings)}::jsonb, ${body.document}, ${actor.name}, ${now})
      on conflict (node_id, unit_id, year, carrier) do update
         set amount = excluded.amount, months = excluded.months, buildings = excluded.buildings, document = excluded.document,
             set_by = excluded.set_by, set_at = excluded.set_at, version = b.version + 1`);
  }),
];

export interface UsedMonth {
  readonly building: Id;
  readonly name: string;
  readonly areaM2: number | null;
  /** Used while the building was the unit's. */
  readonly own: boolean;
  /** The building is the unit's today: what it used before, wherever it was, says how its year goes on. */
  readonly now: boolean;
  readonly year: number;
  readonly month: number;
  readonly amount: number;
  /** Up to the same day of the month as the last that counts this year. */
  readonly sameDays: number;
  readonly days: number;
  readonly lastDay: string;
}

/**
 * What the main meters of a unit's buildings used, month by month of a year and of the one before, up to a day: of the days on which they were
 * the unit's, and of those on which they were another's and are the unit's today.
 */
export async function usedOf(
  tx: Tx,
  unit: Id,
  year: number,
  carrier: Carrier,
  until: string,
  context: Pick<Context, 'organisation'>,
): Promise<UsedMonth[]> {
  const units = unitsOf(unit, context);
  return tx.rows<UsedMonth>(sql`
    select b.id as building, b.name, b.area_m2::float8 as "areaM2", d.unit_id = any (${units}::uuid[]) as own,
           b.unit_id = any (${units}::uuid[]) as now, extract(year from d.day)::int as year, extract(month from d.day)::int as month,
           (sum(d.total) / 1000.0)::float8 as amount, count(distinct d.day)::int as days, max(d.day)::text as "lastDay",
           coalesce(sum(d.total) filter (where to_char(d.day, 'MM-DD') <= ${until.slice(5)}), 0)::float8 / 1000.0 as "sameDays"
      from energy.building b
      join energy.meter m on (m.node_id, m.building_id) = (b.node_id, b.id) and m.kind = 'main' and m.carrier = ${carrier}
      join energy.day d on (d.node_id, d.meter_id) = (m.node_id, m.id) and d.count > 0
     where (d.unit_id = any (${units}::uuid[]) or b.unit_id = any (${units}::uuid[]))
       and (d.day between ${`${year}-01-01`}::date and ${until}::date or d.day between ${`${year - 1}-01-01`}::date and ${`${year - 1}-12-31`}::date)
     group by b.id, b.name, b.area_m2, own, now, extract(year from d.day), extract(month from d.day)
     order by b.name, b.id, year, month`);
}

/** The year so far of some buildings together. A month of last year counts where at least nine days of ten were read. */
export function yearSoFar(rows: readonly UsedMonth[], year: number, until: string): YearSoFar {
  const days = monthsOf(year);
  const months = Number(until.slice(5, 7));
  const of = (y: number, month: number) => rows.filter((row) => row.year === y && row.month === month);
  // A leap year's February beside the other: by the days it has.
  const stretch = (i: number) => days[i]! / monthsOf(year - 1)[i]!;
  const whole = (i: number) => i + 1 < months || Number(until.slice(8)) === days[i];
  const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);
  const read = (month: number) => {
    const then = of(year - 1, month);
    return then.length > 0 && Math.max(...then.map((row) => row.days)) >= 0.9 * days[month - 1]! - 1;
  };
  return {
    year,
    used: Array.from({ length: months }, (_, i) => sum(of(year, i + 1).map(({ amount }) => amount))),
    lastYear: Array.from({ length: 12 }, (_, i) =>
      read(i + 1) ? stretch(i) * sum(of(year - 1, i + 1).map(({ amount }) => amount)) : null,
    ),
    lastYearSameDays: Array.from({ length: months }, (_, i) =>
      read(i + 1)
        ? (whole(i) ? stretch(i) : 1) * sum(of(year - 1, i + 1).map((row) => (whole(i) ? row.amount : row.sameDays)))
        : null,
    ),
    days: daysBetween(`${year}-01-01`, addDays(until, 1)),
    daysInYear: sum(days),
  };
}
