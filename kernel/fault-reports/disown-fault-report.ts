import { TaskEnded } from '../tasks/contract.ts';
import { verb } from '../verbs/verb.ts';
import { DisownFaultReport, FaultReportDisowned } from './contract.ts';
import { endTask, faultMoves, onReport, reportOf } from './fault-report.ts';

/** 不归本单位: an honest end, and it names whose it is. */
export const disownFaultReport = verb('kernel.disown-fault-report', {
  title: { zh: '不归本单位', en: 'Not ours' },
  input: DisownFaultReport,
  who: ['holder', 'head', 'leader'],
  facts: [FaultReportDisowned, TaskEnded],
  refusals: ['not-now'],
  ...onReport,
  decide: ({ report, task }, body, context) =>
    faultMoves.refusal(report.state, 'kernel.disown-fault-report') ?? [
      FaultReportDisowned.of({
        object: reportOf(report),
        unit: report.unit,
        body: { whose: body.whose, answer: body.answer },
      }),
      ...endTask(report, task, context, 'not-ours'),
    ],
});
