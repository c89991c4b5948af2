import { answerCommand } from './answer-command.ts';
import { approveRegulation } from './approve-regulation.ts';
import { changeControlPoint } from './change-control-point.ts';
import { changeRegulation } from './change-regulation.ts';
import { answersByMessage, commandsToDevices } from './commands.ts';
import { entrySaves } from './entry-store.ts';
import { noteSent } from './note-sent.ts';
import { planSaves } from './plan-store.ts';
import { pointSaves } from './point-store.ts';
import { proposeRegulation } from './propose-regulation.ts';
import { registerControlPoint } from './register-control-point.ts';
import { regulate, regulateJob } from './regulate.ts';
import { controlPoints, regulationLog, regulationPlans } from './regulation-lists.ts';
import { oneControlPoint, oneRegulation, regulationSwitch, regulationTrial } from './regulation-reads.ts';
import { stopRegulation } from './stop-regulation.ts';
import { switchRegulation } from './switch-regulation.ts';
import { regulationRefusals } from './words.zh.ts';

/** What automatic regulation adds to the room. */
export const regulation = {
  verbs: [
    registerControlPoint,
    changeControlPoint,
    proposeRegulation,
    changeRegulation,
    approveRegulation,
    stopRegulation,
    switchRegulation,
    regulate,
    noteSent,
    answerCommand,
  ],
  reads: [
    controlPoints,
    regulationPlans,
    regulationLog,
    oneControlPoint,
    oneRegulation,
    regulationTrial,
    regulationSwitch,
  ],
  saves: [...pointSaves, ...planSaves, ...entrySaves],
  jobs: [regulateJob],
  collects: [answersByMessage],
  tells: [commandsToDevices],
  refusals: regulationRefusals,
} as const;
