import { notFound, Refused } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { LabelRevoked, RevokeLabel } from './contract.ts';
import { labelledKind, labelsOn } from './label.ts';
import { labelKeepers, nowhere, thingsKept } from './label-keepers.ts';

/** 停用标签: a code that was lost, copied or torn off opens nothing any more; the thing may be given a new one. */
export const revokeLabel = verb('kernel.revoke-label', {
  title: { zh: '停用标签', en: 'Revoke a label' },
  input: RevokeLabel,
  who: labelKeepers,
  facts: [LabelRevoked],
  refusals: [],
  async load(tx, { kind, object }, context) {
    const [thing] = await thingsKept(tx, labelledKind(context, kind), [object], context);
    const [label] = await labelsOn(tx, [object]);
    if (thing && !label) throw new Refused(notFound());
    return { thing, label };
  },
  at: ({ thing }) => (thing ? { unit: thing.unit } : nowhere),
  decide: ({ thing, label }, { kind, object, why }) =>
    thing && label
      ? [LabelRevoked.of({ object: { kind: 'label', id: label.id }, unit: thing.unit, body: { kind, object, why } })]
      : notFound(),
});
