import { refuse, verb } from '@opengoa/kernel';
import { CancelTrial, TrialCancelled } from './contract.ts';
import { lockTrial, trialOf } from './trial-store.ts';
import { triers } from './try-kit.ts';

/** 取消试算: what it found so far stays to be looked at. */
export const cancelTrial = verb('risk-centre.cancel-trial', {
  title: { zh: '取消试算', en: 'Cancel the trial' },
  on: 'risk-centre.trial',
  input: CancelTrial,
  who: [...triers],
  facts: [TrialCancelled],
  refusals: ['trial-over'],
  load: async (tx, { trial }) => ({ trial: await lockTrial(tx, trial) }),
  at: ({ trial }) => ({ unit: trial.unit }),
  decide({ trial }) {
    if (trial.state !== 'waiting' && trial.state !== 'running') return refuse('trial-over', {}, { status: 409 });
    return [TrialCancelled.of({ object: trialOf(trial), unit: trial.unit, body: {} })];
  },
});
