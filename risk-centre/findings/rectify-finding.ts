import { nearestHolders, verb } from '@opengoa/kernel';
import { FindingRectified, RectifyFinding } from '../contract.ts';
import { dueFor, findingMoves, findingOf, placeOf } from './finding.ts';
import { lockFinding } from './finding-store.ts';
import { endTasks, findOpenTasks, taskFor } from './finding-task.ts';

/** 报告整改: what was done, by whoever it was assigned to. */
export const rectifyFinding = verb('risk-centre.rectify-finding', {
  title: { zh: '报告整改', en: 'Report rectification' },
  on: 'risk-centre.finding',
  input: RectifyFinding,
  who: ['holder', 'self'],
  facts: [FindingRectified],
  refusals: ['not-now'],
  object: ({ finding }) => finding,
  load: async (tx, { finding }) => ({
    finding: await lockFinding(tx, finding),
    tasks: await findOpenTasks(tx, finding),
  }),
  at: ({ finding }) => placeOf(finding),
  decide({ finding, tasks }, { done }, context) {
    const closed = findingMoves.refusal(finding.state, 'risk-centre.rectify-finding');
    if (closed) return closed;
    const due = dueFor('verify', finding.level, finding.unit, context);
    return [
      FindingRectified.of({ object: findingOf(finding), unit: finding.unit, body: { done, due: due.toISOString() } }),
      ...endTasks(finding, tasks, context),
      ...taskFor(finding, {
        title: { zh: '验收整改', en: 'Accept the rectification' },
        holders: nearestHolders(context.organisation, 'risk-officer', finding.unit),
        verbs: ['risk-centre.verify-finding'],
        due,
      }),
    ];
  },
});
