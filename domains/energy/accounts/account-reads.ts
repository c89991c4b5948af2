import { type Context, type Id, inScope, read, sql, type Tx } from '@opengoa/kernel';
import { z } from 'zod';
import { yearText } from '../buildings/building-reads.ts';
import { readers } from '../readers.ts';
import { sizesOf } from '../sizes/size-store.ts';
import { tenuresOf } from '../tenure/tenure-store.ts';
import { accountChange, accountMonths, accountRow, FactorList, type Use } from './account.ts';
import { AccountAnswer } from './contract.ts';
import { factorsAt } from './convert.ts';

interface Row extends Use {
  readonly name: string | null;
}

/** What main meters measured, building by building and month by month, from the roll-ups. */
const metered = (tx: Tx, from: string, to: string, context: Context) =>
  tx.rows<Row>(sql`
    select b.id as building, b.name, t.unit_id as unit, m.carrier, m.measure, t.month::text as month, (sum(t.total) / 1000.0)::float8 as amount
      from energy.meter m
      join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
      join energy.month t on (t.node_id, t.meter_id) = (m.node_id, m.id) and t.month between ${from}::date and ${to}::date and t.count > 0
     where ${inScope(context, readers, 't.unit_id')} and m.kind = 'main'
     group by b.id, b.name, t.unit_id, m.carrier, m.measure, t.month order by b.name, b.id, m.carrier, m.measure, t.month`);

/**
 * Fuel of vehicles, as the fleet publishes it. What a vehicle was charged with may have been measured by a building's meter already, and is not
 * counted here.
 */
async function fuel(tx: Tx, from: string, to: string, context: Context): Promise<Row[]> {
  const { there } = await tx.one<{ there: boolean }>(
    sql`select to_regclass('vehicles_read.fuel_v1') is not null as there`,
  );
  if (!there) return [];
  return tx.rows<Row>(sql`
    select null::uuid as building, null::text as name, f.unit_id as unit, case f.carrier when 'petrol' then 'gasoline' else 'diesel' end as carrier,
           'L' as measure, date_trunc('month', f.filled_at at time zone 'Asia/Shanghai')::date::text as month, sum(f.litres)::float8 as amount
      from vehicles_read.fuel_v1 f
     where ${inScope(context, readers, 'f.unit_id')} and f.carrier in ('petrol', 'diesel') and f.litres is not null
       and f.filled_at >= ${from}::timestamp at time zone 'Asia/Shanghai'
       and f.filled_at < (${to}::date + interval '1 month')::timestamp at time zone 'Asia/Shanghai'
     group by f.unit_id, f.carrier, 6`);
}

/**
 * 碳账户: standard coal and carbon of a year by unit, or by the buildings of one, each month converted with the factor in force in it. A unit that
 * was merged into another by the end of the year is counted there.
 */
export const account = read('energy.account', {
  title: { zh: '碳账户', en: 'Energy and carbon account' },
  query: z.strictObject({ year: yearText.optional(), unit: z.uuid().optional() }),
  answer: AccountAnswer,
  who: readers,
  async fetch(tx, { year: asked, unit: within }, context) {
    const { organisation, standards, today } = context;
    const years = (
      await tx.rows<{ year: number }>(sql`
        select distinct extract(year from t.month)::int as year from energy.month t
         where ${inScope(context, readers, 't.unit_id')} and t.count > 0 order by 1 desc`)
    ).map(({ year }) => year);
    const year = asked ?? years[0] ?? Number(today.slice(0, 4));
    const [from, to] = [`${year - 1}-01-01`, `${year}-12-01`];
    const held = [...(await metered(tx, from, to, context)), ...(await fuel(tx, from, to, context))].map((row) => ({
      ...row,
      own: row.unit,
      unit: institutionAt(row.unit, `${year}-12-31`, organisation),
    }));
    const below = within === undefined ? null : new Set(organisation.unitsBelow(within));
    const ofScope = held.filter(({ own, unit }) => below === null || below.has(own) || below.has(unit));
    const lastMonth =
      ofScope
        .filter(({ month }) => month >= `${year}-01-01`)
        .map(({ month }) => month)
        .toSorted()
        .at(-1) ?? null;
    const uses = ofScope.filter(
      ({ month }) => month >= `${year}-01-01` || lastMonth === null || month.slice(5) <= lastMonth.slice(5),
    );
    const buildings = [...new Set(uses.flatMap(({ building }) => (building === null ? [] : [building])))];
    const list = new FactorList();
    const made = new Map<string, ReturnType<typeof factorsAt>>();
    const how = {
      year,
      sizes: await sizesOf(tx, buildings),
      tenures: await tenuresOf(tx, buildings),
      factorsOf(unit: string) {
        const known = made.get(unit) ?? factorsAt(standards, organisation.place(unit), today);
        made.set(unit, known);
        return known;
      },
    };
    const nameOf = (unit: Id) => organisation.unit(unit)?.name ?? '';
    const groups =
      within === undefined
        ? [...Map.groupBy(uses, ({ unit }) => unit)].map(([unit, own]) => ({
            row: { id: unit, of: 'unit' as const, name: nameOf(unit) },
            own,
          }))
        : [...Map.groupBy(uses, ({ building, unit }) => building ?? `vehicles ${unit}`).values()].map((own) => {
            const { building, unit, name } = own[0]!;
            const row =
              building === null
                ? { id: unit, of: 'vehicles' as const, name: nameOf(unit) }
                : { id: building, of: 'building' as const, name: name ?? '' };
            return { row, own };
          });
    return {
      unit: within ?? null,
      unitName: within === undefined ? null : nameOf(within),
      year,
      years,
      lastMonth,
      rows: groups
        .filter(({ own }) => own.some(({ month }) => month >= `${year}-01-01`))
        .map(({ row, own }) => accountRow(row, own, how, list)),
      total: accountRow({ id: within ?? context.actor.unit ?? '', of: 'unit', name: '' }, uses, how, list),
      factors: list.factors,
      months: accountMonths(uses, how),
      change: accountChange(uses, how),
    };
  },
});

/** The institution that holds on that day what a unit had: its own, or whoever took it over by then. */
function institutionAt(unit: Id, day: string, { unit: find, institutionOf }: Context['organisation']): Id {
  const seen = new Set<Id>();
  let at = find(unit);
  while (at && !seen.has(at.id) && at.validTo !== null && at.validTo <= day && at.successors[0]) {
    seen.add(at.id);
    at = find(at.successors[0]);
  }
  return institutionOf(at?.id ?? unit)?.id ?? unit;
}
