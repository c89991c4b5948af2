import { endTasksOf, refuse, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { levelWords } from '../words.ts';
import { AcceptRisk, RiskAccepted } from './contract.ts';
import { longestAcceptance } from './matrix.ts';
import { ownsIt, placeOfRisk, riskMoves, riskOf } from './risk.ts';
import { lockRisk, openTasksOn } from './risk-store.ts';

/** 接受剩余风险: a leader, with a reason and a last day; never whoever answers for the risk. */
export const acceptRisk = verb('risk-centre.accept-risk', {
  title: { zh: '接受剩余风险', en: 'Accept the residual risk' },
  on: 'risk-centre.risk',
  input: AcceptRisk,
  who: ['leader'],
  facts: [RiskAccepted],
  refusals: ['not-now', 'own-risk', 'acceptance-past', 'risk-not-acceptable', 'acceptance-too-long'],
  load: async (tx, { risk }) => ({ risk: await lockRisk(tx, risk), tasks: await openTasksOn(tx, risk) }),
  at: ({ risk }) => placeOfRisk(risk),
  decide({ risk, tasks }, { reason, until }, context) {
    const closed = riskMoves.refusal(risk.state, 'risk-centre.accept-risk');
    if (closed) return closed;
    if (ownsIt(risk, context)) return refuse('own-risk', {}, { status: 403 });
    if (until <= context.today) return refuse('acceptance-past');
    const days = longestAcceptance(context, risk.unit, risk.residualLevel);
    const level = levelWords[risk.residualLevel];
    if (days === 0) return refuse('risk-not-acceptable', { level });
    const last = addDays(context.today, days);
    if (until > last) return refuse('acceptance-too-long', { level, days, last });
    const thing = { object: riskOf(risk), unit: risk.unit };
    return [
      RiskAccepted.of({ ...thing, body: { reason, until, level: risk.residualLevel } }),
      ...endTasksOf(thing, tasks, context),
    ];
  },
});
