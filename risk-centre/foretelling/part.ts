import { part } from '@opengoa/kernel';
import { askNextMonth } from './ask-next-month.ts';
import { foretellMonth } from './foretell-month.ts';
import { foretellMonths } from './foretell-months.ts';
import { nextMonth, nextMonths, subjectMonthsRead } from './month-reads.ts';
import { monthSaves } from './month-store.ts';

/** 下月预测: what offices tell of past months, foretold, tried and compared. */
export const foretellingPart = part({
  verbs: [foretellMonth, askNextMonth],
  reads: [nextMonths, nextMonth, subjectMonthsRead],
  saves: monthSaves,
  jobs: [foretellMonths],
});
