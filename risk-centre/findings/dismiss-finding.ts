import { refuse, verb } from '@opengoa/kernel';
import { DismissFinding, FindingDismissed } from '../contract.ts';
import { answeredFirst } from './answered-first.ts';
import { reasonsFor } from './dismissal-reasons.ts';
import { findingMoves, findingOf, placeOf } from './finding.ts';
import { kitsOf, lockFinding } from './finding-store.ts';
import { endTasks, findOpenTasks } from './finding-task.ts';

/** 不属实: with which of the reasons, and in words; counted against the kit, not against anybody. */
export const dismissFinding = verb('risk-centre.dismiss-finding', {
  title: { zh: '不属实', en: 'Dismiss' },
  on: 'risk-centre.finding',
  input: DismissFinding,
  who: ['risk-officer'],
  facts: [FindingDismissed],
  refusals: ['not-now', 'own-finding', 'unit-answers-first', 'reason-not-listed'],
  object: ({ finding }) => finding,
  load: async (tx, { finding }) => ({
    finding: await lockFinding(tx, finding),
    tasks: await findOpenTasks(tx, finding),
    kits: await kitsOf(tx, finding),
  }),
  at: ({ finding }) => placeOf(finding),
  decide({ finding, tasks, kits }, { outcome, cause, reason }, context) {
    const refused =
      findingMoves.refusal(finding.state, 'risk-centre.dismiss-finding') ?? answeredFirst(finding, context);
    if (refused) return refused;
    const reasons = reasonsFor(kits.map((kit) => context.kits.get(kit)?.kit));
    if (cause !== 'unsaid' && !reasons.some((each) => each.code === cause && each.outcome === outcome))
      return refuse('reason-not-listed', {});
    return [
      FindingDismissed.of({ object: findingOf(finding), unit: finding.unit, body: { outcome, cause, reason } }),
      ...endTasks(finding, tasks, context),
    ];
  },
});
