import { type Id, inScope, read, sql, type Sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { readers } from '../readers.ts';
import { Depreciation } from './contract.ts';
import { depreciationWorkbook } from './depreciation-workbook.ts';

const mostCards = 1_000;

/**
 * 折旧表: what is charged of the cards that stood in the ledgers on a day, by unit and class; with a unit and a class, the cards themselves. Of the month
 * of the day the whole is charged, as the rule charges by months.
 */
export const depreciation = read('assets.depreciation', {
  title: { zh: '折旧表', en: 'Depreciation' },
  query: z.strictObject({
    day: z.iso.date().optional(),
    unit: z.uuid().optional(),
    class: z
      .string()
      .regex(/^A\d\d$/)
      .optional(),
  }),
  answer: Depreciation,
  who: readers,
  async fetch(tx, { day, unit, class: top }, context) {
    const until = day ?? context.today;
    const stood = standing(until, inScope(context, readers));
    const rows = await tx.rows<Omit<Depreciation['rows'][number], 'unitName'>>(sql`
      select unit, class, ${sums} from (${stood}) c group by unit, class order by unit, class`);
    const named = rows
      .map((row) => ({ ...row, unitName: context.organisation.unit(row.unit)?.name ?? '' }))
      .toSorted((a, b) => a.unitName.localeCompare(b.unitName, 'zh') || a.class.localeCompare(b.class));
    const cards = unit !== undefined && top !== undefined ? await cardsOf(tx, stood, unit, top) : [];
    return {
      day: until,
      rows: named,
      total: totalOf(named),
      cards: cards.slice(0, mostCards),
      more: cards.length > mostCards,
    };
  },
  workbook: depreciationWorkbook,
});

/** Each card that stood in a ledger on the day, with what is charged of it; the month before and the year before are told apart. */
const standing = (until: string, reach: Sql): Sql => sql`
  select id, number, name, unit_id as unit, left(class, 3) as class, since, life_years as "lifeYears", quantity, value_fen as value,
         acc, acc - assets.depreciated_fen(value_fen, value_kind, since, life_years, (date_trunc('month', ${until}::date) - interval '1 day')::date) as month,
         acc - assets.depreciated_fen(value_fen, value_kind, since, life_years, (date_trunc('year', ${until}::date) - interval '1 day')::date) as year
    from (select c.*, coalesce(booked_on, acquired_on) as since,
                 assets.depreciated_fen(value_fen, value_kind, coalesce(booked_on, acquired_on), life_years, ${until}::date) as acc
            from assets.card c where ${reach}) c
   where since <= ${until}::date and (disposed_on is null or disposed_on > ${until}::date)`;

const sums = sql`
  count(*)::int as cards, sum(quantity)::int as quantity, sum(value)::bigint as "valueFen", sum(month)::bigint as "monthFen", sum(year)::bigint as "yearFen",
  sum(acc)::bigint as "accumulatedFen", sum(value - acc)::bigint as "netFen"`;

const cardsOf = (tx: Tx, stood: Sql, unit: Id, top: string) =>
  tx.rows<Depreciation['cards'][number]>(sql`
    select id, number, name, since, "lifeYears", 1 as cards, quantity, value as "valueFen", month as "monthFen", year as "yearFen", acc as "accumulatedFen",
           value - acc as "netFen"
      from (${stood}) c where unit = ${unit} and class = ${top} order by number, id limit ${mostCards + 1}`);

const totalOf = (rows: readonly Depreciation['total'][]): Depreciation['total'] => {
  const sum = (name: keyof Depreciation['total']) => rows.reduce((all, row) => all + row[name], 0);
  return {
    cards: sum('cards'),
    quantity: sum('quantity'),
    valueFen: sum('valueFen'),
    monthFen: sum('monthFen'),
    yearFen: sum('yearFen'),
    accumulatedFen: sum('accumulatedFen'),
    netFen: sum('netFen'),
  };
};
