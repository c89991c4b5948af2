import { notFound, Refused } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { LabelRevoked, RevokeLabel } from './contract.ts';
import { labelledKind, labelsOn, thingsOf } from './label.ts';
import { labelKeepers } from './label-keepers.ts';

/** 停用标签: a code that was lost, copied or torn off opens nothing any more; the thing may be given a new one. */
export const revokeLabel = verb('kernel.revoke-label', {
  title: { zh: '停用标签', en: 'Revoke a label' },
  input: RevokeLabel,
  who: labelKeepers,
  facts: [LabelRevoked],
  refusals: [],
  async load(tx, { kind, object }, context) {
    const [thing] = await thingsOf(tx, labelledKind(context, kind), [object]);
    const [label] = await labelsOn(tx, [object]);
    if (!thing || !label) throw new Refused(notFound());
    return { thing, label };
  },
  at: ({ thing }) => ({ unit: thing.unit }),
  decide: ({ thing, label }, { kind, object, why }) => [
    LabelRevoked.of({ object: { kind: 'label', id: label.id }, unit: thing.unit, body: { kind, object, why } }),
  ],
});
