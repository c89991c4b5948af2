import { verb } from '@opengoa/kernel';
import { unitsOf } from '../papers/make-paper.ts';
import { OwnershipRecorded, RecordRight } from './contract.ts';
import { recordRefusals, rightRecorded } from './right.ts';
import { rightsOf } from './right-store.ts';

/** 登记所有权: whose a thing is, as a rule the state’s through the office that keeps the register, or the unit’s own. */
export const recordOwnership = verb('assets.record-ownership', {
  title: { zh: '登记所有权', en: 'Record ownership' },
  input: RecordRight,
  who: ['assets-clerk'],
  on: 'assets.card',
  facts: [OwnershipRecorded],
  refusals: recordRefusals,
  load: (tx, { cards }) => rightsOf(tx, 'ownership', cards),
  at: unitsOf,
  decide: (known, { cards: _cards, ...told }, context) => rightRecorded('ownership', known, told, context),
});
