import { refuse, verb } from '@opengoa/kernel';
import { AssignFinding, FindingAssigned } from '../contract.ts';
import { dueFor, findingMoves, findingOf, placeOf } from './finding.ts';
import { lockFinding } from './finding-store.ts';
import { endTasks, findOpenTasks, taskFor } from './finding-task.ts';

/** 交办整改: to a person of the unit concerned, with what is asked and until when. */
export const assignFinding = verb('risk-centre.assign-finding', {
  title: { zh: '交办整改', en: 'Assign' },
  on: 'risk-centre.finding',
  input: AssignFinding,
  who: ['risk-officer'],
  facts: [FindingAssigned],
  refusals: ['not-now', 'person-not-of-unit'],
  object: ({ finding }) => finding,
  load: async (tx, { finding }) => ({
    finding: await lockFinding(tx, finding),
    tasks: await findOpenTasks(tx, finding),
  }),
  at: ({ finding }) => placeOf(finding),
  decide({ finding, tasks }, { to, request }, context) {
    const closed = findingMoves.refusal(finding.state, 'risk-centre.assign-finding');
    if (closed) return closed;
    const { organisation } = context;
    const institution = organisation.institutionOf(finding.unit)?.id ?? finding.unit;
    const units = organisation.holdings
      .filter(({ person }) => person === to)
      .flatMap(({ post }) => organisation.post(post)?.unit ?? []);
    if (!units.some((unit) => organisation.covers(institution, unit, true))) return refuse('person-not-of-unit', {});
    const due = dueFor('rectify', finding.level, finding.unit, context);
    return [
      FindingAssigned.of({
        object: findingOf(finding),
        unit: finding.unit,
        body: { to, request, due: due.toISOString() },
      }),
      ...endTasks(finding, tasks, context),
      ...taskFor(finding, {
        title: { zh: `整改：${request}`.slice(0, 120), en: 'Rectify' },
        holders: [to],
        verbs: ['risk-centre.rectify-finding'],
        due,
      }),
    ];
  },
});
