import { refuse, verb } from '@opengoa/kernel';
import { CloseFinding, FindingClosed } from '../contract.ts';
import { findingMoves, findingOf, ofTheUnit, placeOf } from './finding.ts';
import { lockFinding } from './finding-store.ts';
import { endTasks, findOpenTasks } from './finding-task.ts';

/** 销号: a confirmed finding that needs no rectification ends with its conclusion. */
export const closeFinding = verb('risk-centre.close-finding', {
  title: { zh: '销号', en: 'Close' },
  on: 'risk-centre.finding',
  input: CloseFinding,
  who: ['risk-officer'],
  facts: [FindingClosed],
  refusals: ['not-now', 'own-finding'],
  object: ({ finding }) => finding,
  load: async (tx, { finding }) => ({
    finding: await lockFinding(tx, finding),
    tasks: await findOpenTasks(tx, finding),
  }),
  at: ({ finding }) => placeOf(finding),
  decide({ finding, tasks }, { conclusion }, context) {
    const closed = findingMoves.refusal(finding.state, 'risk-centre.close-finding');
    if (closed) return closed;
    if (ofTheUnit(finding.unit, context)) return refuse('own-finding', {}, { status: 403 });
    return [
      FindingClosed.of({ object: findingOf(finding), unit: finding.unit, body: { conclusion } }),
      ...endTasks(finding, tasks, context),
    ];
  },
});
