import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { dayRefusal } from '../papers/make-paper.ts';
import { lockPaper } from '../papers/paper-store.ts';
import { paperOf } from '../papers/paper.ts';
import { IncomeRecorded, RecordIncome } from './contract.ts';
import { disposalRefusal } from './on-disposal.ts';

/** 登记收入上缴: what came of a disposal, paid in to the treasury (条例第二十五条), by its receipt. */
export const recordIncome = verb('assets.record-income', {
  on: 'assets.paper',
  title: { zh: '登记收入上缴', en: 'Record income paid in' },
  input: RecordIncome,
  who: ['assets-clerk'],
  facts: [IncomeRecorded],
  refusals: ['not-now', 'no-income-owed', 'more-than-owed', 'day-ahead'],
  async load(tx, { paper: id }) {
    const paper = await lockPaper(tx, id);
    const { owedFen } = await tx.one<{ owedFen: number }>(
      sql`select coalesce(proceeds_fen, 0) - paid_fen as "owedFen" from assets.paper where id = ${id}`,
    );
    return { paper, owedFen, income: newId() };
  },
  at: ({ paper }) => ({ unit: paper.unit }),
  decide({ paper, owedFen, income }, { amountFen, paidOn, receipt }, { today }) {
    const closed = disposalRefusal(paper, 'assets.record-income') ?? dayRefusal(paidOn, today);
    if (closed) return closed;
    if (owedFen === 0) return refuse('no-income-owed', {}, { status: 409 });
    if (amountFen > owedFen) return refuse('more-than-owed', { owed: (owedFen / 100).toFixed(2) });
    const body = { income, number: paper.number, amountFen, paidOn, receipt };
    return [IncomeRecorded.of({ object: paperOf(paper), unit: paper.unit, body })];
  },
});
