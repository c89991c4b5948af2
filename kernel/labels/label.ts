import { randomSecret } from '../crypto/random.ts';
import type { Context } from '../context.ts';
import { raw, sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import { notFound, Refused } from '../refusal.ts';
import type { LabelledKind } from './labelled.ts';

/** A thing as its room publishes it for labels. */
export interface LabelledThing {
  readonly id: Id;
  readonly unit: Id;
  readonly publicName: string;
  readonly code: string;
}

/** 128 random bits in 22 characters: nobody finds a label by trying. */
export const newLabelToken = (): string => randomSecret(16);

const inLabel = /(?:^|\/r\/)([A-Za-z0-9_-]{22})$/;

/** The token in what a reader saw: the label's whole address, or the code alone. */
export const tokenIn = (text: string): string | undefined => inLabel.exec(text.trim().replace(/[?#].*$/, ''))?.[1];

/** The kind as its room declares it. @throws Refused `not-found` where no room does */
export function labelledKind({ labelled }: Pick<Context, 'labelled'>, kind: string): LabelledKind {
  const found = labelled.get(kind);
  if (!found) throw new Refused(notFound());
  return found;
}

const columns = raw('id, unit_id as unit, public_name as "publicName", code');

/** Those of the things that the asker may see. */
export const thingsOf = (tx: Tx, { view }: LabelledKind, ids: readonly Id[]): Promise<LabelledThing[]> =>
  tx.rows<LabelledThing>(
    sql`select ${columns} from ${raw(view)} where id = any (${[...ids]}::uuid[]) order by code, id`,
  );

/** Those that bear one of these codes: in capitals, without blanks. */
export const thingsByCode = (tx: Tx, { view }: LabelledKind, code: string): Promise<LabelledThing[]> =>
  tx.rows<LabelledThing>(
    sql`select ${columns} from ${raw(view)} where codes @> array[${code}]::text[] order by code, id limit 10`,
  );

export interface LabelRow {
  readonly id: Id;
  readonly kind: string;
  readonly object: Id;
  readonly token: string;
}

/** Labels in use on these things. */
export const labelsOn = (tx: Tx, objects: readonly Id[]): Promise<LabelRow[]> =>
  tx.rows<LabelRow>(sql`
    select id, kind, object_id as object, token from kernel.label where object_id = any (${[...objects]}::uuid[]) and revoked_at is null`);

/** The label in use that bears this token. */
export const labelByToken = (tx: Tx, token: string): Promise<LabelRow | undefined> =>
  tx.maybe<LabelRow>(sql`
    select id, kind, object_id as object, token from kernel.label where token = ${token} and revoked_at is null`);

/** `苏 e·12345` and `苏E12345` are one code. */
export const codeForm = (text: string): string =>
  text
    .normalize('NFKC')
    .toUpperCase()
    .replaceAll(/[\s·・.\-_]/g, '');
