import { inScope, read, sql } from '@opengoa/kernel';
import { z } from 'zod';
import { BuildingMonthsAnswer } from './contract.ts';
import { Carrier } from '../contract.ts';
import { readers } from '../readers.ts';
import { yearText } from './building-reads.ts';

/** So many buildings are told at once, by name; beyond that one asks by unit. */
const most = 500;

interface Row {
  readonly id: string;
  readonly name: string;
  readonly measure: BuildingMonthsAnswer['buildings'][number]['measure'];
  readonly month: number;
  readonly amount: number;
  readonly count: number;
  readonly estimated: number;
  readonly suspect: number;
}

/** 建筑月度用能: month by building of one carrier, summed over main meters from the roll-ups and never from readings. */
export const buildingMonths = read('energy.building-months', {
  title: { zh: '建筑月度用能', en: 'Months of buildings' },
  query: z.strictObject({ year: yearText, carrier: Carrier.default('electricity') }),
  answer: BuildingMonthsAnswer,
  who: readers,
  async fetch(tx, { year, carrier }, context) {
    const rows = await tx.rows<Row>(sql`
      select b.id, b.name, m.measure, extract(month from t.month)::int as month, (sum(t.total) / 1000.0)::float8 as amount, sum(t.count)::int as count,
             sum(t.estimated)::int as estimated, sum(t.suspect)::int as suspect
        from energy.meter m
        join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
        join energy.month t on (t.node_id, t.meter_id) = (m.node_id, m.id) and t.month between ${`${year}-01-01`}::date and ${`${year}-12-01`}::date
       where ${inScope(context, readers, 't.unit_id')} and m.kind = 'main' and m.carrier = ${carrier}
       group by b.id, b.name, m.measure, t.month order by b.name, b.id, m.measure, t.month limit ${most * 12}`);
    const buildings = [...Map.groupBy(rows, ({ id, measure }) => `${id} ${measure}`).values()].map((own) => ({
      id: own[0]!.id,
      name: own[0]!.name,
      measure: own[0]!.measure,
      months: own.map(({ month, amount, count, estimated, suspect }) => ({ month, amount, count, estimated, suspect })),
    }));
    return { unit: context.actor.unit ?? '', year, carrier, buildings };
  },
});
