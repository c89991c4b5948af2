import { part } from '@opengoa/kernel';
import { assignDefect } from './assign-defect.ts';
import { cancelPatrol } from './cancel-patrol.ts';
import { oneDefect } from './defect-read.ts';
import { finishPatrol } from './finish-patrol.ts';
import { defectList, patrolList } from './patrol-lists.ts';
import { patrolPoint } from './patrol-point.ts';
import { patrolSaves } from './patrol-store.ts';
import { planPatrol } from './plan-patrol.ts';
import { rectifyDefect } from './rectify-defect.ts';
import { reportDefect } from './report-defect.ts';
import { verifyDefect } from './verify-defect.ts';
import { patrolRefusals } from './words.zh.ts';

export const patrol = part({
  verbs: [planPatrol, finishPatrol, cancelPatrol, reportDefect, assignDefect, rectifyDefect, verifyDefect],
  reads: [patrolList, defectList, oneDefect],
  saves: patrolSaves,
  uploads: [patrolPoint],
  refusals: patrolRefusals,
});
