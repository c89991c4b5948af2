import { sql } from '../database/sql.ts';
import { saves, type Save } from '../verbs/saves.ts';
import { LabelMade, LabelRevoked } from './contract.ts';
import { newLabelToken } from './label.ts';

/** The token is made here and stays out of the Record: what stands there is read by many. */
export const labelSaves: readonly Save[] = [
  saves(LabelMade, (tx, { object, body }, { now }) =>
    tx.run(sql`
      insert into kernel.label (id, kind, object_id, token, made_at)
      values (${object.id}, ${body.kind}, ${body.object}, ${newLabelToken()}, ${now})`),
  ),
  saves(LabelRevoked, (tx, { object, body }, { now }) =>
    tx.run(sql`update kernel.label set revoked_at = ${now}, revoked_why = ${body.why} where id = ${object.id}`),
  ),
];
