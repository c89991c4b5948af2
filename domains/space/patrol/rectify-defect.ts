import { refuse, stale, TaskEnded, verb } from '@opengoa/kernel';
import { DefectRectified, RectifyDefect } from './contract.ts';
import { defectMoves, defectOf, defectTask, endDefectTask, lockDefect } from './patrol.ts';

/** 整改完成: what was done, with a photo of how it is now; by whoever it was assigned to. */
export const rectifyDefect = verb('space.rectify-defect', {
  title: { zh: '整改完成', en: 'Put right' },
  input: RectifyDefect,
  who: ['self', 'holder'],
  object: ({ defect }) => defect,
  on: 'space.defect',
  facts: [DefectRectified, TaskEnded],
  refusals: ['not-now', 'stale-version', 'photo-needed'],
  load: async (tx, { defect }) => ({ defect: await lockDefect(tx, defect), task: await defectTask(tx, defect) }),
  at: ({ defect }) => ({ unit: defect.unit, person: defect.assigned, object: defect.id }),
  decide({ defect, task }, { version, said, photos }, context) {
    const closed = defectMoves.refusal(defect.state, 'space.rectify-defect');
    if (closed) return closed;
    if (version !== defect.version) return stale({ version: defect.version });
    if (photos.length === 0) return refuse('photo-needed');
    return [
      DefectRectified.of({ object: defectOf(defect), unit: defect.unit, body: { said, photos } }),
      ...endDefectTask(defect, task, 'done', context),
    ];
  },
});
