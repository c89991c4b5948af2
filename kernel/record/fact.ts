import { bytesOf } from '../crypto/algorithm.ts';
import { canonicalJson, canonicalJsonb } from './canonical.ts';

/** A fact as it is read back for hashing: every column as text, exactly as stored. */
export type StoredFact = readonly (string | null)[];

type Shape = 'text' | 'time' | 'json';

/**
 * Columns of kernel.fact that make its canonical bytes, in the order of RFC 8785. A column added later is null in old facts and so
 * absent from their bytes: old hashes hold.
 */
const hashed: readonly (readonly [column: string, shape: Shape])[] = (
  [
    ['id', 'text'],
    ['node_id', 'text'],
    ['tx', 'text'],
    ['happened_at', 'time'],
    ['recorded_at', 'time'],
    ['actor_kind', 'text'],
    ['person_id', 'text'],
    ['person_name', 'text'],
    ['stand_in_for', 'text'],
    ['post_id', 'text'],
    ['post_title', 'text'],
    ['actor_unit_id', 'text'],
    ['address', 'text'],
    ['unit_id', 'text'],
    ['verb', 'text'],
    ['type', 'text'],
    ['object_kind', 'text'],
    ['object_id', 'text'],
    ['outcome', 'text'],
    ['refusal', 'text'],
    ['why', 'text'],
    ['request_id', 'text'],
    ['cause_id', 'text'],
    ['corrects_id', 'text'],
    ['facets', 'json'],
    ['body', 'json'],
    ['sealed_fields', 'json'],
    ['subject_id', 'text'],
  ] as const
).toSorted(([a], [b]) => (a < b ? -1 : 1));

export const hashedColumns: readonly string[] = hashed.map(([column]) => column);

const expression =
  (alias: string) =>
  ([column, shape]: readonly [string, Shape]) =>
    shape === 'time'
      ? `to_char(${alias}.${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`
      : `${alias}.${column}::text`;

/** The select list that reads a StoredFact: times in UTC to the microsecond, JSON as the database prints it. */
export const storedFactColumns = (alias: string): string => hashed.map(expression(alias)).join(', ');

const heads = hashed.map(([column]) => `${JSON.stringify(column)}:`);
const isJson = hashed.map(([, shape]) => shape === 'json');

/**
 * The bytes a fact's hash is over: RFC 8785 of the columns that are not null; numbers of the row (node, transaction) as strings. Control
 * characters and line breaks inside values are escaped by JSON, so that no value can look like a second entry (SEC-RE-09).
 */
export function canonicalFact(fact: StoredFact): Uint8Array {
  let text = '';
  for (let at = 0; at < heads.length; at += 1) {
    const value = fact[at];
    if (value === null || value === undefined) continue;
    text += `${text === '' ? '{' : ','}${heads[at]}${isJson[at] ? canonicalJsonb(value) : canonicalJson(value)}`;
  }
  return bytesOf(`${text}}`);
}
