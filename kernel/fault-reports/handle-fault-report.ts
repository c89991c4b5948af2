import { TaskEnded } from '../tasks/contract.ts';
import { verb } from '../verbs/verb.ts';
import { FaultReportHandled, HandleFaultReport } from './contract.ts';
import { endTask, faultMoves, onReport, reportOf } from './fault-report.ts';

/** 处理完成: with what was done, in words the reporter reads. */
export const handleFaultReport = verb('kernel.handle-fault-report', {
  title: { zh: '处理完成', en: 'Handled' },
  input: HandleFaultReport,
  who: ['holder', 'head', 'leader'],
  facts: [FaultReportHandled, TaskEnded],
  refusals: ['not-now'],
  ...onReport,
  decide: ({ report, task }, { answer }, context) =>
    faultMoves.refusal(report.state, 'kernel.handle-fault-report') ?? [
      FaultReportHandled.of({ object: reportOf(report), unit: report.unit, body: { answer } }),
      ...endTask(report, task, context, 'handled'),
    ],
});
