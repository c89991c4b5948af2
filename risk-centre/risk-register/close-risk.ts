import { endTasksOf, verb } from '@opengoa/kernel';
import { CloseRisk, RiskClosed } from './contract.ts';
import { placeOfRisk, riskMoves, riskOf } from './risk.ts';
import { lockRisk, openTasksOn } from './risk-store.ts';

/** 关闭风险: it cannot happen any more, and why. */
export const closeRisk = verb('risk-centre.close-risk', {
  title: { zh: '关闭风险', en: 'Close the risk' },
  on: 'risk-centre.risk',
  input: CloseRisk,
  who: ['risk-officer'],
  facts: [RiskClosed],
  refusals: ['not-now'],
  load: async (tx, { risk }) => ({ risk: await lockRisk(tx, risk), tasks: await openTasksOn(tx, risk) }),
  at: ({ risk }) => placeOfRisk(risk),
  decide({ risk, tasks }, { conclusion }, context) {
    const closed = riskMoves.refusal(risk.state, 'risk-centre.close-risk');
    if (closed) return closed;
    const thing = { object: riskOf(risk), unit: risk.unit };
    return [RiskClosed.of({ ...thing, body: { conclusion } }), ...endTasksOf(thing, tasks, context)];
  },
});
