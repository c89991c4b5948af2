import type { Context } from '../context.ts';
import { raw, sql, type Sql } from '../database/sql.ts';
import type { WhoWord } from '../verbs/verb.ts';
import { grantsFor } from './rights.ts';

/** Above so many units the scope is left to the database's own hashed look-up. */
const unitsByName = 200;

/**
 * The condition that a row's unit lies where the asking rights for `who` reach, said by the program itself. A read that sums or lists rows
 * without judging each one carries it, so that it holds also where row-level security would not (SEC-AC-17).
 * @param column the row's unit, `unit_id` unless it must be told apart
 */
export function inScope(
  { actor, organisation }: Pick<Context, 'actor' | 'organisation'>,
  who: readonly WhoWord[],
  column = 'unit_id',
): Sql {
  const units = new Set(
    grantsFor(actor, who).flatMap((grant) => (grant.below ? organisation.unitsBelow(grant.unit) : [grant.unit])),
  );
  return units.size > unitsByName
    ? sql`${raw(column)} in (select kernel.scope_units())`
    : sql`${raw(column)} = any (${[...units]}::uuid[])`;
}
