import { refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { AllotmentRecorded, DisposalRightRecorded, OwnershipRecorded, RecordRightOfClass } from './contract.ts';
import { holderOf, recordRefusals, rightRecorded } from './right.ts';
import { rightsOfClass } from './right-store.ts';

/** 整类登记权利: one right of everything that a unit has of a class, by one paper, at most 500 at once; what stands so already is left out, so it is done again until none is left. */
export const recordRightOfClass = verb('assets.record-right-of-class', {
  title: { zh: '整类登记权利', en: 'Record a right for a class' },
  input: RecordRightOfClass,
  who: ['assets-clerk'],
  facts: [OwnershipRecorded, AllotmentRecorded, DisposalRightRecorded],
  refusals: ['no-such-cards', ...recordRefusals],
  result: z.strictObject({ cards: z.int(), left: z.int() }),
  load(tx, { kind, unit, class: code, ...told }, context) {
    const named = holderOf(told, context);
    const holder = typeof named === 'string' ? named : '';
    return rightsOfClass(tx, { kind, unit, class: code, holder, holderUnit: told.holderUnit, from: told.from });
  },
  at: (_known, { unit }) => ({ unit }),
  decide(known, { kind, unit: _unit, class: _class, ...told }, context) {
    const made = rightRecorded(kind, known, told, context);
    if (!Array.isArray(made)) return made;
    if (made.length === 0) return refuse('no-such-cards', {}, { status: 409 });
    return { facts: made, result: { cards: made.length, left: known.left } };
  },
});
