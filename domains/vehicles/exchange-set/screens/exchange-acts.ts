import { type Act, field } from '@opengoa/web-kit/room';

export const exchangeActs: Readonly<Record<string, Act>> = {
  'vehicles.make-exchange-set': {
    title: { zh: '生成数据交换集', en: 'Make an exchange set' },
    about: {
      zh: '按单位和时段生成 JSON 文件，供与其他平台交换；事由记入记录，一天内可由本人下载。',
      en: 'A JSON document of a unit and some days for another platform; why stays on record, and its maker may fetch it for a day.',
    },
    tone: 'primary',
    starts: 'vehicles.exchange-sets',
    fields: [
      field('unit', '单位', 'Unit', 'unit', { help: { zh: '含下属单位', en: 'and those below it' } }),
      field('from', '起', 'From', 'day'),
      field('to', '止', 'To', 'day'),
      field('why', '事由', 'Why', 'text', { maxLength: 300 }),
    ],
  },
};
