import { empty, type Sql, sql } from '@opengoa/kernel';

interface Named {
  readonly name: string;
}

/** `of`: node and id of the thing the facts are about, as `(t.node_id, t.id)`. The time is the Record’s own, which no verb can set. */
const told = (of: Sql, types: readonly Named[], knownBefore: Date): Sql => sql`
  from kernel.fact told where (told.node_id, told.object_id) = ${of} and told.type = any (${types.map(({ name }) => name)}::text[])
                          and told.recorded_at < ${knownBefore}`;

/** Whether the Record told of one of these facts of a thing before an instant. */
export const toldBefore = (of: Sql, types: readonly Named[], knownBefore: Date): Sql =>
  sql`exists (select ${told(of, types, knownBefore)})`;

/**
 * What the last of these facts of a thing said, of those that the Record had before an instant; null where it had none.
 * @param what of the fact `told`: of its body, or a column
 * @param only further conditions on the fact, begun with `and`
 */
export const lastTold = (what: Sql, of: Sql, types: readonly Named[], knownBefore: Date, only: Sql = empty): Sql =>
  sql`(select ${what} ${told(of, types, knownBefore)} ${only} order by told.recorded_at desc, told.id desc limit 1)`;
