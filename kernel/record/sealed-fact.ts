import type pg from 'pg';
import type { Id } from '../id.ts';

/** A numbered fact as followers, proofs and the audit officer read it. */
export interface SealedFact {
  readonly seq: number;
  readonly id: Id;
  readonly happenedAt: Date;
  readonly recordedAt: Date;
  readonly actorKind: string;
  readonly person: Id | null;
  readonly personName: string | null;
  readonly standInFor: Id | null;
  readonly post: Id | null;
  readonly postTitle: string | null;
  readonly actorUnit: Id | null;
  readonly address: string | null;
  readonly unit: Id | null;
  readonly verb: string;
  readonly type: string;
  readonly objectKind: string | null;
  readonly objectId: Id | null;
  readonly outcome: 'done' | 'refused';
  readonly refusal: string | null;
  readonly why: string | null;
  readonly requestId: Id | null;
  readonly cause: Id | null;
  readonly corrects: Id | null;
  readonly facets: Readonly<Record<string, unknown>> | null;
  readonly body: unknown;
  /** Personal fields under the subject's key; `openPersonalFields` opens them. */
  readonly sealedFields: Readonly<Record<string, string>> | null;
  readonly subject: Id | null;
}

const selected = `
  s.seq::float8 as seq, f.id, f.happened_at as "happenedAt", f.recorded_at as "recordedAt", f.actor_kind as "actorKind",
  f.person_id as person, f.person_name as "personName", f.stand_in_for as "standInFor", f.post_id as post, f.post_title as "postTitle",
  f.actor_unit_id as "actorUnit", f.address, f.unit_id as unit, f.verb, f.type, f.object_kind as "objectKind", f.object_id as "objectId",
  f.outcome, f.refusal, f.why, f.request_id as "requestId", f.cause_id as cause, f.corrects_id as corrects, f.facets, f.body,
  f.sealed_fields as "sealedFields", f.subject_id as subject`;

/** Numbered facts after `after`, in order, as far as row-level security shows them to the open transaction. */
export async function readSealed(client: pg.ClientBase, after: number, limit: number): Promise<SealedFact[]> {
  const { rows } = await client.query<SealedFact>({
    name: 'read-sealed',
    // LIMIT keeps it to one index probe an entry, whatever the planner believes of tables that just grew.
    text: `select ${selected} from kernel.seal s
            cross join lateral (select * from kernel.fact f where f.node_id = s.node_id and f.id = s.fact_id limit 1) f
            where s.node_id = kernel.node() and s.seq > $1 order by s.seq limit $2`,
    values: [after, limit],
  });
  return rows;
}

/** The highest number given so far; 0 for none. */
export async function sealedSize(client: pg.ClientBase): Promise<number> {
  const { rows } = await client.query<{ size: number }>(
    'select coalesce(max(seq), 0)::float8 as size from kernel.seal where node_id = kernel.node()',
  );
  return rows[0]!.size;
}
