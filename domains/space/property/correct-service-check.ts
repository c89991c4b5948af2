import { newId, refuse, verb } from '@opengoa/kernel';
import { signedAmendments } from './amendment-store.ts';
import { linesOf, weightsOf } from './check-lines.ts';
import { marksRefusal, rectificationOfCheck } from './check-service.ts';
import {
  CheckAnswer,
  CorrectServiceCheck,
  RectificationRaised,
  RectificationWithdrawn,
  ServiceCheckCorrected,
} from './contract.ts';
import { dimensionsIn, editionsOf } from './editions.ts';
import { findContract, lockCheck, rectificationOfMonth } from './property-store.ts';
import { formulaOf, reckonCheck } from './reckon-check.ts';
import { contractOf, rectificationOf } from './service-contract.ts';

/**
 * 更正考评: a further edition with its reason; the one before stays. What is no longer below the line and was not yet answered is withdrawn; what the
 * company has answered goes its way.
 */
export const correctServiceCheck = verb('space.correct-service-check', {
  title: { zh: '更正', en: 'Correct' },
  input: CorrectServiceCheck,
  who: ['space-clerk'],
  on: 'space.service-check',
  facts: [ServiceCheckCorrected, RectificationRaised, RectificationWithdrawn],
  refusals: ['check-corrected-already', 'mark-not-covered', 'mark-twice'],
  result: CheckAnswer,
  async load(tx, { check: id }) {
    const before = await lockCheck(tx, id);
    return {
      before,
      contract: await findContract(tx, before.contract),
      amendments: await signedAmendments(tx, before.contract),
      rectification: await rectificationOfMonth(tx, before.contract, before.month),
    };
  },
  at: ({ before }) => ({ unit: before.unit }),
  decide({ before, contract, amendments, rectification }, { marks, why }, context) {
    if (!before.current) return refuse('check-corrected-already', {}, { status: 409 });
    const covered = dimensionsIn(editionsOf(contract, amendments), before.month);
    const refused = marksRefusal(covered, marks);
    if (refused) return refused;
    const { unit } = contract;
    const { month } = before;
    const check = reckonCheck(covered, marks, weightsOf(unit, context), linesOf(unit, context));
    const { weak: _weak, ...kept } = check;
    const body = { ...kept, check: newId(), month, edition: before.edition + 1 };
    const raised = check.below && !rectification ? rectificationOfCheck(contract, month, check, context) : undefined;
    const settled = !check.below && rectification?.state === 'open' ? rectification : undefined;
    return {
      facts: [
        ServiceCheckCorrected.of({ object: contractOf(contract), unit, body: { ...body, corrects: before.id, why } }),
        ...(raised ? [raised.fact] : []),
        ...(settled
          ? [RectificationWithdrawn.of({ object: rectificationOf(settled), unit, body: { why: `考评更正：${why}` } })]
          : []),
      ],
      result: {
        ...body,
        formula: formulaOf(check),
        rectification: raised?.id ?? (settled ? null : (rectification?.id ?? null)),
      },
    };
  },
});
