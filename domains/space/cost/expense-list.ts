import { list, words } from '@opengoa/kernel';
import { readers } from '../readers.ts';
import { expenseKinds } from './words.zh.ts';

/** 用房费用: every entry. */
export const expenseList = list('space.expenses', {
  title: words('用房费用', 'Expenses'),
  view: 'space_read.expense_v1',
  who: readers,
  order: '-from_day',
  columns: {
    building: { title: words('房屋', 'Building'), kind: 'text', filter: true, always: true },
    kind: { title: words('种类', 'Kind'), kind: 'choice', choices: expenseKinds, filter: true, always: true },
    from_day: { title: words('费用期间自', 'From'), kind: 'day', filter: true, sort: true },
    to_day: { title: words('至', 'To'), kind: 'day', filter: true, always: true },
    amount_fen: { title: words('金额', 'Amount'), kind: 'money-fen', sum: true, sort: true },
    payee: { title: words('收款单位', 'Paid to'), kind: 'text', filter: true, always: true },
    receipt: { title: words('票据号', 'Receipt'), kind: 'text', filter: true, always: true },
    note: { title: words('备注', 'Note'), kind: 'text', always: true },
    entered_name: { title: words('经办', 'By'), kind: 'text', always: true },
    struck: { title: words('冲销原因', 'Struck'), kind: 'text' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    building_id: { title: words('房屋编号', 'Building id'), kind: 'id', filter: true, hidden: true, always: true },
  },
  moves: (row) => ({
    verbs: row['struck'] === null ? ['space.strike-expense'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
