import { verb } from '@opengoa/kernel';
import { AnswerIdle, UseAnswered } from './contract.ts';
import { lockCard } from './idle-store.ts';

/** 说明在用: the unit answers before anything is marked: in use, because …. */
export const answerIdle = verb('assets.answer-idle', {
  title: { zh: '说明仍在使用', en: 'Say that it is in use' },
  input: AnswerIdle,
  who: ['assets-clerk', 'clerk', 'head'],
  on: 'assets.card',
  facts: [UseAnswered],
  refusals: [],
  object: ({ card }) => card,
  load: async (tx, { card }) => ({ card: await lockCard(tx, card) }),
  at: ({ card }) => ({ unit: card.unit }),
  decide: ({ card }, { why }) => [
    UseAnswered.of({ object: { kind: 'assets.card', id: card.id }, unit: card.unit, body: { why } }),
  ],
});
