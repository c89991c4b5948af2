import { type Id, sql, type Tx } from '@opengoa/kernel';
import type { FactType } from '@opengoa/kernel/contract';

/** What the Record says of a past act, for whoever reckons from it how something stood on a past day. */
export interface PastFact {
  readonly id: Id;
  readonly object: Id;
  readonly unit: Id;
  readonly type: string;
  readonly happenedAt: Date;
  readonly body: unknown;
}

/**
 * Facts of these kinds that were recorded before an instant, the oldest first, as far as the asker's right reaches. When a thing happened may be written
 * down later; when the Record took it cannot.
 */
export const factsBefore = (tx: Tx, kinds: readonly Pick<FactType, 'name'>[], before: Date): Promise<PastFact[]> =>
  tx.rows<PastFact>(sql`
    select id, object_id as object, unit_id as unit, type, happened_at as "happenedAt", body from kernel.fact
     where type = any (${kinds.map(({ name }) => name)}::text[]) and outcome = 'done' and recorded_at < ${before}
     order by recorded_at, id`);

/** The body of a fact where it is of this kind: as its verb wrote it, and nothing otherwise. */
export const bodyOf = <Body>({ name }: FactType<Body>, fact: PastFact): Body | undefined =>
  fact.type === name ? (fact.body as Body) : undefined;
