import { newId, refuse, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { EnterRisk, RiskEntered } from './contract.ts';
import { levelOfRating, lowers, matrixBounds } from './matrix.ts';
import { riskOf } from './risk.ts';

/** 登记风险: named in words, with the post that answers for it and what is left after its controls. */
export const enterRisk = verb('risk-centre.enter-risk', {
  title: { zh: '登记风险', en: 'Enter a risk' },
  input: EnterRisk,
  who: ['risk-officer'],
  facts: [RiskEntered],
  refusals: ['post-not-of-unit', 'residual-above'],
  result: z.strictObject({ risk: z.uuid() }),
  load: async () => ({ id: newId() }),
  at: (_known, { unit }) => ({ unit }),
  decide({ id }, { unit, ...input }, context) {
    const { organisation } = context;
    const post = organisation.post(input.post);
    const institution = organisation.institutionOf(unit)?.id ?? unit;
    if (!post || !organisation.covers(institution, post.unit, true)) return refuse('post-not-of-unit');
    if (!lowers(input.inherent, input.residual)) return refuse('residual-above');
    const bounds = matrixBounds(context, unit);
    const body = {
      ...input,
      // A section chief is told from others by the section.
      postTitle: post.unit === unit ? post.title : `${organisation.unit(post.unit)?.name ?? ''} ${post.title}`.trim(),
      level: levelOfRating(input.inherent, bounds),
      residualLevel: levelOfRating(input.residual, bounds),
    };
    return { facts: [RiskEntered.of({ object: riskOf({ id }), unit, body })], result: { risk: id } };
  },
});
