import type { Crypto } from '../crypto/crypto.ts';
import { nothing } from '../database/send.ts';
import type { Tx } from '../database/tx.ts';
import type { FactRow } from './fact-row.ts';
import { sealPersonalFields } from './subject-key.ts';

/** Column, its type, and the value of one row. Order and names are those of kernel.fact. */
const columns: readonly (readonly [name: string, type: string, value: (fact: StoredParts) => unknown])[] = [
  ['id', 'uuid', ({ fact }) => fact.id],
  ['happened_at', 'timestamptz', ({ fact }) => fact.happenedAt.toISOString()],
  ['actor_kind', 'text', ({ fact }) => fact.actorKind],
  ['person_id', 'uuid', ({ fact }) => fact.person],
  ['person_name', 'text', ({ fact }) => fact.personName],
  ['stand_in_for', 'uuid', ({ fact }) => fact.standInFor],
  ['post_id', 'uuid', ({ fact }) => fact.post],
  ['post_title', 'text', ({ fact }) => fact.postTitle],
  ['actor_unit_id', 'uuid', ({ fact }) => fact.actorUnit ?? null],
  ['address', 'text', ({ fact }) => fact.address],
  ['unit_id', 'uuid', ({ fact }) => fact.unit],
  ['verb', 'text', ({ fact }) => fact.verb],
  ['type', 'text', ({ fact }) => fact.type],
  ['object_kind', 'text', ({ fact }) => fact.objectKind],
  ['object_id', 'uuid', ({ fact }) => fact.objectId],
  ['outcome', 'text', ({ fact }) => fact.outcome],
  ['refusal', 'text', ({ fact }) => fact.refusal],
  ['why', 'text', ({ fact }) => fact.why],
  ['request_id', 'uuid', ({ fact }) => fact.requestId],
  ['cause_id', 'uuid', ({ fact }) => fact.cause],
  ['corrects_id', 'uuid', ({ fact }) => fact.corrects],
  ['facets', 'jsonb', ({ fact }) => jsonOf(fact.facets)],
  ['body', 'jsonb', ({ body }) => jsonOf(body)],
  ['sealed_fields', 'jsonb', ({ sealed }) => jsonOf(sealed)],
  ['subject_id', 'uuid', ({ fact }) => fact.subject],
];

interface StoredParts {
  readonly fact: FactRow;
  readonly body: unknown;
  readonly sealed: Readonly<Record<string, string>> | null;
}

const jsonOf = (value: unknown): string | null =>
  value === null || value === undefined ? null : JSON.stringify(value);

const names = columns.map(([name]) => name).join(', ');
const oneRow = `insert into kernel.fact (${names}) values (${columns.map(([, type], at) => `$${at + 1}::${type}`).join(', ')})`;
const manyRows = `insert into kernel.fact (${names}) select * from unnest(${columns.map(([, type], at) => `$${at + 1}::${type}[]`).join(', ')})`;

/**
 * Appends facts in the open transaction: one prepared INSERT whatever their number, in one round trip. They carry no number yet;
 * the sealer gives it once no open transaction can still precede them.
 * @param crypto needed only where a fact names personal fields; those cost one more round trip for the subjects' keys
 * @throws Error when personal fields come without a subject or without `crypto`: a fault of the caller, and the verb does not happen
 */
export function appendFacts(tx: Tx, facts: readonly FactRow[], crypto?: Crypto): Promise<void> {
  if (facts.length === 0) return nothing;
  if (facts.every(({ personal }) => personal.length === 0))
    return append(
      tx,
      facts.map((fact) => ({ fact, body: fact.body, sealed: null })),
    );
  return sealPersonalFields(tx, facts, crypto).then((sealed) =>
    append(
      tx,
      facts.map((fact, at) => ({ fact, ...sealed[at]! })),
    ),
  );
}

function append(tx: Tx, rows: readonly StoredParts[]): Promise<void> {
  const appending: Promise<unknown> =
    rows.length > 1
      ? tx.named(
          'append-facts',
          manyRows,
          columns.map(([, , value]) => rows.map(value)),
        )
      : tx.named(
          'append-fact',
          oneRow,
          columns.map(([, , value]) => value(rows[0]!)),
        );
  return appending as Promise<void>;
}
