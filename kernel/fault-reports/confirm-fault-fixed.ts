import { verb } from '../verbs/verb.ts';
import { ConfirmFaultFixed, FaultFixConfirmed } from './contract.ts';
import { faultMoves, onReport, reportOf } from './fault-report.ts';

/** 修好了: the reporter's one tap. */
export const confirmFaultFixed = verb('kernel.confirm-fault-fixed', {
  title: { zh: '确认修好', en: 'It is fixed' },
  input: ConfirmFaultFixed,
  who: ['self', 'job'],
  facts: [FaultFixConfirmed],
  refusals: ['not-now'],
  ...onReport,
  decide: ({ report }) =>
    faultMoves.refusal(report.state, 'kernel.confirm-fault-fixed') ?? [
      FaultFixConfirmed.of({ object: reportOf(report), unit: report.unit, body: {} }),
    ],
});
