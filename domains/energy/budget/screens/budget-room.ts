import { words } from '@opengoa/kernel/words';
import { field, type Acts, type DoorName } from '@opengoa/web-kit/room';
import { carriers } from '../../words.zh.ts';
import { excessFactWords } from '../../excess/words.zh.ts';
import { budgetFactWords } from '../words.zh.ts';

/** What budgets add to the room's pages. */
export const budgetPages = [
  {
    path: '/energy/budget',
    title: words('用能预算', 'Budgets'),
    needs: 'energy.budget' as DoorName,
    nav: true,
    load: () => import('./budget-page.tsx'),
  },
];

export const budgetActs: Acts = {
  'energy.set-budget': {
    title: words('核定预算', 'Set a budget'),
    tone: 'primary',
    about: words(
      '按去年各月、各建筑的用量分解；去年读数不全的按天数分解。再次核定将替换原预算。',
      'Broken down by last year’s months and buildings, or by days where last year was not read whole. Set again it replaces the old one.',
    ),
    input: ({ unit, year, carrier }) => ({ unit, year, carrier }),
    fields: [
      field('carrier', '能源', 'Carrier', 'choice', { choices: carriers, initial: 'electricity' }),
      field('amount', '全年预算（计量单位）', 'The year, in its measure', 'number', { from: 0.001, to: 1_000_000_000 }),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
    initial: ({ carrier, amount, document }) => ({
      carrier,
      amount: amount ?? undefined,
      document: document ?? undefined,
    }),
  },
  'energy.break-down-budget': {
    title: words('分解下达预算', 'Break down to units'),
    about: words(
      '本单位和下级独立填报单位的总量，按各单位去年用量分解，各单位得到自己的预算；去年没有读数的单位不分解。',
      'One amount for this unit and the institutions below, to each by what it used last year; those that were not read get none.',
    ),
    input: ({ unit, year }) => ({ unit, year }),
    fields: [
      field('carrier', '能源', 'Carrier', 'choice', { choices: carriers, initial: 'electricity' }),
      field('amount', '总量（计量单位）', 'The whole, in its measure', 'number', { from: 0.001, to: 1_000_000_000 }),
      field('document', '依据', 'By which paper', 'text', { maxLength: 200 }),
    ],
    initial: ({ carrier }) => ({ carrier }),
  },
  'energy.explain-excess': {
    title: words('说明超定额情况', 'Explain the excess'),
    tone: 'primary',
    about: words(
      '说明今年用能高于预算或定额的原因和拟采取的措施；说明后任务办结，本年度不再重复提请。',
      'Say why this year is above its budget or quota and what is done about it; it is asked once a year.',
    ),
    input: ({ excess }) => ({ excess }),
    fields: [
      field('reason', '原因', 'Why', 'long-text', { maxLength: 500 }),
      field('measures', '采取的措施', 'What is done about it', 'long-text', { maxLength: 500 }),
    ],
  },
};
export const budgetWords = {
  ...excessFactWords,
  'energy.excess': words('超定额说明', 'Explanation of an excess'),
  ...budgetFactWords,
  'energy.budget': words('用能预算', 'Energy budget'),
};
