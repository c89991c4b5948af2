import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { EndGrant, RightEnded } from './contract.ts';
import { lockGrant } from './grant-store.ts';

/** 收回授权: at once, and one person is enough: taking a right away must never wait. A proposal is declined the same way. */
export const endGrant = verb('kernel.end-grant', {
  title: { zh: '收回授权', en: 'End a right' },
  input: EndGrant,
  who: ['security-admin'],
  freshFactor: true,
  on: 'grant',
  facts: [RightEnded],
  refusals: ['not-found', 'right-ended'],
  load: (tx, { grant }) => lockGrant(tx, grant),
  at: ({ unit }) => ({ unit }),
  decide({ role, unit, post, account, to, ended }, { grant, why }, { actor, today }) {
    if (ended || (to !== null && to <= today)) return refuse('right-ended', {}, { status: 409 });
    return [
      RightEnded.of({
        object: { kind: 'grant', id: grant },
        unit,
        body: { grant, role, unit, post, account, day: today, why, endedBy: actor.person },
        why,
      }),
    ];
  },
});
