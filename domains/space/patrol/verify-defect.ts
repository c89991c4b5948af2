import { refuse, stale, TaskRaised, verb } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { DefectVerified, VerifyDefect } from './contract.ts';
import { defectMoves, defectOf, lockDefect, taskToRectify } from './patrol.ts';

/** 整改复核: good, and it is closed; or not, and it goes back to who put it right, with the reason. */
export const verifyDefect = verb('space.verify-defect', {
  title: { zh: '复核', en: 'Verify' },
  input: VerifyDefect,
  who: ['space-clerk', 'head'],
  on: 'space.defect',
  facts: [DefectVerified, TaskRaised],
  refusals: ['not-now', 'stale-version', 'rectified-by-yourself'],
  load: async (tx, { defect }) => ({ defect: await lockDefect(tx, defect) }),
  at: ({ defect }) => ({ unit: defect.unit }),
  decide({ defect }, { version, good, said }, context) {
    const closed = defectMoves.refusal(defect.state, 'space.verify-defect');
    if (closed) return closed;
    if (version !== defect.version) return stale({ version: defect.version });
    const { assigned } = defect;
    if (assigned !== null && assigned === context.actor.person) return refuse('rectified-by-yourself');
    return [
      DefectVerified.of({ object: defectOf(defect), unit: defect.unit, body: { good, said } }),
      ...(good || assigned === null ? [] : [taskToRectify(defect, assigned, addDays(context.today, 7), context)]),
    ];
  },
});
