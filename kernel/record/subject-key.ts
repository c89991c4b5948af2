import type pg from 'pg';
import type { Crypto, SealPlace } from '../crypto/crypto.ts';
import type { LooseKey } from '../crypto/loose-key.ts';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { FactRow } from './fact-row.ts';
import { asRole, type RecordPlace } from './as-role.ts';

const keyPlace = (subject: Id): SealPlace => ({ table: 'kernel.subject_key', row: subject, column: 'wrapped' });
const fieldPlace = (fact: Id, field: string): SealPlace => ({
  table: 'kernel.fact',
  row: fact,
  column: `body.${field}`,
});

/** Splits each body into what is stored as it is and what is stored under the subject's key. */
export async function sealPersonalFields(
  tx: Tx,
  facts: readonly Pick<FactRow, 'id' | 'type' | 'body' | 'subject' | 'personal'>[],
  crypto?: Crypto,
): Promise<{ body: unknown; sealed: Readonly<Record<string, string>> | null }[]> {
  const subjects = new Set<Id>();
  for (const fact of facts) {
    if (personalFieldsOf(fact).length === 0) continue;
    if (fact.subject === null) throw new Error(`fact ${fact.type} carries personal fields and names no subject`);
    subjects.add(fact.subject);
  }
  if (subjects.size === 0) return facts.map(({ body }) => ({ body, sealed: null }));
  if (!crypto) throw new Error('personal fields can only be recorded through the crypto door');
  const keys = await subjectKeys(tx, crypto, [...subjects]);
  return facts.map((fact) => {
    const personal = personalFieldsOf(fact);
    if (personal.length === 0) return { body: fact.body, sealed: null };
    const body = { ...(fact.body as Record<string, unknown>) };
    const sealed: Record<string, string> = {};
    for (const field of personal) {
      sealed[field] = keys.get(fact.subject!)!.seal(JSON.stringify(body[field]), fieldPlace(fact.id, field));
      delete body[field];
    }
    return { body, sealed };
  });
}

/** Personal fields that are there: an optional one left out needs no key. */
function personalFieldsOf({ body, personal }: Pick<FactRow, 'body' | 'personal'>): readonly string[] {
  if (personal.length === 0 || typeof body !== 'object' || body === null) return [];
  return personal.filter((field) => (body as Record<string, unknown>)[field] !== undefined);
}

/** The keys of these subjects, made where there is none. In order of id, so that two acts about the same people cannot wait for each other in a ring. */
async function subjectKeys(tx: Tx, crypto: Crypto, subjects: readonly Id[]): Promise<Map<Id, LooseKey>> {
  const keys = await existingKeys(tx, crypto, subjects);
  const missing = subjects.filter((subject) => !keys.has(subject)).toSorted();
  if (missing.length === 0) return keys;
  await tx.run(sql`
    insert into kernel.subject_key (subject_id, wrapped)
    select * from unnest(${missing}::uuid[], ${missing.map((subject) => crypto.newKeyFor(keyPlace(subject)))}::text[])
    on conflict do nothing`);
  for (const [subject, key] of await existingKeys(tx, crypto, missing)) keys.set(subject, key);
  return keys;
}

async function existingKeys(tx: Pick<Tx, 'rows'>, crypto: Crypto, subjects: readonly Id[]): Promise<Map<Id, LooseKey>> {
  const rows = await tx.rows<{ subject: Id; wrapped: string }>(
    sql`select subject_id as subject, wrapped from kernel.subject_key where node_id = kernel.node() and subject_id = any (${subjects}::uuid[])`,
  );
  return new Map(rows.map(({ subject, wrapped }) => [subject, crypto.keyFor(wrapped, keyPlace(subject))]));
}

const cryptoOf = ({ crypto }: Tx): Crypto => {
  if (!crypto) throw new Error('only a verb seals and opens personal values');
  return crypto;
};

/** Seals one value that stands in a table of its own under the person's key: erasing the person destroys it as well. */
export async function sealUnderSubject(tx: Tx, subject: Id, place: SealPlace, value: string): Promise<string> {
  const keys = await subjectKeys(tx, cryptoOf(tx), [subject]);
  return keys.get(subject)!.seal(value, place);
}

/** @returns null where the subject was erased */
export async function openUnderSubject(tx: Tx, subject: Id, place: SealPlace, sealed: string): Promise<string | null> {
  const keys = await existingKeys(tx, cryptoOf(tx), [subject]);
  return keys.get(subject)?.open(sealed, place) ?? null;
}

/** A fact's personal fields as they were, or null where the subject was erased. */
export type PersonalFields = Readonly<Record<string, unknown>> | null;

/**
 * Opens the personal fields of facts that the caller may already see.
 * @returns by fact id; null when the subject's key was deleted
 */
export async function openPersonalFields(
  tx: Pick<Tx, 'rows'>,
  crypto: Crypto,
  facts: readonly { id: Id; subject: Id | null; sealedFields: Readonly<Record<string, string>> | null }[],
): Promise<Map<Id, PersonalFields>> {
  const subjects = [
    ...new Set(facts.flatMap(({ subject, sealedFields }) => (subject && sealedFields ? [subject] : []))),
  ];
  const keys = subjects.length === 0 ? new Map<Id, LooseKey>() : await existingKeys(tx, crypto, subjects);
  const opened = new Map<Id, PersonalFields>();
  for (const { id, subject, sealedFields } of facts) {
    if (!subject || !sealedFields) continue;
    const key = keys.get(subject);
    const fields: Record<string, unknown> = {};
    let gone = key === undefined;
    for (const [field, value] of Object.entries(sealedFields)) {
      const plain = key?.open(value, fieldPlace(id, field)) ?? null;
      if (plain === null) gone = true;
      else fields[field] = JSON.parse(plain);
    }
    opened.set(id, gone ? null : fields);
  }
  return opened;
}

/**
 * Erases a person from the Record by deleting the key of their fields. Facts, hashes and tree heads stay as they are (SEC-DC-05).
 * Copies of the key in older backups are gone when those backups are.
 * @returns false when there was nothing to erase
 */
export const eraseSubject = (pool: pg.Pool, subject: Id, { node }: RecordPlace): Promise<boolean> =>
  asRole(pool, { node, role: 'opengoa_kernel' }, (client) => eraseSubjectIn(client, subject));

/** The same inside an open transaction of the kernel's role: the erasing verb and its fact are one commit. */
export async function eraseSubjectIn(client: pg.ClientBase, subject: Id): Promise<boolean> {
  const { rowCount } = await client.query(
    'delete from kernel.subject_key where node_id = kernel.node() and subject_id = $1',
    [subject],
  );
  return rowCount === 1;
}
