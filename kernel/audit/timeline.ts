import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { read } from '../reads/read.ts';
import { inScope } from '../rights/in-scope.ts';
import { personsOf } from '../rights/rights.ts';
import type { MayRead } from '../talk/see-thing.ts';

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
  'room-clerk',
  'risk-officer',
  'superior',
  'self',
  'holder',
  'audit-admin',
] as const;

/** Of a thing without a page: whoever is only one of the unit's staff reads what they did themselves, and not what others did. */
const pageless = who.filter((word) => word !== 'staff');
/** The organisation is a register that everybody looks up, and so is what became of a unit. */
const openKinds: ReadonlySet<string> = new Set(['unit']);

interface Row {
  readonly id: string;
  readonly seq: number | null;
  readonly at: Date;
  readonly type: string;
  readonly verb: string;
  readonly who: string | null;
  readonly post: string | null;
  readonly standIn: string | null;
  readonly outcome: 'done' | 'refused';
  readonly refusal: string | null;
  readonly why: string | null;
  readonly body: unknown;
  readonly kind: string;
  readonly audited: boolean;
  readonly pageless: boolean;
}

/**
 * 经过: what has happened to one thing, from the Record: told to whoever may read the thing itself. Of a thing without a page it follows from the
 * facts' units and from open tasks. The audit officer sees that something happened, not its content (SEC-TA-08).
 * @param mayRead how it is judged who reads the thing
 */
export const timelineBy = (mayRead: MayRead) =>
  read('kernel.timeline', {
    title: { zh: '经过', en: 'Timeline' },
    query: z.strictObject({ object: z.uuid() }),
    answer: z.strictObject({ entries: z.array(entry) }),
    who,
    object: ({ object }) => object,
    async fetch(tx, { object }, context) {
      const { actor, organisation } = context;
      const rows = await tx.rows<Row>(sql`
        select f.id, s.seq, f.happened_at as at, f.type, f.verb, case f.actor_kind when 'job' then null else f.person_name end as who, f.post_title as post,
               f.stand_in_for as "standIn", f.outcome, f.refusal, f.why, f.body, f.object_kind as kind,
               (${inScope(context, ['audit-admin'], 'f.unit_id')}) as audited,
               (${inScope(context, pageless, 'f.unit_id')} or f.person_id = any (${personsOf(actor)}::uuid[]) or kernel.holds(${object})) is true as pageless
          from kernel.fact f left join kernel.seal s on (s.node_id, s.fact_id) = (f.node_id, f.id)
         where f.object_id = ${object}
           and (${inScope(context, who, 'f.unit_id')} or f.person_id = any (${personsOf(actor)}::uuid[]) or kernel.holds(${object}))
         order by f.id limit 500`);
      // After the rows: from here on the transaction sees only what the thing's own read does.
      const reads = new Map<string, boolean | undefined>();
      for (const { kind } of rows) if (!reads.has(kind)) reads.set(kind, await mayRead(tx, actor, kind, object));
      const content = actor.grants.some((grant) => !grant.role.endsWith('-admin'));
      const reader = ({ kind, pageless: near }: Row) => reads.get(kind) ?? (near || openKinds.has(kind));
      return {
        entries: rows
          .filter((row) => reader(row) || row.audited)
          .map((row) => ({
            id: row.id,
            seq: row.seq,
            at: row.at.toISOString(),
            type: row.type,
            title: null,
            verb: row.verb,
            who: row.who,
            post: row.post,
            standInFor: row.standIn === null ? null : (organisation.personName(row.standIn) ?? row.standIn),
            outcome: row.outcome,
            refusal: row.refusal,
            why: row.why,
            body: content && reader(row) ? row.body : null,
          })),
      };
    },
  });

/** As the kernel's room declares it: nobody reads anything, until the whole house is there to judge by. */
export const timeline = timelineBy(async () => false);
