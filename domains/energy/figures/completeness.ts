import { type Id, inScope, read, sql } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { yearText } from '../buildings/building-reads.ts';
import { CompletenessAnswer } from './contract.ts';
import { readers } from '../readers.ts';

interface MeterRow {
  readonly id: Id;
  readonly name: string;
  readonly building: Id;
  readonly buildingName: string;
  readonly intervalMinutes: number;
  readonly validFrom: string;
  readonly validTo: string | null;
}

interface MonthRow {
  readonly meter: Id;
  readonly month: string;
  readonly count: number;
  readonly estimated: number;
  readonly suspect: number;
}

const months = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));

/**
 * 数据完整率: per meter and month, what was received of what the register of meters lets expect; a meter that fell silent does not look
 * complete (DQ-01). Meters read by hand are left out: nobody knows when they were to be read.
 */
export const completeness = read('energy.completeness', {
  title: { zh: '数据完整率', en: 'Completeness' },
  query: z.strictObject({ building: z.uuid().optional(), meter: z.uuid().optional(), year: yearText }),
  answer: CompletenessAnswer,
  who: readers,
  async fetch(tx, { building, meter, year }, context) {
    const { today, actor } = context;
    const from = `${year}-01-01`;
    const meters = await tx.rows<MeterRow>(sql`
      select m.id, m.name, m.building_id as building, b.name as "buildingName", m.interval_minutes as "intervalMinutes", m.valid_from as "validFrom",
             m.valid_to as "validTo"
        from energy.meter m join energy.building b on (b.node_id, b.id) = (m.node_id, m.building_id)
       where ${inScope(context, readers, 'm.unit_id')} and m.reads = 'interval' and (${building ?? null}::uuid is null or m.building_id = ${building ?? null}::uuid)
         and (${meter ?? null}::uuid is null or m.id = ${meter ?? null}::uuid)
         and m.valid_from <= ${`${year}-12-31`} and (m.valid_to is null or m.valid_to >= ${from})
       order by b.name, m.name, m.id limit 500`);
    const rows = await tx.rows<MonthRow>(sql`
      select meter_id as meter, month::text as month, sum(count)::int as count, sum(estimated)::int as estimated, sum(suspect)::int as suspect from energy.month
       where meter_id = any (${meters.map(({ id }) => id)}::uuid[]) and month between ${from} and ${`${year}-12-31`} group by meter_id, month`);
    const found = new Map(rows.map((row) => [`${row.meter} ${row.month}`, row]));
    return {
      unit: actor.unit ?? '',
      year,
      meters: meters.map((each) => ({
        id: each.id,
        name: each.name,
        building: each.building,
        buildingName: each.buildingName,
        months: months.map((number) => {
          const month = `${year}-${number}`;
          const row = found.get(`${each.id} ${month}-01`);
          const expected = (expectedDays(month, each, today) * 1440) / each.intervalMinutes;
          // An estimate is not a reading.
          const received = (row?.count ?? 0) - (row?.estimated ?? 0);
          return {
            month,
            expected,
            received,
            estimated: row?.estimated ?? 0,
            suspect: row?.suspect ?? 0,
            share: expected === 0 ? null : Math.min(1, received / expected),
          };
        }),
      })),
    };
  },
});

/** Days of the month, up to yesterday, on which the meter was in service. */
function expectedDays(month: string, { validFrom, validTo }: MeterRow, today: string): number {
  const first = `${month}-01`;
  const after = addDays(`${month}-28`, 4).slice(0, 7);
  const begins = validFrom > first ? validFrom : first;
  const ends = [`${after}-01`, today, ...(validTo === null ? [] : [addDays(validTo, 1)])].toSorted()[0]!;
  return Math.max(0, daysBetween(begins, ends));
}
