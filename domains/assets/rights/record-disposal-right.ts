import { verb } from '@opengoa/kernel';
import { unitsOf } from '../papers/make-paper.ts';
import { DisposalRightRecorded, RecordRight } from './contract.ts';
import { recordRefusals, rightRecorded } from './right.ts';
import { rightsOf } from './right-store.ts';

/** 登记处置权: whose consent a disposal asks for. */
export const recordDisposalRight = verb('assets.record-disposal-right', {
  title: { zh: '登记处置权', en: 'Record a right of disposal' },
  input: RecordRight,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [DisposalRightRecorded],
  refusals: recordRefusals,
  load: (tx, { cards }) => rightsOf(tx, 'disposal', cards),
  at: unitsOf,
  decide: (known, { cards: _cards, ...told }, context) => rightRecorded('disposal', known, told, context),
});
