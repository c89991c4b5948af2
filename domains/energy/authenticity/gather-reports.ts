import { type Context, type Id, type LooksAgain, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { StatementSubmitted } from '../statistics/contract.ts';
import { perMeasure } from '../statistics/take-cells.ts';
import { afterMonth } from '../sizes/size.ts';
import { meteredBefore, type MeteredMonth } from './metered-before.ts';
import type { Reported } from './reported.ts';
import { reportedBefore } from './reported-before.ts';

/** What the main meters of an institution say of a month, in the line's unit. */
export interface Metered {
  readonly unit: Id;
  readonly month: string;
  readonly line: string;
  readonly value: number;
  readonly share: number | null;
}

/** Lines that are compared, their unit, and the carrier of the meters behind them. */
export const comparedLines: Readonly<
  Record<string, { readonly measure: string; readonly zh: string; readonly carrier: string }>
> = {
  electricity: { measure: 'kWh', zh: '电', carrier: 'electricity' },
  water: { measure: 't', zh: '水', carrier: 'water' },
  'natural-gas': { measure: 'm3', zh: '天然气', carrier: 'gas' },
  heat: { measure: 'GJ', zh: '热力', carrier: 'heat' },
};

const firstOf = (day: string): string => `${day.slice(0, 7)}-01`;

/** The first day of the month so many months before a month, given by its first day. */
const monthsBack = (first: string, months: number): string => {
  const [year, month] = first.split('-').map(Number) as [number, number];
  return new Date(Date.UTC(year, month - 1 - months, 1)).toISOString().slice(0, 10);
};

/**
 * What was submitted in the months up to the period's end, oldest first.
 * @param knownBefore as it stood before this instant
 */
export async function reportedOver(
  tx: Tx,
  months: number,
  toExclusive: string,
  knownBefore?: Date,
): Promise<Reported[]> {
  const lines = [...Object.keys(comparedLines), 'heads', 'area'];
  const last = firstOf(addDays(toExclusive, -1));
  if (knownBefore) return reportedBefore(tx, lines, [monthsBack(last, months), last], knownBefore);
  return tx.rows<Reported>(sql`
    select unit_id as unit, statement_id as statement, to_char(month, 'YYYY-MM') as month, line, (value / 1000.0)::float8 as value,
           not corrected as "asTaken", basis
      from energy_read.statement_cell_v1
     where state in ('submitted', 'accepted') and field = 'amount' and value is not null and line = any (${lines}::text[])
       and month <= ${firstOf(addDays(toExclusive, -1))}::date
       and month > (${firstOf(addDays(toExclusive, -1))}::date - make_interval(months => ${months}))
     order by unit_id, line, month`);
}

/** A statement that was signed and sent: its unit is looked at at once. */
export const afterSubmission: LooksAgain = { of: [StatementSubmitted.name], at: ({ objectId }) => objectId };

/** Units in whose period something was submitted that is to be judged: the newest month lies in it; or those whose statements are asked about. */
export const fresh = (reported: readonly Reported[], from: string, only?: readonly Id[]): ReadonlySet<Id> =>
  new Set(
    reported
      .filter(({ month, statement }) => (only ? only.includes(statement) : month >= from.slice(0, 7)))
      .map(({ unit }) => unit),
  );

/** Declared as shared out or estimated: told as what it is. */
const isDeclared = ({ basis }: Pick<Reported, 'basis'>): boolean => basis === 'allocated' || basis === 'estimated';

/** Without the months that were declared so, unless all of them were: what is declared for one month says nothing of the others. */
export function undeclared(months: readonly Reported[]): readonly Reported[] {
  const own = months.filter((each) => !isDeclared(each));
  return own.length > 0 ? own : months;
}

/**
 * The roll-ups of every institution's main meters over the same months.
 * @param knownBefore as they were known before this instant; as they are now where left out
 */
export async function meteredOver(
  tx: Tx,
  months: number,
  toExclusive: string,
  { organisation }: Pick<Context, 'organisation'>,
  knownBefore?: Date,
): Promise<Metered[]> {
  const last = firstOf(addDays(toExclusive, -1));
  const rows = knownBefore
    ? await meteredBefore(tx, [monthsBack(last, months - 1), afterMonth(last)], knownBefore)
    : await meteredNow(tx, months, toExclusive);
  return byInstitution(rows, organisation);
}

const meteredNow = (tx: Tx, months: number, toExclusive: string): Promise<MeteredMonth[]> =>
  tx.rows<MeteredMonth>(sql`
    select t.unit_id as unit, to_char(t.month, 'YYYY-MM') as month, m.carrier, m.measure, (sum(t.total) / 1000.0)::float8 as value,
           min(case when m.interval_minutes is null then null
                    else (t.count - t.estimated)::float8 * m.interval_minutes / nullif(energy.days_had(m.building_id, t.unit_id, t.month), 0) / 1440 end) as share
      from energy.month t
      join energy.meter m on (m.node_id, m.id) = (t.node_id, t.meter_id) and m.kind = 'main'
     where t.count > 0 and t.month <= ${firstOf(addDays(toExclusive, -1))}::date
       and t.month > (${firstOf(addDays(toExclusive, -1))}::date - make_interval(months => ${months}))
     group by t.unit_id, t.month, m.carrier, m.measure`);

/** Months of units summed up to those of their institutions, in the units of the form's lines. */
function byInstitution(rows: readonly MeteredMonth[], organisation: Context['organisation']): Metered[] {
  const sums = new Map<string, Metered>();
  for (const { unit: at, month, carrier, measure, value, share } of rows) {
    const unit = organisation.institutionOf(at)?.id;
    const line = Object.entries(comparedLines).find(([, each]) => each.carrier === carrier);
    const times = line && perMeasure[`${measure} ${line[1].measure}`];
    if (unit === undefined || !line || times === undefined) continue;
    const key = `${unit} ${month} ${line[0]}`;
    const before = sums.get(key);
    sums.set(key, {
      unit,
      month,
      line: line[0],
      value: (before?.value ?? 0) + value * times,
      share: before?.share == null ? share : share === null ? before.share : Math.min(before.share, share),
    });
  }
  return [...sums.values()];
}
