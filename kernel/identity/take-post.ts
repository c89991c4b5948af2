import { sql } from '../database/sql.ts';
import { verb } from '../verbs/verb.ts';
import { PostSwitched, TakePost } from './contract.ts';
import { changeToken } from './session-store.ts';

/** 切换岗位: the session goes on in another post, under another token (SEC-SE-01). */
export const takePost = verb('kernel.take-post', {
  title: { zh: '切换岗位', en: 'Take a post' },
  input: TakePost,
  who: ['signed-in'],
  internal: true,
  facts: [PostSwitched],
  refusals: [],
  secrets: ['tokenHash'],
  load: async (_tx, _input, { actor }) => ({ session: actor.session!, unit: actor.unit! }),
  at: ({ unit }) => ({ unit }),
  decide: ({ session, unit }, { post, title, standInFor }) => [
    PostSwitched.of({ object: { kind: 'session', id: session }, unit, body: { session, post, title, standInFor } }),
  ],
  async also(tx, { session }, { post, standInFor, tokenHash }) {
    await tx.run(
      sql`update kernel.session set post_id = ${post}, stand_in_for = ${standInFor} where id = ${session} and ended_at is null`,
    );
    await changeToken(tx, session, tokenHash);
  },
});
