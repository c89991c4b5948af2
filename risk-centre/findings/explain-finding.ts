import { nearestHolders, verb } from '@opengoa/kernel';
import { attachFiles } from '@opengoa/kernel/files';
import { ExplainFinding, FindingExplained } from '../contract.ts';
import { dueFor, findingMoves, findingOf, placeOf } from './finding.ts';
import { lockFinding } from './finding-store.ts';
import { endTasks, findOpenTasks, taskFor } from './finding-task.ts';

/** 单位说明: the unit concerned speaks before anybody decides. */
export const explainFinding = verb('risk-centre.explain-finding', {
  title: { zh: '单位说明', en: 'Explain' },
  on: 'risk-centre.finding',
  input: ExplainFinding,
  who: ['head', 'holder'],
  facts: [FindingExplained],
  refusals: ['not-now'],
  object: ({ finding }) => finding,
  load: async (tx, { finding }) => ({
    finding: await lockFinding(tx, finding),
    tasks: await findOpenTasks(tx, finding),
  }),
  at: ({ finding }) => placeOf(finding),
  also: (tx, { finding }, { papers }) => attachFiles(tx, findingOf(finding), papers),
  decide({ finding, tasks }, { answer, papers }, context) {
    const closed = findingMoves.refusal(finding.state, 'risk-centre.explain-finding');
    if (closed) return closed;
    const due = dueFor('verify', finding.level, finding.unit, context);
    return [
      FindingExplained.of({
        object: findingOf(finding),
        unit: finding.unit,
        body: { answer, papers, due: due.toISOString() },
      }),
      ...endTasks(finding, tasks, context),
      ...taskFor(finding, {
        title: { zh: '待核实异常：核实单位说明', en: 'To be verified: judge the unit’s answer' },
        holders: nearestHolders(context.organisation, 'risk-officer', finding.unit),
        verbs: ['risk-centre.confirm-finding', 'risk-centre.dismiss-finding'],
        due,
      }),
    ];
  },
});
