import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { type Id, newId } from '../id.ts';
import type { Words } from '../words.ts';

/**
 * Leaves each person a message, in the transaction of the act that tells of it.
 * @param opens the page behind it; null where there is none
 * @param object the thing it is about
 */
export async function leaveMessages(
  tx: Tx,
  told: readonly { readonly person: Id; readonly title: Words }[],
  opens: string | null,
  object: Id,
  at: Date,
): Promise<void> {
  for (const { person, title } of told) {
    await tx.run(sql`
      insert into kernel.message (id, person_id, title, opens, object_id, at)
      values (${newId()}, ${person}, ${JSON.stringify(title)}::jsonb, ${opens}, ${object}, ${at})`);
  }
}
