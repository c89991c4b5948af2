import { type Id, read } from '@opengoa/kernel';
import { z } from 'zod';
import { yearText } from '../buildings/building-reads.ts';
import { readers } from '../readers.ts';
import { KitchenWasteAnswer } from './contract.ts';
import { sameMonthsBefore, wasteOf } from './waste-figures.ts';
import { wasteBy } from './waste-store.ts';

/** 厨余指标: a unit's canteens month by month, waste for each meal and each person, beside the same months of the year before. */
export const kitchenWaste = read('energy.kitchen-waste', {
  title: { zh: '食堂厨余', en: 'Kitchen waste' },
  query: z.strictObject({ unit: z.uuid(), year: yearText }),
  answer: KitchenWasteAnswer,
  who: readers,
  async fetch(tx, { unit, year }, { organisation }) {
    const all = await wasteBy(tx, unit as Id, year);
    const own = all.filter(({ month }) => month.startsWith(String(year)));
    return {
      unit,
      unitName: organisation.unit(unit)?.name ?? '',
      year,
      canteens: [...Map.groupBy(own, ({ canteen }) => canteen)].map(([name, months]) => ({
        id: months[0]!.id,
        name,
        months: months.map((each) => ({
          ...wasteOf([each])!,
          month: Number(each.month.slice(5)),
          people: each.people,
          document: each.document,
        })),
      })),
      total: wasteOf(own),
      before: own.length === 0 ? null : sameMonthsBefore(own, all),
    };
  },
  at: ({ unit }) => ({ unit }),
  moves: ({ unit }) => ({ verbs: ['energy.record-kitchen-waste'], place: { unit } }),
});
