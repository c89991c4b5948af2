import { part } from '@opengoa/kernel';
import { costOfSpace } from './cost-read.ts';
import { expenseList } from './expense-list.ts';
import { expenseSaves } from './expense-store.ts';
import { recordExpense } from './record-expense.ts';
import { strikeExpense } from './strike-expense.ts';
import { costRefusals } from './words.zh.ts';

export const cost = part({
  verbs: [recordExpense, strikeExpense],
  reads: [costOfSpace, expenseList],
  saves: expenseSaves,
  refusals: costRefusals,
});
