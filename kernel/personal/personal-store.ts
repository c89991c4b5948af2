import type { SealPlace } from '../crypto/crypto.ts';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import { initialsOfPerson } from '../reads/bigrams.ts';
import { turns } from '../turn-register.ts';
import { notFound, refuse, Refused } from '../refusal.ts';
import { keepsNothing, saves, type Save } from '../verbs/saves.ts';
import { ErasureProposed, FullValueSeen, PersonalValueKept, PersonErased } from './contract.ts';

export const valuePlace = (id: Id): SealPlace => ({ table: 'kernel.personal_value', row: id, column: 'sealed' });

/**
 * The unit that answers for a person: of the main post held on `day`, or of the last one held.
 * @throws not-found for somebody who never held a post: nobody answers for them
 */
export async function unitOfPerson(tx: Tx, person: Id, day: string): Promise<Id> {
  const found = await tx.maybe<{ unit: Id }>(sql`
    select p.unit_id as unit from kernel.holding h join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
     where h.person_id = ${person} and h.valid_from <= ${day}::date
     order by (h.valid_to is null or h.valid_to > ${day}::date) desc, (h.kind = 'main') desc, h.valid_from desc limit 1`);
  if (!found) throw new Refused(notFound());
  return found.unit;
}

const erasedName = '已删除人员';

export const personalSaves: readonly Save[] = [
  // The sealed value goes in beside its fact: no fact holds it.
  keepsNothing(PersonalValueKept),
  saves(FullValueSeen, async (tx, { body }, { actor, today }) => {
    const counted = await tx.run(sql`
      insert into kernel.full_value_count as c (person_id, day, seen) values (${actor.person}, ${today}::date, 1)
      on conflict (node_id, person_id, day) do update set seen = c.seen + 1 where c.seen < ${body.most}`);
    if (counted === 0) throw new Refused(refuse('full-values-enough', { most: body.most }, { status: 429 }));
  }),
  saves(ErasureProposed, (tx, { object, unit, body, why }, { now }) =>
    tx.run(sql`
      insert into kernel.erasure (id, unit_id, person_id, why, proposed_by, proposed_at)
      values (${object.id}, ${unit}, ${body.person}, ${why}, ${body.proposedBy}, ${now})`),
  ),
  turns('organisation', PersonErased, async (tx, { object, body }, { now }) => {
    await tx.run(
      sql`update kernel.erasure set confirmed_by = ${body.confirmedBy}, confirmed_at = ${now} where id = ${object.id}`,
    );
    await tx.run(sql`delete from kernel.personal_value where person_id = ${body.person}`);
    // With its key the fields in the Record can never be read again; no fact and no hash changes (SEC-DC-05).
    await tx.run(sql`delete from kernel.subject_key where subject_id = ${body.person}`);
    await tx.run(sql`
      update kernel.person set name = ${erasedName}, initials = ${initialsOfPerson(erasedName)}, number = null, search = '{}', version = version + 1
       where id = ${body.person}`);
  }),
];
