import { refuse, verb } from '@opengoa/kernel';
import { EndTrial, TrialEnded } from './contract.ts';
import { keepMissed, lockTrial, trialOf } from './trial-store.ts';

/** The trial has come to its end, or to its limit; real findings that it would not have raised are put beside its alarms. */
export const endTrial = verb('risk-centre.end-trial', {
  title: { zh: '结束试算', en: 'End a trial' },
  input: EndTrial,
  who: ['job'],
  internal: true,
  facts: [TrialEnded],
  refusals: ['trial-over'],
  load: async (tx, { trial }) => ({ trial: await lockTrial(tx, trial) }),
  at: ({ trial }) => ({ unit: trial.unit }),
  decide({ trial }, { state }) {
    if (trial.state !== 'waiting' && trial.state !== 'running') return refuse('trial-over', {}, { status: 409 });
    return [TrialEnded.of({ object: trialOf(trial), unit: trial.unit, body: { state } })];
  },
  also: async (tx, { trial }, { state }) => {
    // What a stopped trial did not come to is not missing.
    if (state === 'done') await keepMissed(tx, trial);
  },
});
