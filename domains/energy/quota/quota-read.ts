import { type Context, type Id, inScope, read, refuse, Refused, type Sql, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import type { z } from 'zod';
import { type MonthUse, placeFactors } from '../accounts/convert.ts';
import { buildingsWhere, findBuilding } from '../buildings/building-store.ts';
import { readers } from '../readers.ts';
import type { SizeNow } from '../sizes/size.ts';
import { sizesOf } from '../sizes/size-store.ts';
import { unitsOf } from '../statistics/gather-records.ts';
import { daysIn, heldSize, type Stretch, stretchesOf, type Tenure } from '../tenure/tenure.ts';
import { hadBetween, tenuresOf } from '../tenure/tenure-store.ts';
import { againstQuota } from './against-quota.ts';
import { QuotaAnswer, QuotaQuery } from './contract.ts';

const yearDays = 365;

/** 定额对照: 365 days of a building, or of an institution's offices together, against the quotas in force where they stand. */
export const quota = read('energy.quota', {
  title: { zh: '定额对照', en: 'Against the quota' },
  query: QuotaQuery,
  answer: QuotaAnswer,
  who: readers,
  refusals: ['input-not-fitting'],
  async fetch(tx, query, context) {
    if ((query.building === undefined) === (query.unit === undefined))
      throw new Refused(refuse('input-not-fitting', {}, { status: 400 }));
    return quotaOf(tx, query, context, (column) => inScope(context, readers, column));
  },
  at: ({ unit }) => ({ unit }),
});

/**
 * A building, or an institution's offices together, beside its quotas.
 * @param reach the condition on whose buildings the asker may count; null for the program itself
 */
export async function quotaOf(
  tx: Tx,
  { building, unit: asked, to: until, ...chosen }: z.infer<typeof QuotaQuery>,
  context: Context,
  reach: ((column: string) => Sql) | null,
): Promise<QuotaAnswer> {
  const one = building === undefined ? null : await findBuilding(tx, building);
  const unit = one?.unit ?? asked!;
  const yesterday = addDays(context.today, -1);
  const end = [until ?? yesterday, yesterday].toSorted()[0]!;
  const units = unitsOf(unit, context);
  const all = one
    ? [one]
    : await buildingsWhere(tx, hadBetween(units, addDays(end, 1 - yearDays), end, reach ?? undefined));
  // A quota of organs is for their offices: a school or a canteen would be judged by another.
  const buildings = one ? all : all.filter(({ use }) => use === 'office' || use === 'unknown');
  const ids = buildings.map(({ id }) => id);
  // A building alone is told whole; of a unit, the days on which it was the unit's.
  const theirs = one ? sql`true` : sql`d.unit_id = any (${units}::uuid[])`;
  const { last } = await tx.one<{ last: string | null }>(sql`
      select max(d.day)::text as last from energy.meter m join energy.day d on (d.node_id, d.meter_id) = (m.node_id, m.id) and d.count > 0
       where m.building_id = any (${ids}::uuid[]) and m.kind = 'main' and d.day <= ${end}::date and ${theirs}`);
  const from = last === null ? null : addDays(last, 1 - yearDays);
  const used = last === null || from === null ? [] : await usedBetween(tx, ids, from, last, theirs);
  const period = last === null || from === null ? null : ([from, addDays(last, 1)] as const);
  const tenures = one ? new Map<Id, Tenure[]>() : await tenuresOf(tx, ids);
  const stretches = new Map(
    ids.map((id) => [id, period === null ? [] : stretchesOf(tenures.get(id), new Set(units), period)]),
  );
  const size = period === null ? null : await sizeOfAll(tx, stretches, period);
  return {
    unit,
    name: one?.name ?? context.organisation.unit(unit)?.name ?? '',
    buildings: buildings.length,
    leftOut: all.length - buildings.length,
    from,
    to: last,
    areaM2: size?.areaM2 ?? null,
    people: size?.people ?? null,
    indicators: againstQuota(
      {
        uses: used,
        readShare: readShares(used, stretches),
        areaM2: size?.areaM2 ?? null,
        people: size?.people ?? null,
      },
      chosen as Parameters<typeof againstQuota>[1],
      context.organisation.place(unit),
      placeFactors(unit, context),
      context,
    ),
  };
}

type BuildingMonth = MonthUse & { readonly building: Id; readonly days: number };

/** What the main meters of each building used, by the month. */
const usedBetween = (tx: Tx, buildings: readonly Id[], from: string, to: string, theirs: Sql) =>
  tx.rows<BuildingMonth>(sql`
    select m.building_id as building, m.carrier, m.measure, date_trunc('month', d.day)::date::text as month, sum(d.total)::float8 / 1000 as amount,
           count(distinct d.day)::int as days
      from energy.meter m join energy.day d on (d.node_id, d.meter_id) = (m.node_id, m.id) and d.count > 0
     where m.building_id = any (${[...buildings]}::uuid[]) and m.kind = 'main' and d.day between ${from}::date and ${to}::date and ${theirs}
     group by m.building_id, m.carrier, m.measure, date_trunc('month', d.day) order by month`);

/** By carrier, of the building that was read least. */
function readShares(
  used: readonly BuildingMonth[],
  stretches: ReadonlyMap<Id, readonly Stretch[]>,
): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const own of Map.groupBy(used, ({ building, carrier }) => `${building} ${carrier}`).values()) {
    const { building, carrier } = own[0]!;
    const share = own.reduce((sum, { days }) => sum + days, 0) / daysIn(stretches.get(building)!);
    shares.set(carrier, Math.min(share, shares.get(carrier) ?? 1));
  }
  return shares;
}

/** The buildings together; null for what is not known of one of them. */
async function sizeOfAll(tx: Tx, stretches: ReadonlyMap<Id, readonly Stretch[]>, period: Stretch): Promise<SizeNow> {
  const sizes = await sizesOf(tx, [...stretches.keys()]);
  const means = [...stretches].map(([id, own]) => heldSize(sizes.get(id) ?? [], own, period));
  const sum = (of: keyof SizeNow) =>
    means.length === 0 || means.some((mean) => mean[of] === null)
      ? null
      : means.reduce((all, mean) => all + mean[of]!, 0);
  return { areaM2: sum('areaM2'), people: sum('people') };
}
