import { sql } from '../database/sql.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { EndSession, SessionEnded } from './contract.ts';

/** 结束会话: one's own, wherever it is open; anyone's for the security administrator (SEC-SE-05). */
export const endSession = verb('kernel.end-session', {
  title: { zh: '结束会话', en: 'End a session' },
  input: EndSession,
  who: ['self', 'security-admin'],
  on: 'session',
  facts: [SessionEnded],
  refusals: ['not-found', 'session-already-ended'],
  load: (tx, { session }) =>
    tx.one<{ unit: string; account: string; person: string | null; ended: boolean }>(sql`
      select unit_id as unit, account_id as account, person_id as person, ended_at is not null as ended from kernel.session where id = ${session} for update`),
  at: ({ unit, person }) => ({ unit, person }),
  decide({ unit, account, ended }, { session }, { actor }) {
    if (ended) return refuse('session-already-ended', {}, { status: 409 });
    const why =
      actor.account !== account ? 'ended-by-officer' : actor.session === session ? 'signed-out' : 'ended-by-self';
    return [SessionEnded.of({ object: { kind: 'session', id: session }, unit, body: { session, account, why } })];
  },
});
