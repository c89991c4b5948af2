import { newId, verb } from '@opengoa/kernel';
import { z } from 'zod';
import { NextMonthAsked } from './contract.ts';

/** 重新预测: without waiting for the night; what was foretold before stays beside it. */
export const askNextMonth = verb('risk-centre.ask-next-month', {
  title: { zh: '重新预测', en: 'Foretell anew' },
  about: {
    zh: '用现有数据重新预测下月，不等夜间运行。以前的预测保留，用于以后对照。',
    en: 'Foretells the next month from what is known now, without waiting for the night. Earlier forecasts stay, to be compared.',
  },
  input: z.strictObject({}),
  who: ['risk-officer'],
  facts: [NextMonthAsked],
  refusals: [],
  load: () => Promise.resolve(undefined),
  at: (_known, _input, { actor, organisation }) => ({
    unit: grantOf(actor)?.unit ?? organisation.units[0]?.id ?? '',
  }),
  decide: (_known, _input, { actor }) => [
    NextMonthAsked.of({ object: { kind: 'risk-centre.month-run', id: newId() }, unit: grantOf(actor)!.unit, body: {} }),
  ],
  queues: () => ({ job: 'risk-centre.foretell-months', asked: { again: true } }),
});

const grantOf = ({ grants }: { readonly grants: readonly { readonly role: string; readonly unit: string }[] }) =>
  grants.find(({ role }) => role === 'risk-officer');
