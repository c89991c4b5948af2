import { refuse, verb, type FactDraft } from '@opengoa/kernel';
import { FindingClosed, RectificationReturned, VerifyFinding } from '../contract.ts';
import { dueFor, findingMoves, findingOf, ofTheUnit, placeOf } from './finding.ts';
import { lockFinding } from './finding-store.ts';
import { endTasks, findOpenTasks, taskFor } from './finding-task.ts';

/** 验收: accepted closes the finding (销号), otherwise it goes back to whoever rectifies. */
export const verifyFinding = verb('risk-centre.verify-finding', {
  title: { zh: '验收整改', en: 'Accept rectification' },
  on: 'risk-centre.finding',
  input: VerifyFinding,
  who: ['risk-officer'],
  facts: [FindingClosed, RectificationReturned],
  refusals: ['not-now', 'own-finding'],
  object: ({ finding }) => finding,
  load: async (tx, { finding }) => ({
    finding: await lockFinding(tx, finding),
    tasks: await findOpenTasks(tx, finding),
  }),
  at: ({ finding }) => placeOf(finding),
  decide({ finding, tasks }, { accepted, opinion }, context): ReturnType<typeof refuse> | FactDraft[] {
    const closed = findingMoves.refusal(finding.state, 'risk-centre.verify-finding');
    if (closed) return closed;
    if (ofTheUnit(finding.unit, context)) return refuse('own-finding', {}, { status: 403 });
    const about = { object: findingOf(finding), unit: finding.unit };
    if (accepted)
      return [FindingClosed.of({ ...about, body: { conclusion: opinion } }), ...endTasks(finding, tasks, context)];
    const due = dueFor('rectify', finding.level, finding.unit, context);
    return [
      RectificationReturned.of({ ...about, body: { opinion, due: due.toISOString() } }),
      ...endTasks(finding, tasks, context),
      ...taskFor(finding, {
        title: { zh: `继续整改：${opinion}`.slice(0, 120), en: 'Rectify further' },
        holders: finding.assignedTo ? [finding.assignedTo] : [],
        verbs: ['risk-centre.rectify-finding'],
        due,
      }),
    ];
  },
});
