import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import { verb } from '../verbs/verb.ts';
import { limitsFor } from './actor-of-session.ts';
import { OpenSession, SessionEnded, SignedIn } from './contract.ts';
import { identitySettings } from './identity-settings.ts';
import { type PostToActIn, postsOn } from './identity-store.ts';
import { openSessionsOf, tellSessions } from './session-store.ts';

/** The post a person begins the day in: the main one, else any of their own, never a lent one. */
export const firstPost = (posts: readonly PostToActIn[]): PostToActIn | undefined => {
  const own = posts.filter((post) => post.standInFor === null);
  return own.find((post) => post.main) ?? own[0];
};

/**
 * 登录: the proved account opens a session. Beyond the number the standard allows, the oldest ones end (SEC-SE-05); sessions that ran
 * out of time do not count.
 */
export const openSession = verb('kernel.open-session', {
  title: { zh: '登录', en: 'Sign in' },
  input: OpenSession,
  who: ['signed-in'],
  internal: true,
  facts: [SignedIn, SessionEnded],
  refusals: [],
  secrets: ['tokenHash'],
  async load(tx, _input, { actor, today, standards, organisation }) {
    const account = actor.account!;
    const posts = actor.person === null ? [] : await postsOn(tx, actor.person, today);
    const post = firstPost(posts);
    const roles = await tx.rows<{ role: string }>(sql`
      select role from kernel.grant_ where (account_id = ${account} or post_id = ${post?.id ?? null}::uuid) and confirmed_by is not null
         and valid_from <= ${today}::date and (valid_to is null or valid_to > ${today}::date)`);
    const limits = limitsFor(
      roles.map((row) => row.role),
      identitySettings(standards, today, organisation.place(post?.unit.id ?? actor.unit!)),
    );
    return { account, post, limits, open: await openSessionsOf(tx, account) };
  },
  at: (_known, _input, { actor }) => ({ unit: actor.unit! }),
  decide({ account, limits, open }, input, { now, actor }) {
    const living = open.filter(
      (session) =>
        now.getTime() - session.openedAt.getTime() < limits.absoluteHours * 3_600_000 &&
        now.getTime() - session.activeAt.getTime() < limits.idleMinutes * 60_000,
    );
    const unit = actor.unit!;
    const tooMany = living.slice(0, Math.max(0, living.length + 1 - limits.parallelMax));
    const end = (session: Id) =>
      SessionEnded.of({
        object: { kind: 'session', id: session },
        unit,
        body: { session, account, why: 'too-many-sessions' },
      });
    return [
      SignedIn.of({
        object: { kind: 'session', id: input.id },
        unit,
        body: { session: input.id, account, method: input.method, factor: input.factor },
      }),
      ...tooMany.map((session) => end(session.id)),
    ];
  },
  // The row carries the token's hash, which no fact may: it is kept here, beside the facts.
  async also(tx, { account, post }, input, { now, actor }) {
    await tx.run(sql`
      insert into kernel.session (id, unit_id, account_id, person_id, token_hash, post_id, method, opened_at, active_at, factor_at, address, agent, failed_before)
      values (${input.id}, ${actor.unit}, ${account}, ${actor.person}, decode(${input.tokenHash}, 'hex'), ${post?.id ?? null}, ${input.method}, ${now}, ${now},
              ${input.factor ? now : null}, ${actor.address}, ${input.agent}, ${input.failedBefore})`);
    await tx.run(sql`update kernel.account set last_used_at = ${now} where id = ${account}`);
    await tellSessions(tx);
  },
});
