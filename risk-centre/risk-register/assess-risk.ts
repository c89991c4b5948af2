import { endTasksOf, refuse, verb } from '@opengoa/kernel';
import { AssessRisk, RiskAssessed } from './contract.ts';
import { levelOfRating, lowers, matrixBounds, type Rating } from './matrix.ts';
import { placeOfRisk, riskMoves, riskOf } from './risk.ts';
import { lockRisk, openTasksOn } from './risk-store.ts';

const points = ({ likelihood, consequence }: Rating): number => likelihood * consequence;

/** 重新评估: by a risk officer, or by whoever it came back to. What was accepted stays so only while no more is left than was accepted. */
export const assessRisk = verb('risk-centre.assess-risk', {
  title: { zh: '重新评估', en: 'Assess again' },
  on: 'risk-centre.risk',
  input: AssessRisk,
  who: ['risk-officer', 'holder'],
  facts: [RiskAssessed],
  refusals: ['not-now', 'residual-above'],
  object: ({ risk }) => risk,
  load: async (tx, { risk }) => ({ risk: await lockRisk(tx, risk), tasks: await openTasksOn(tx, risk) }),
  at: ({ risk }) => placeOfRisk(risk),
  decide({ risk, tasks }, { risk: _risk, ...input }, context) {
    const closed = riskMoves.refusal(risk.state, 'risk-centre.assess-risk');
    if (closed) return closed;
    if (!lowers(input.inherent, input.residual)) return refuse('residual-above');
    const bounds = matrixBounds(context, risk.unit);
    const holds = risk.state === 'accepted' && points(input.residual) <= points(risk.residual);
    const body = {
      ...input,
      level: levelOfRating(input.inherent, bounds),
      residualLevel: levelOfRating(input.residual, bounds),
      state: holds ? ('accepted' as const) : ('open' as const),
    };
    const thing = { object: riskOf(risk), unit: risk.unit };
    return [RiskAssessed.of({ ...thing, body }), ...endTasksOf(thing, tasks, context)];
  },
});
