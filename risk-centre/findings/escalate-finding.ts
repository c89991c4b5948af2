import { refuse, verb } from '@opengoa/kernel';
import { EscalateFinding, FindingEscalated } from '../contract.ts';
import { dueFor, findingMoves, findingOf, placeOf } from './finding.ts';
import { lockFinding } from './finding-store.ts';
import { taskFor } from './finding-task.ts';

/** 逾期上报: what is overdue is told one unit further up each time; whoever held it still holds it. */
export const escalateFinding = verb('risk-centre.escalate-finding', {
  title: { zh: '逾期上报', en: 'Escalate' },
  input: EscalateFinding,
  who: ['job'],
  internal: true,
  facts: [FindingEscalated],
  refusals: ['not-now', 'not-overdue', 'nobody-above'],
  load: async (tx, { finding }) => ({ finding: await lockFinding(tx, finding) }),
  at: ({ finding }) => placeOf(finding),
  decide({ finding }, _input, context) {
    const closed = findingMoves.refusal(finding.state, 'risk-centre.escalate-finding');
    if (closed) return closed;
    if (finding.due === null || finding.due > context.now) return refuse('not-overdue', {}, { status: 409 });
    const { organisation } = context;
    const chain = organisation.chain(finding.unit);
    const last = chain.findIndex(({ id }) => id === finding.escalatedUnit);
    const above = chain
      .slice(last + 1)
      .find(
        ({ id }) =>
          organisation.holdersOfRole('leader', id).length > 0 || organisation.holdersOfRole('superior', id).length > 0,
      );
    if (!above) return refuse('nobody-above', {});
    const due = dueFor('escalate', finding.level, finding.unit, context);
    const leaders = organisation.holdersOfRole('leader', above.id);
    return [
      FindingEscalated.of({
        object: findingOf(finding),
        unit: finding.unit,
        body: { to: above.id, times: finding.escalations + 1, due: due.toISOString() },
      }),
      ...taskFor(finding, {
        title: { zh: '逾期未办：请督促', en: 'Overdue: please see to it' },
        holders: leaders.length > 0 ? leaders : organisation.holdersOfRole('superior', above.id),
        verbs: [],
        due,
      }),
    ];
  },
});
