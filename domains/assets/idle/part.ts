import { part } from '@opengoa/kernel';
import { answerIdle } from './answer-idle.ts';
import { idleList, notSeenSince, useSigns } from './idle-lists.ts';
import { idleSaves } from './idle-store.ts';
import { markIdle } from './mark-idle.ts';
import { reportSigns } from './report-signs.ts';
import { takeSignsJob, takeSignsOfDay } from './take-signs.ts';
import { idleRefusals } from './words.zh.ts';

export const idle = part({
  verbs: [reportSigns, takeSignsOfDay, answerIdle, markIdle],
  reads: [idleList, notSeenSince, useSigns],
  saves: idleSaves,
  jobs: [takeSignsJob],
  refusals: idleRefusals,
});
