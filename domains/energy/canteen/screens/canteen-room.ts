import { words } from '@opengoa/kernel/words';
import { field, type Acts, type DoorName } from '@opengoa/web-kit/room';
import { canteenFactWords } from '../words.zh.ts';

/** What canteens add to the room's pages. */
export const canteenPages = [
  {
    path: '/energy/canteen',
    title: words('食堂厨余', 'Kitchen waste'),
    needs: 'energy.kitchen-waste' as DoorName,
    nav: true,
    load: () => import('./canteen-page.tsx'),
  },
];

export const canteenActs: Acts = {
  'energy.record-kitchen-waste': {
    title: words('登记厨余', 'Record waste'),
    tone: 'primary',
    about: words(
      '按清运单或过磅单逐月登记；同一食堂同一月份再次登记将替换原数据，原数据留在经过中。',
      'By the collector’s slip, month by month. Said again it replaces what was said; the earlier word stays on the record.',
    ),
    input: ({ unit }) => ({ unit }),
    fields: [
      field('canteen', '食堂', 'Canteen', 'text', { maxLength: 60 }),
      field('month', '月份', 'Month', 'text', { maxLength: 7, help: words('如 2026-10', 'such as 2026-10') }),
      field('wasteKg', '厨余垃圾', 'Kitchen waste', 'number', { from: 0, to: 1_000_000, unitOfMeasure: 'kg' }),
      field('meals', '供餐人次', 'Meals served', 'integer', { from: 1, to: 10_000_000 }),
      field('people', '日常用餐人数', 'People who eat there', 'integer', { from: 1, to: 1_000_000 }),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
  },
};
export const canteenWords = { ...canteenFactWords, 'energy.canteen': words('食堂', 'Canteen') };
