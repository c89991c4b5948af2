import { part } from '@opengoa/kernel';
import { askToHandBack } from './ask-to-hand-back.ts';
import { declineHandBack } from './decline-hand-back.ts';
import { handBackList, roomsHeld } from './hand-back-reads.ts';
import { handBackSaves } from './hand-back-store.ts';
import { takeHandBack } from './take-hand-back.ts';
import { withdrawHandBack } from './withdraw-hand-back.ts';
import { handBackRefusals } from './words.zh.ts';

/** 退还房间. */
export const handBacks = part({
  verbs: [askToHandBack, takeHandBack, declineHandBack, withdrawHandBack],
  reads: [handBackList, roomsHeld],
  saves: handBackSaves,
  refusals: handBackRefusals,
});
