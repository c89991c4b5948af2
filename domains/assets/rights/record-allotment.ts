import { verb } from '@opengoa/kernel';
import { unitsOf } from '../papers/make-paper.ts';
import { AllotmentRecorded, RecordRight } from './contract.ts';
import { recordRefusals, rightRecorded } from './right.ts';
import { rightsOf } from './right-store.ts';

/** 登记使用权（配置）: which unit a thing is given to for its work. */
export const recordAllotment = verb('assets.record-allotment', {
  title: { zh: '登记使用权', en: 'Record an allotment' },
  input: RecordRight,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [AllotmentRecorded],
  refusals: recordRefusals,
  load: (tx, { cards }) => rightsOf(tx, 'allotment', cards),
  at: unitsOf,
  decide: (known, { cards: _cards, ...told }, context) => rightRecorded('allotment', known, told, context),
});
