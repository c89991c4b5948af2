import { type Context, type FactDraft, type Id, newId, refuse, type Refusal, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { daysToRectify, linesOf, weightsOf } from './check-lines.ts';
import {
  CheckAnswer,
  CheckService,
  type Dimension,
  type GivenMark,
  RectificationRaised,
  ServiceChecked,
} from './contract.ts';
import { signedAmendments } from './amendment-store.ts';
import { dimensionsIn, editionsOf } from './editions.ts';
import { checkOfMonth, lockContract } from './property-store.ts';
import { formulaOf, type ReckonedCheck, reckonCheck, whatIsWrong } from './reckon-check.ts';
import { contractMoves, contractOf, lastDayOf, rectificationOf, type ServiceContract } from './service-contract.ts';
import { dimensions } from './words.zh.ts';

/** What the marks of a check lack. */
export function marksRefusal(covered: readonly Dimension[], marks: readonly GivenMark[]): Refusal | undefined {
  const strange = marks.filter(({ dimension }) => !covered.includes(dimension));
  if (strange.length > 0)
    return refuse('mark-not-covered', {
      dimensions: strange.map(({ dimension }) => dimensions[dimension].zh).join('、'),
    });
  return new Set(marks.map(({ dimension }) => dimension)).size < marks.length ? refuse('mark-twice') : undefined;
}

/** Something is to be put right by the company, by a day of the standard. */
export function rectificationOfCheck(
  contract: ServiceContract,
  month: string,
  check: ReckonedCheck,
  context: Context,
): { readonly id: Id; readonly fact: FactDraft } {
  const id = newId();
  const { resultLine } = linesOf(contract.unit, context);
  const body = {
    contract: contract.id,
    month,
    what: whatIsWrong(month, check, resultLine),
    due: addDays(context.today, daysToRectify(contract.unit, context)),
  };
  return { id, fact: RectificationRaised.of({ object: rectificationOf({ id }), unit: contract.unit, body }) };
}

/** 物业考评: a mark and a note for each dimension that was looked at in a month; what was not is not checked. What is covered is by the terms of the month. Below the line the company is asked to mend it. */
export const checkService = verb('space.check-service', {
  title: { zh: '登记考评', en: 'Check the service' },
  input: CheckService,
  who: ['space-clerk'],
  on: 'space.service-contract',
  facts: [ServiceChecked, RectificationRaised],
  refusals: ['not-now', 'check-month-outside', 'checked-already', 'mark-not-covered', 'mark-twice'],
  result: CheckAnswer,
  load: async (tx, { contract, month }) => ({
    contract: await lockContract(tx, contract),
    before: await checkOfMonth(tx, contract, month),
    amendments: await signedAmendments(tx, contract),
  }),
  at: ({ contract }) => ({ unit: contract.unit }),
  decide({ contract, before, amendments }, { month, marks }, context) {
    const closed = contractMoves.refusal(contract.state, 'space.check-service');
    if (closed) return closed;
    const last = [context.today, lastDayOf(contract)].toSorted()[0]!.slice(0, 7);
    const from = contract.from.slice(0, 7);
    if (month < from || month > last) return refuse('check-month-outside', { month, from, to: last });
    if (before) return refuse('checked-already', { month }, { status: 409 });
    const covered = dimensionsIn(editionsOf(contract, amendments), month);
    const refused = marksRefusal(covered, marks);
    if (refused) return refused;
    const { unit } = contract;
    const check = reckonCheck(covered, marks, weightsOf(unit, context), linesOf(unit, context));
    const { weak: _weak, ...kept } = check;
    const body = { ...kept, check: newId(), month, edition: 1 };
    const raised = check.below ? rectificationOfCheck(contract, month, check, context) : undefined;
    return {
      facts: [ServiceChecked.of({ object: contractOf(contract), unit, body }), ...(raised ? [raised.fact] : [])],
      result: { ...body, formula: formulaOf(check), rectification: raised?.id ?? null },
    };
  },
});
