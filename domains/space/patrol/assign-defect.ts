import { refuse, stale, TaskEnded, TaskRaised, verb } from '@opengoa/kernel';
import { AssignDefect, DefectAssigned } from './contract.ts';
import { defectMoves, defectOf, defectTask, endDefectTask, lockDefect, taskToRectify } from './patrol.ts';

/** 交办整改: who puts it right, and until when; it stands on their desk. */
export const assignDefect = verb('space.assign-defect', {
  title: { zh: '交办整改', en: 'Assign a defect' },
  input: AssignDefect,
  who: ['space-clerk'],
  on: 'space.defect',
  facts: [DefectAssigned, TaskEnded, TaskRaised],
  refusals: ['not-now', 'stale-version', 'due-day-past'],
  load: async (tx, { defect }) => ({ defect: await lockDefect(tx, defect), task: await defectTask(tx, defect) }),
  at: ({ defect }) => ({ unit: defect.unit }),
  decide({ defect, task }, { version, person, due }, context) {
    const closed = defectMoves.refusal(defect.state, 'space.assign-defect');
    if (closed) return closed;
    if (version !== defect.version) return stale({ version: defect.version });
    if (due < context.today) return refuse('due-day-past');
    return [
      DefectAssigned.of({ object: defectOf(defect), unit: defect.unit, body: { person, due } }),
      ...endDefectTask(defect, task, 'withdrawn', context),
      taskToRectify(defect, person, due, context),
    ];
  },
});
