import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { read } from '../reads/read.ts';
import { inScope } from '../rights/in-scope.ts';
import { personsOf } from '../rights/rights.ts';

const entry = z.strictObject({
  id: z.uuid(),
  seq: z.number().nullable(),
  at: z.iso.datetime(),
  type: z.string(),
  /** What the fact is called; null for a type that the house no longer knows. */
  title: z.strictObject({ zh: z.string(), en: z.string() }).nullable(),
  verb: z.string(),
  who: z.string().nullable(),
  post: z.string().nullable(),
  standInFor: z.string().nullable(),
  outcome: z.enum(['done', 'refused']),
  refusal: z.string().nullable(),
  why: z.string().nullable(),
  body: z.unknown(),
});

const who = [
  'staff',
  'clerk',
  'head',
  'leader',
  'dispatcher',
  'driver',
  'fleet-clerk',
  'energy-clerk',
  'risk-officer',
  'superior',
  'self',
  'holder',
  'audit-admin',
] as const;

/**
 * 经过: what has happened to one thing, from the Record. Who may see it follows from the facts' units and from open tasks; the audit officer
 * sees that something happened, not its content (SEC-TA-08).
 */
export const timeline = read('kernel.timeline', {
  title: { zh: '经过', en: 'Timeline' },
  query: z.strictObject({ object: z.uuid() }),
  answer: z.strictObject({ entries: z.array(entry) }),
  who,
  object: ({ object }) => object,
  async fetch(tx, { object }, context) {
    const { actor, organisation } = context;
    const content = actor.grants.some((grant) => !grant.role.endsWith('-admin'));
    const rows = await tx.rows<{
      id: string;
      seq: number | null;
      at: Date;
      type: string;
      verb: string;
      who: string | null;
      post: string | null;
      stand_in_for: string | null;
      outcome: 'done' | 'refused';
      refusal: string | null;
      why: string | null;
      body: unknown;
    }>(sql`
      select f.id, s.seq, f.happened_at as at, f.type, f.verb, case f.actor_kind when 'job' then null else f.person_name end as who, f.post_title as post, f.stand_in_for, f.outcome, f.refusal, f.why, f.body
        from kernel.fact f left join kernel.seal s on (s.node_id, s.fact_id) = (f.node_id, f.id)
       where f.object_id = ${object}
         and (${inScope(context, who, 'f.unit_id')} or f.person_id = any (${personsOf(actor)}::uuid[]) or kernel.holds(${object}))
       order by f.id limit 500`);
    return {
      entries: rows.map(({ stand_in_for: standIn, at, body, ...row }) => ({
        ...row,
        title: null,
        at: at.toISOString(),
        standInFor: standIn === null ? null : (organisation.personName(standIn) ?? standIn),
        body: content ? body : null,
      })),
    };
  },
});
