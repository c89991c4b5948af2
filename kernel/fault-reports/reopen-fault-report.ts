import { TaskRaised } from '../tasks/contract.ts';
import { verb } from '../verbs/verb.ts';
import { FaultReportReopened, ReopenFaultReport } from './contract.ts';
import { dueOf, faultMoves, onReport, reopeningOver, reportOf, taskToTake } from './fault-report.ts';

/** 没有修好: opens it again, within the days of the standard; the same post is asked. */
export const reopenFaultReport = verb('kernel.reopen-fault-report', {
  title: { zh: '没有修好', en: 'It is not fixed' },
  input: ReopenFaultReport,
  who: ['self', 'head', 'leader', 'job'],
  facts: [FaultReportReopened, TaskRaised],
  refusals: ['not-now', 'reopening-over'],
  ...onReport,
  decide({ report }, { why }, context) {
    const refused = faultMoves.refusal(report.state, 'kernel.reopen-fault-report') ?? reopeningOver(report, context);
    if (refused) return refused;
    const kind = context.labelled.get(report.kind);
    const due = dueOf(context, report.unit);
    const said = `仍未修好：${why || report.said}`;
    return [
      FaultReportReopened.of({ object: reportOf(report), unit: report.unit, body: { words: why, due } }),
      ...taskToTake({ ...report, said, due, takenBy: kind?.takenBy ?? [] }, context),
    ];
  },
});
