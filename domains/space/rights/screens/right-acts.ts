import { words } from '@opengoa/kernel/words';
import { field, type Acts } from '@opengoa/web-kit/room';
import { rightKinds } from '../words.zh.ts';

const optional = { required: false } as const;

export const rightActs: Acts = {
  'space.record-right': {
    title: words('登记权属', 'Record a right'),
    about: words(
      '所有权、分配、使用、处置分别登记，各有起止日期。房屋一般应登记在机关事务管理部门名下。',
      'Title, allotment, use and disposal are told apart, each with its days. Buildings are as a rule registered to the organ-affairs department.',
    ),
    input: ({ id }) => ({ building: id }),
    fields: [
      field('kind', '权属类别', 'Kind', 'choice', { choices: rightKinds, initial: 'title' }),
      field('holder', '权利人', 'Holder', 'text', {
        maxLength: 200,
        help: words('按证件或文件所载', 'as the paper names it'),
      }),
      field('holderUnit', '对应单位', 'Unit', 'unit', optional),
      field('certificate', '证号', 'Certificate', 'text', {
        ...optional,
        maxLength: 100,
        help: words('不动产权证号；暂无可不填，系统会提醒', 'left out, it is reminded of'),
      }),
      field('from', '自哪天起', 'From', 'day'),
      field('paper', '依据', 'By which paper', 'text', { ...optional, maxLength: 200 }),
      field('note', '备注', 'Note', 'text', { ...optional, maxLength: 500 }),
    ],
  },
  'space.end-right': {
    title: words('终止', 'End'),
    input: ({ id, version }) => ({ right: id, version }),
    fields: [
      field('day', '终止日期', 'Day', 'day'),
      field('paper', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
  },
  'space.open-dispute': {
    title: words('登记争议', 'Open a dispute'),
    input: ({ id }) => ({ building: id }),
    fields: [
      field('day', '发生日期', 'Day', 'day'),
      field('against', '争议方', 'Against', 'text', { maxLength: 200 }),
      field('about', '争议事项', 'About', 'long-text', { maxLength: 500 }),
    ],
  },
  'space.settle-dispute': {
    title: words('争议解决', 'Settle'),
    tone: 'primary',
    input: ({ id, version }) => ({ dispute: id, version }),
    fields: [
      field('day', '解决日期', 'Day', 'day'),
      field('outcome', '结果', 'Outcome', 'long-text', { maxLength: 500 }),
    ],
  },
};
