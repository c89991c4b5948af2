import { words } from '@opengoa/kernel/words';
import { type Acts, field } from '@opengoa/web-kit/room';
import { forms } from '../words.zh.ts';

const terms = [
  field('from', '核定起始日', 'From', 'day'),
  field('paper', '核定文件', 'By which paper', 'text', { maxLength: 200 }),
  field('form', '房屋类型', 'Kind of building', 'choice', {
    choices: forms,
    initial: 'multi-storey',
    help: words('决定使用面积系数', 'decides the coefficient of usable area'),
  }),
  field('garageSpaces', '停车库车位', 'Parking spaces', 'integer', { from: 0, initial: 0 }),
  field('guards', '警卫人员', 'Guards', 'integer', { from: 0, initial: 0 }),
];

/** How the verbs of quotas are offered. */
export const quotaActs: Acts = {
  'space.set-quota': {
    title: words('核定面积', 'Set a quota'),
    tone: 'primary',
    starts: 'space.unit-areas',
    about: words(
      '按起始日的编制、职级和标准自动计算，计算依据与结果一并保存。',
      'Reckoned from the posts, ranks and standards of that day, and kept with what it was reckoned from.',
    ),
    fields: [field('unit', '单位', 'Unit', 'unit'), ...terms],
    initial: (object) => ({ unit: object.id }),
  },
  'space.strike-quota': {
    title: words('撤销核定', 'Strike'),
    tone: 'danger',
    input: ({ id }) => ({ quota: id }),
    about: words(
      '录入有误时撤销，上一次核定恢复生效；记录保留。',
      'Where it was entered wrongly; the one before holds again.',
    ),
    fields: [field('why', '原因', 'Why', 'text', { maxLength: 500 })],
  },
};
