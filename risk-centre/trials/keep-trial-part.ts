import { refuse, verb } from '@opengoa/kernel';
import { KeepTrialPart, TrialPartDone } from './contract.ts';
import { keepAlarms, lockTrial, trialOf } from './trial-store.ts';

/** One stretch of a trial: the counts are a fact, the alarms are rows. Refused once somebody has cancelled it: the job then stops. */
export const keepTrialPart = verb('risk-centre.keep-trial-part', {
  title: { zh: '保存试算进度', en: 'Keep a part of a trial' },
  input: KeepTrialPart,
  who: ['job'],
  internal: true,
  facts: [TrialPartDone],
  refusals: ['trial-over'],
  load: async (tx, { trial }) => ({ trial: await lockTrial(tx, trial) }),
  at: ({ trial }) => ({ unit: trial.unit }),
  decide({ trial }, { trial: _id, alarms, ...part }) {
    if (trial.state !== 'waiting' && trial.state !== 'running') return refuse('trial-over', {}, { status: 409 });
    return [TrialPartDone.of({ object: trialOf(trial), unit: trial.unit, body: { ...part, alarms: alarms.length } })];
  },
  also: (tx, { trial }, { alarms }) => keepAlarms(tx, trial, alarms),
});
