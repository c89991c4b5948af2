import { nearestHolders, newId, refuse, TaskRaised, verb } from '@opengoa/kernel';
import { dueFor } from '../findings/finding.ts';
import { AcceptanceExpired, ExpireAcceptance } from './contract.ts';
import { placeOfRisk, riskMoves, riskOf } from './risk.ts';
import { lockRisk } from './risk-store.ts';

/** 接受到期: the entry comes back as a task of the post that answers for it, or of the risk officers where nobody holds the post. */
export const expireAcceptance = verb('risk-centre.expire-acceptance', {
  title: { zh: '接受到期', en: 'End an acceptance' },
  input: ExpireAcceptance,
  who: ['job'],
  internal: true,
  facts: [AcceptanceExpired, TaskRaised],
  refusals: ['not-now', 'acceptance-runs'],
  load: async (tx, { risk }) => ({ risk: await lockRisk(tx, risk) }),
  at: ({ risk }) => placeOfRisk(risk),
  decide({ risk }, _input, context) {
    const closed = riskMoves.refusal(risk.state, 'risk-centre.expire-acceptance');
    if (closed) return closed;
    const until = risk.acceptedUntil!;
    if (until >= context.today) return refuse('acceptance-runs', {}, { status: 409 });
    const owners = context.organisation.holdersOfPost(risk.post);
    const holders = owners.length > 0 ? owners : nearestHolders(context.organisation, 'risk-officer', risk.unit);
    const thing = { object: riskOf(risk), unit: risk.unit };
    const raised = TaskRaised.of({
      ...thing,
      body: {
        task: {
          id: newId(),
          step: null,
          title: { zh: '接受到期：请重新评估风险', en: 'Acceptance over: assess the risk again' },
          holders: [...new Set(holders)],
          copied: [],
          due: dueFor('rectify', risk.residualLevel, risk.unit, context).toISOString(),
        },
        kind: 'risk-centre.risk',
        asker: null,
        summary: risk.name,
        opens: `/risk/register/${risk.id}`,
        verbs: ['risk-centre.assess-risk'],
      },
    });
    return [AcceptanceExpired.of({ ...thing, body: { until } }), ...(holders.length > 0 ? [raised] : [])];
  },
});
