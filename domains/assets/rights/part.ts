import { part } from '@opengoa/kernel';
import { endRight } from './end-right.ts';
import { recordAllotment } from './record-allotment.ts';
import { recordDisposalRight } from './record-disposal-right.ts';
import { recordOwnership } from './record-ownership.ts';
import { recordRightOfClass } from './record-right-of-class.ts';
import { cardRights, rightList } from './right-reads.ts';
import { rightSaves } from './right-store.ts';
import { rightRefusals } from './words.zh.ts';

/** 三权: owned by, given to, disposed of by, each with its days and its paper. */
export const rights = part({
  verbs: [recordOwnership, recordAllotment, recordDisposalRight, recordRightOfClass, endRight],
  reads: [rightList, cardRights],
  saves: rightSaves,
  refusals: rightRefusals,
});
