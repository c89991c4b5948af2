import { verb } from '../verbs/verb.ts';
import { FaultReportTaken, TakeFaultReport } from './contract.ts';
import { faultMoves, onReport, reportOf } from './fault-report.ts';

/** 受理报修: somebody sees to it; the reporter reads so. */
export const takeFaultReport = verb('kernel.take-fault-report', {
  title: { zh: '受理', en: 'Take it' },
  input: TakeFaultReport,
  who: ['holder', 'head', 'leader'],
  facts: [FaultReportTaken],
  refusals: ['not-now'],
  ...onReport,
  decide: ({ report }) =>
    faultMoves.refusal(report.state, 'kernel.take-fault-report') ?? [
      FaultReportTaken.of({ object: reportOf(report), unit: report.unit, body: {} }),
    ],
});
