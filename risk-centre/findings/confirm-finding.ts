import { nearestHolders, verb } from '@opengoa/kernel';
import { ConfirmFinding, FindingConfirmed } from '../contract.ts';
import { answeredFirst } from './answered-first.ts';
import { dueFor, findingMoves, findingOf, placeOf } from './finding.ts';
import { lockFinding } from './finding-store.ts';
import { endTasks, findOpenTasks, taskFor } from './finding-task.ts';

/** 确认属实: wholly or in part, with the reason; the verdict feeds the kit's precision (RE-08). */
export const confirmFinding = verb('risk-centre.confirm-finding', {
  title: { zh: '确认属实', en: 'Confirm' },
  on: 'risk-centre.finding',
  input: ConfirmFinding,
  who: ['risk-officer'],
  facts: [FindingConfirmed],
  refusals: ['not-now', 'own-finding', 'unit-answers-first'],
  object: ({ finding }) => finding,
  load: async (tx, { finding }) => ({
    finding: await lockFinding(tx, finding),
    tasks: await findOpenTasks(tx, finding),
  }),
  at: ({ finding }) => placeOf(finding),
  decide({ finding, tasks }, { outcome, reason }, context) {
    const refused =
      findingMoves.refusal(finding.state, 'risk-centre.confirm-finding') ?? answeredFirst(finding, context);
    if (refused) return refused;
    const due = dueFor('verify', finding.level, finding.unit, context);
    return [
      FindingConfirmed.of({
        object: findingOf(finding),
        unit: finding.unit,
        body: { outcome, reason, due: due.toISOString() },
      }),
      ...endTasks(finding, tasks, context),
      ...taskFor(finding, {
        title: { zh: '待核实异常：交办整改', en: 'Finding: assign the rectification' },
        holders: nearestHolders(context.organisation, 'risk-officer', finding.unit),
        verbs: ['risk-centre.assign-finding', 'risk-centre.close-finding'],
        due,
      }),
    ];
  },
});
