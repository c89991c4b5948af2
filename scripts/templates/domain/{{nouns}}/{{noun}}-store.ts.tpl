import { type Id, saves, searchPieces, sql, type Tx } from '@opengoa/kernel';
import { {{Noun}}Registered } from './contract.ts';

/** Whether the unit has one of this name. */
export async function isNameTaken(tx: Tx, unit: Id, name: string): Promise<boolean> {
  return (await tx.maybe(sql`select from {{schema}}.{{noun_}} where unit_id = ${unit} and name = ${name}`)) !== undefined;
}

export const {{nounCamel}}Saves = [
  saves({{Noun}}Registered, (tx, { object, unit, body: { name, note } }) =>
    tx.run(sql`
      insert into {{schema}}.{{noun_}} (id, unit_id, name, note, search)
      values (${object.id}, ${unit}, ${name}, ${note}, ${searchPieces(name, note)})`),
  ),
];
