import { newId, verb } from '@opengoa/kernel';
import { ForetellMonth, MonthForetold } from './contract.ts';

/** 预测下月: what the job has foretold of one outcome, kept with how well it was tried, so that the month itself can be held against it. */
export const foretellMonth = verb('risk-centre.foretell-month', {
  title: { zh: '预测下月', en: 'Foretell the next month' },
  input: ForetellMonth,
  who: ['job'],
  internal: true,
  facts: [MonthForetold],
  refusals: [],
  load: () => Promise.resolve(undefined),
  at: (_known, { root }) => ({ unit: root }),
  decide: (_known, { root, ...body }) => [
    MonthForetold.of({ object: { kind: 'risk-centre.month-run', id: newId() }, unit: root, body }),
  ],
});
