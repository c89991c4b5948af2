import { words } from '@opengoa/kernel/words';
import { field, type Acts } from '@opengoa/web-kit/room';
import { bands } from '../words.zh.ts';
import { seasonsOf } from './periods-text.ts';

const priced = Object.entries(bands).map(([band, { zh, en }]) =>
  field(`price_${band}`, `${zh}（分/kWh）`, `${en} (fen a kWh)`, 'number', {
    required: false,
    from: 0.001,
    to: 10_000,
  }),
);

export const tariffActs: Acts = {
  'energy.set-tariff': {
    title: words('登记分时电价', 'Set a tariff'),
    tone: 'primary',
    starts: 'energy.tariffs',
    about: words(
      '按电网企业代理购电或价格主管部门的公告登记，对本单位及下级单位自该日起适用；下级另有登记的从其登记。',
      'By the notice of the grid company or the price authority, for the unit and all below it that have none of their own.',
    ),
    fields: [
      field('unit', '适用单位', 'Unit', 'unit'),
      field('from', '自哪天起', 'From', 'day'),
      field('periods', '时段', 'Periods', 'long-text', {
        maxLength: 2_000,
        initial: '1-12月 0-8谷 8-10平 10-12峰 12-14平 14-19峰 19-22平 22-24谷',
        help: words(
          '每行一个季节：月份，空格，各时段（尖、峰、平、谷、深）。每个月 24 小时各写一次',
          'One season a line: months, then stretches with their band; the 24 hours of each month once',
        ),
      }),
      ...priced,
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
    shape: ({ periods, unit, from, document, ...prices }) => ({
      unit,
      from,
      document,
      seasons: seasonsOf(String(periods ?? '')),
      prices: Object.keys(bands).flatMap((band) => {
        const fenPerKwh = prices[`price_${band}`];
        return fenPerKwh === undefined || fenPerKwh === null || fenPerKwh === ''
          ? []
          : [{ band, fenPerKwh: Number(fenPerKwh) }];
      }),
    }),
  },
};
