import type { Actor, Grant } from '../actor.ts';
import type { Context } from '../context.ts';
import { sql, type Sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import type { Organisation } from '../organisation/organisation.ts';
import { grantsFor, personsOf } from '../rights/rights.ts';
import type { List } from './list.ts';

type Row = Readonly<Record<string, unknown>>;

/** What of a ledger a reader's rights cover: the kernel's own wall, beside the database's. */
export interface ListScope {
  /** Narrows the page. Of a large scope it says nothing: the database's policy bounds it by a hashed look-up, and `covers` judges each row. */
  readonly narrow: Sql;
  /** The whole scope, for counting: what is counted is never looked at. */
  readonly whole: Sql;
  /** The units that `narrow` names, where it names nothing else. */
  readonly units: readonly Id[] | null;
  /** Whether the row is the reader's to see. */
  covers(row: Row): boolean;
  /** `covers` needs the row's person. */
  readonly byPerson: boolean;
}

/** So few units are an index's condition; a longer list costs the planner more than it saves the page. */
const unitsByName = 24;
/** So many different scopes are kept of one organisation. */
const keptMost = 500;
/** Above so many units the counting too is left to the database's policy. */
const unitsCounted = 2_000;

/** Units that grants cover, and the others of this organisation. */
interface Covered {
  readonly units: ReadonlySet<Id>;
  readonly others: readonly Id[];
}

/** An organisation does not change; another one takes its place. What was reckoned for it goes with it. */
const reckoned = new WeakMap<Organisation, Map<string, Covered>>();

function unitsOf(organisation: Organisation, grants: readonly Grant[]): Covered {
  const of = reckoned.get(organisation) ?? new Map<string, Covered>();
  reckoned.set(organisation, of);
  const key = grants.map(({ unit, below }) => (below ? `${unit} below` : unit)).join();
  let covered = of.get(key);
  if (!covered) {
    const units = new Set(grants.flatMap(({ unit, below }) => (below ? organisation.unitsBelow(unit) : [unit])));
    covered = { units, others: organisation.units.map(({ id }) => id).filter((id) => !units.has(id)) };
    if (of.size >= keptMost) of.clear();
    of.set(key, covered);
  }
  return covered;
}

const everything: ListScope = { narrow: sql`true`, whole: sql`true`, units: null, covers: () => true, byPerson: false };

export function scopeOfList(kernel: Kernel, list: List, actor: Actor, context: Context): ListScope {
  if (!kernel.applicationWall || list.who.includes('signed-in') || list.who.includes('anyone')) return everything;
  const { units, others } = unitsOf(context.organisation, grantsFor(actor, list.who));
  const own = list.who.includes('self') ? personsOf(actor) : [];
  const named = (most: number): Sql => {
    if (units.size > most) return sql`true`;
    // The planner is better at a few that are left out than at many that are in; a scope of everything says nothing.
    if (own.length === 0 && units.size > unitsByName && others.length < units.size)
      return others.length === 0 ? sql`true` : sql`unit_id <> all (${others}::uuid[])`;
    const [only] = units;
    const inUnits =
      units.size === 1 && only !== undefined
        ? sql`unit_id = ${only}::uuid`
        : sql`unit_id = any (${[...units]}::uuid[])`;
    if (own.length === 0) return inUnits;
    const byPerson = sql`person_id = any (${own}::uuid[])`;
    return units.size === 0 ? byPerson : sql`(${inUnits} or ${byPerson})`;
  };
  return {
    narrow: named(unitsByName),
    whole: named(unitsCounted),
    units: own.length === 0 && units.size > 0 && units.size <= unitsByName ? [...units] : null,
    covers: (row) => units.has(row['unit_id'] as string) || own.includes(row['person_id'] as string),
    byPerson: own.length > 0,
  };
}
