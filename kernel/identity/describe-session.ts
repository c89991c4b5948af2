import type { Session } from '../api-shapes.ts';
import { dayOf } from '../calendar/calendar.ts';
import { sql } from '../database/sql.ts';
import type { Organisation } from '../organisation/organisation.ts';
import type { Caller } from './actor-of-session.ts';
import { awaitsFirstAdministrator } from './claim-first-administrator.ts';
import { aside, postsOn } from './identity-store.ts';
import type { Identity } from './open-identity.ts';
import { requestProof } from './session-token.ts';

/** The part of `GET /api/session` that identity knows; navigation and waiting counts are added by the host. */
export type SessionDescribed = Pick<
  Session,
  'person' | 'post' | 'unit' | 'posts' | 'roles' | 'proof' | 'needs' | 'lastSignIn' | 'providers'
>;

/** What the page is told about who it speaks with. The last sign-in and the failed tries since are shown to the person (SEC-ID-15). */
export async function describeSession(
  identity: Identity,
  caller: Caller,
  token: string | undefined,
): Promise<SessionDescribed> {
  const { kernel } = identity;
  const { actor } = caller;
  const organisation = kernel.registers.organisation('');
  const providers = [...identity.oidc.values()].map(({ provider }) => ({
    id: provider.id,
    title: provider.title,
    issuer: provider.issuer,
    ...(provider.platform ? { platform: provider.platform } : {}),
  }));
  const proof = caller.session === null || token === undefined ? null : requestProof(token);
  const nothing = { person: null, post: null, unit: null, posts: [], roles: [], proof, providers };
  if (caller.account === null)
    return { ...nothing, ...((await awaitsFirstAdministrator(kernel)) ? { needs: 'first-administrator' } : {}) };
  if (caller.needs) return { ...nothing, needs: caller.needs };
  const today = dayOf(kernel.clock());
  const { posts, last } = await aside(kernel, caller.account, async (tx) => ({
    posts: actor.person === null ? [] : await postsOn(tx, actor.person, today),
    last: await tx.maybe<{ at: Date; address: string | null; failed: number }>(sql`
      select before.opened_at as at, before.address, this.failed_before as failed
        from kernel.session this
        join kernel.session before on (before.node_id, before.account_id) = (this.node_id, this.account_id) and before.opened_at < this.opened_at
       where this.id = ${caller.session} order by before.opened_at desc limit 1`),
  }));
  return {
    ...nothing,
    person: actor.person === null ? null : { id: actor.person, name: actor.name },
    post: actor.post && { id: actor.post.id, title: actor.post.title },
    unit: actor.unit === null ? null : { id: actor.unit, name: unitWithInstitution(organisation, actor.unit) },
    posts: posts.map((post) => ({
      id: post.id,
      title: post.title,
      unit: post.unit,
      ...(post.standInFor ? { standInFor: post.standInFor, standInForName: post.standInForName } : {}),
    })),
    roles: [...new Set(actor.grants.map((grant) => grant.role))],
    ...(last
      ? { lastSignIn: { at: last.at.toISOString(), address: last.address ?? '', failedSince: last.failed } }
      : {}),
  };
}

/** 办公室 alone says nothing: a division is named with its institution. */
function unitWithInstitution(organisation: Organisation, id: string): string {
  const unit = organisation.unit(id);
  const institution = organisation.institutionOf(id);
  if (!unit) return '';
  return unit.kind === 'division' && institution
    ? `${institution.shortName ?? institution.name} ${unit.name}`
    : unit.name;
}
