import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { FaultReportsSwitched, SwitchFaultReports } from './contract.ts';

/** 开关扫码报修: for a unit and all below it; at the top of the tree, wholly. */
export const switchFaultReports = verb('kernel.switch-fault-reports', {
  title: { zh: '开关扫码报修', en: 'Switch reports by scanning' },
  input: SwitchFaultReports,
  who: ['head', 'leader'],
  facts: [FaultReportsSwitched],
  refusals: ['unit-unknown'],
  load: async () => ({}),
  at: (_known, { unit }) => ({ unit }),
  decide: (_known, { unit, open, why }, { organisation }) =>
    organisation.unit(unit)
      ? [FaultReportsSwitched.of({ object: { kind: 'unit', id: unit }, unit, body: { open, why } })]
      : refuse('unit-unknown'),
});
