import { field, webPart } from '@opengoa/web-kit/room';
import { equipmentFactWords, secrecies } from './words.zh.ts';
import { words } from '@opengoa/kernel/words';

const optional = { required: false } as const;

export const equipment = webPart({
  group: words('配置与采购', 'Buying'),
  pages: [
    {
      path: '/assets/equipment',
      title: words('配置情况', 'Equipment of a unit'),
      needs: 'assets.unit-equipment',
      nav: true,
      load: () => import('./screens/unit-equipment.tsx'),
    },
    {
      path: '/assets/fairness',
      title: words('配置均衡', 'Holdings per head'),
      needs: 'assets.fairness',
      nav: true,
      load: () => import('./screens/fairness.tsx'),
    },
    {
      path: '/assets/headcounts',
      title: words('配置人数', 'Headcounts'),
      needs: 'assets.headcounts',
      nav: true,
      load: () => import('./screens/headcount-list.tsx'),
    },
    {
      path: '/assets/equipment/cards',
      title: words('配置资产明细', 'Cards of equipment'),
      needs: 'assets.equipment-cards',
      load: () => import('./screens/equipment-cards.tsx'),
    },
  ],
  acts: {
    'assets.set-headcount': {
      title: words('核定配置人数', 'Set the headcount'),
      starts: 'assets.headcounts',
      about: words(
        '实有人数和办公室间数不填时，分别按组织机构中的主职人数和在用办公室计算。',
        'Left empty, staff is counted from the organisation and offices from the ledger of space.',
      ),
      initial: ({ unit, establishment, seniors, secrecy }) => ({ unit, establishment, seniors, secrecy }),
      fields: [
        field('unit', '单位', 'Unit', 'unit', { where: { 'f.kind': 'institution' } }),
        field('fromDay', '起始日期', 'From', 'day'),
        field('establishment', '编制数', 'Establishment', 'integer', { from: 0, unitOfMeasure: '人' }),
        field('actual', '实有人数', 'Actual staff', 'integer', { ...optional, from: 0, unitOfMeasure: '人' }),
        field('seniors', '其中司局级', 'Directors-general', 'integer', {
          ...optional,
          from: 0,
          unitOfMeasure: '人',
        }),
        field('offices', '办公室间数', 'Offices', 'integer', { ...optional, from: 0, unitOfMeasure: '间' }),
        field('secrecy', '涉密', 'Secrecy', 'choice', { choices: secrecies, initial: 'ordinary' }),
        field('paper', '依据', 'By which paper', 'text', { ...optional, maxLength: 200 }),
      ],
    },
  },
  facts: { ...equipmentFactWords, 'assets.headcount': words('配置人数', 'Headcount') },
  help: () => import('./help.ts'),
});
