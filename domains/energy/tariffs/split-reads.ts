import { type Id, read, sql, type Tx } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { findBuilding } from '../buildings/building-store.ts';
import { yearText } from '../buildings/building-reads.ts';
import type { Carrier, Measure, MeterUse } from '../contract.ts';
import { meanPrice } from '../prices/price.ts';
import { pricesOf } from '../prices/price-store.ts';
import { readers } from '../readers.ts';
import { type Band, SplitAnswer } from './contract.ts';
import { kwhOf, type MeterDay, milliFenOf, type Part, splitDays } from './split.ts';
import { tariffOn } from './tariff.ts';
import { allTariffs } from './tariff-store.ts';
import { bands } from './words.zh.ts';

/** 分时用电与费用: a building's year of electricity by time of the day, by what sub-meters measure apart, and what it cost. */
export const split = read('energy.split', {
  title: { zh: '分时用电与费用', en: 'Use and cost by time of day' },
  query: z.strictObject({ building: z.uuid(), year: yearText }),
  answer: SplitAnswer,
  who: readers,
  async fetch(tx, { building: id, year }, { organisation }) {
    const building = await findBuilding(tx, id);
    const [from, to] = [`${year}-01-01`, `${year}-12-31`];
    const days = await tx.rows<MeterDay & { meter: Id }>(sql`
      select d.meter_id as meter, d.day::text as day, d.total::float8 as total, d.hours::float8[] as hours
        from energy.meter m join energy.day d on (d.node_id, d.meter_id) = (m.node_id, m.id)
       where m.building_id = ${id} and m.kind = 'main' and m.carrier = 'electricity' and d.day between ${from} and ${to} order by d.meter_id, d.day`);
    const tariffs = await allTariffs(tx);
    const chain = organisation.chain(building.unit).map((unit) => unit.id);
    const tariffOf = (day: string) => tariffOn(tariffs, chain, day);
    const prices = await pricesOf(tx, [id]);
    const priceOn = (meter: Id) => (day: string) =>
      meanPrice(prices, { building: id, meter, carrier: 'electricity' }, [day, addDays(day, 1)]);
    const parts = [...Map.groupBy(days, ({ meter }) => meter)].flatMap(([meter, own]) =>
      splitDays(own, tariffOf, priceOn(meter)),
    );
    const banded = (band: Band | null, of = parts) => of.filter((part) => part.band === band);
    const perBand = (of: readonly Part[]) =>
      (Object.keys(bands) as Band[]).flatMap((band) => {
        const own = banded(band, [...of]);
        return own.length === 0 ? [] : [{ band, kwh: kwhOf(own), fen: fenOf(own) }];
      });
    const used = new Set(days.map(({ day }) => tariffOf(day)));
    return {
      unit: building.unit,
      building: id,
      name: building.name,
      year,
      kwh: kwhOf(parts),
      fen: totalFen(parts),
      bands: perBand(parts),
      withoutBand: { kwh: kwhOf(banded(null)), fen: fenOf(banded(null)) },
      months: Array.from({ length: 12 }, (_, i) => {
        const own = parts.filter(({ month }) => month === i + 1);
        return {
          month: i + 1,
          kwh: kwhOf(own),
          fen: own.length === 0 ? null : totalFen(own),
          bands: perBand(own).map(({ band, kwh }) => ({ band, kwh })),
        };
      }),
      ...(await categoriesOf(tx, id, from, to, kwhOf(parts))),
      tariffs: [...used].flatMap((tariff) =>
        tariff
          ? [
              {
                from: tariff.from,
                unitName: organisation.unit(tariff.unit)?.name ?? '',
                document: tariff.document,
              },
            ]
          : [],
      ),
      others: await othersOf(tx, id, from, to, prices),
    };
  },
  at: ({ unit }) => ({ unit }),
});

function fenOf(parts: readonly Part[]): number | null {
  const milli = milliFenOf(parts);
  return milli === null ? null : Math.round(milli / 1000);
}

/** The sum of the bands as they are shown, so that the rows add up to it. */
function totalFen(parts: readonly Part[]): number | null {
  return [...Map.groupBy(parts, ({ band }) => band).values()].reduce<number | null>((sum, own) => {
    const fen = fenOf(own);
    return sum === null || fen === null ? null : sum + fen;
  }, 0);
}

/** Sub-meters with a use of their own; one below another that has a use is in it already. */
async function categoriesOf(tx: Tx, building: Id, from: string, to: string, whole: number) {
  const rows = await tx.rows<{ use: MeterUse; kwh: number; meters: number }>(sql`
    with recursive named as (
      select id, parent_id, use, use is not null as covered, false as within from energy.meter
       where building_id = ${building} and carrier = 'electricity' and kind = 'sub'
         and (parent_id is null or parent_id in (select id from energy.meter where building_id = ${building} and kind = 'main'))
      union all
      select m.id, m.parent_id, m.use, n.covered or m.use is not null, n.covered from named n join energy.meter m on m.parent_id = n.id)
    select n.use, sum(t.total)::float8 / 1000 as kwh, count(distinct n.id)::int as meters
      from named n join energy.month t on t.meter_id = n.id and t.month between ${from} and ${to}
     where n.use is not null and not n.within group by n.use order by n.use`);
  const apart = rows.reduce((sum, { kwh }) => sum + kwh, 0);
  return { categories: rows, restKwh: apart > whole ? null : whole - apart };
}

/** Gas, water and heat at the price of their days. */
async function othersOf(
  tx: Tx,
  building: Id,
  from: string,
  to: string,
  prices: Awaited<ReturnType<typeof pricesOf>>,
): Promise<SplitAnswer['others']> {
  const rows = await tx.rows<{ meter: Id; carrier: Carrier; measure: Measure; day: string; total: number }>(sql`
    select m.id as meter, m.carrier, m.measure, d.day::text as day, d.total::float8 as total
      from energy.meter m join energy.day d on (d.node_id, d.meter_id) = (m.node_id, m.id)
     where m.building_id = ${building} and m.kind = 'main' and m.carrier <> 'electricity' and d.day between ${from} and ${to} and d.total <> 0
     order by m.carrier, d.day`);
  return [...Map.groupBy(rows, ({ carrier, measure }) => `${carrier} ${measure}`).values()].map((own) => {
    const { carrier, measure } = own[0]!;
    let milliFen: number | null = 0;
    for (const { meter, day, total } of own) {
      const price = meanPrice(prices, { building, meter, carrier }, [day, addDays(day, 1)]);
      milliFen = milliFen === null || price === null ? null : milliFen + total * price;
    }
    return {
      carrier,
      measure,
      amount: own.reduce((sum, { total }) => sum + total, 0) / 1000,
      fen: milliFen === null ? null : Math.round(milliFen / 1000),
    };
  });
}
