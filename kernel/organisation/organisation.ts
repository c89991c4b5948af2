import type { Id } from '../id.ts';

export type UnitKind = 'region' | 'institution' | 'division';
export type Level = 'nation' | 'province' | 'city' | 'county' | 'township';

export interface Unit {
  readonly id: Id;
  readonly code: string | null;
  readonly name: string;
  readonly shortName: string | null;
  readonly kind: UnitKind;
  readonly level: Level;
  readonly regionCode: string | null;
  readonly parent: Id | null;
  readonly position: number;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** Units that took this one over, by merge or split. */
  readonly successors: readonly Id[];
}

export interface Post {
  readonly id: Id;
  readonly unit: Id;
  readonly title: string;
  readonly rank: string | null;
  readonly leads: boolean;
}

export interface Holding {
  readonly person: Id;
  readonly personName: string;
  readonly post: Id;
  readonly kind: 'main' | 'concurrent' | 'secondment' | 'acting';
}

export interface PostRole {
  readonly post: Id;
  readonly role: string;
  readonly unit: Id;
  readonly below: boolean;
}

export interface StandIn {
  readonly person: Id;
  readonly forPerson: Id;
  readonly until: string;
}

export interface OrganisationRows {
  readonly units: readonly Unit[];
  readonly posts: readonly Post[];
  readonly holdings: readonly Holding[];
  readonly postRoles: readonly PostRole[];
  readonly standIns: readonly StandIn[];
}

/** The organisation as it stands on one day, in memory: who is where, what lies below what, who holds which post. */
export interface Organisation extends OrganisationRows {
  readonly day: string;
  unit(id: Id): Unit | undefined;
  post(id: Id): Post | undefined;
  /** The chain from the unit up to the root, the unit first. */
  chain(id: Id): readonly Unit[];
  /** Does a right at `root` (and below) cover `unit`? A merged unit is covered wherever its successor is. */
  covers(root: Id, unit: Id, below: boolean): boolean;
  /** The institution (单位) a division belongs to; an institution or region answers itself. */
  institutionOf(id: Id): Unit | undefined;
  personName(person: Id): string | undefined;
  /** Who holds this role at the unit itself. */
  holdersOfRole(role: string, unit: Id): readonly Id[];
  holdersOfPost(post: Id): readonly Id[];
  /** Persons who may act for `person` today. */
  standInsFor(person: Id): readonly StandIn[];
  unitsBelow(root: Id): readonly Id[];
  /** Scope codes for standards, widest first: nation, province, city, county. */
  place(unit: Id): { readonly level: Level; readonly code: string; readonly unit: Id }[];
}

const push = <K, V>(map: Map<K, V[]>, key: K, value: V) => {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
};

/** Builds the day's picture from its rows; O(rows) once, every question afterwards is a look-up or a walk up the tree. */
export function organisationOn(day: string, rows: OrganisationRows): Organisation {
  const units = new Map(rows.units.map((unit) => [unit.id, unit]));
  const posts = new Map(rows.posts.map((post) => [post.id, post]));
  const names = new Map(rows.holdings.map((holding) => [holding.person, holding.personName]));
  const children = new Map<Id, Id[]>();
  for (const unit of rows.units) {
    if (unit.parent) push(children, unit.parent, unit.id);
    for (const successor of unit.successors) push(children, successor, unit.id);
  }
  const holders = new Map<Id, Id[]>();
  for (const holding of rows.holdings) push(holders, holding.post, holding.person);
  const byRole = new Map<string, Id[]>();
  for (const { post, role, unit } of rows.postRoles) {
    for (const person of holders.get(post) ?? []) push(byRole, `${role}@${unit}`, person);
  }
  const standIns = new Map<Id, StandIn[]>();
  for (const standIn of rows.standIns) push(standIns, standIn.forPerson, standIn);

  const parentsOf = (id: Id): readonly Id[] => {
    const unit = units.get(id);
    if (!unit) return [];
    return unit.parent ? [unit.parent, ...unit.successors] : unit.successors;
  };

  const chain = (id: Id): Unit[] => {
    const found: Unit[] = [];
    for (let unit = units.get(id); unit && !found.includes(unit);) {
      found.push(unit);
      const next: Id | undefined =
        unit.validTo !== null && unit.validTo <= day && unit.successors[0]
          ? unit.successors[0]
          : (unit.parent ?? undefined);
      unit = next === undefined ? undefined : units.get(next);
    }
    return found;
  };

  const covers = (root: Id, unit: Id, below: boolean): boolean => {
    if (root === unit) return true;
    if (!below) return false;
    const seen = new Set<Id>([unit]);
    const walk = [unit];
    for (let at = walk.pop(); at !== undefined; at = walk.pop()) {
      for (const parent of parentsOf(at)) {
        if (parent === root) return true;
        if (!seen.has(parent)) {
          seen.add(parent);
          walk.push(parent);
        }
      }
    }
    return false;
  };

  return {
    ...rows,
    day,
    unit: (id) => units.get(id),
    post: (id) => posts.get(id),
    chain,
    covers,
    institutionOf: (id) => chain(id).find((unit) => unit.kind !== 'division'),
    personName: (person) => names.get(person),
    holdersOfRole: (role, unit) => [...new Set(byRole.get(`${role}@${unit}`) ?? [])],
    holdersOfPost: (post) => holders.get(post) ?? [],
    standInsFor: (person) => standIns.get(person) ?? [],
    unitsBelow(root) {
      const found = new Set<Id>([root]);
      for (const unit of found) for (const child of children.get(unit) ?? []) found.add(child);
      return [...found];
    },
    place: (unit) =>
      chain(unit)
        .toReversed()
        .flatMap((at) => (at.regionCode ? [{ level: at.level, code: at.regionCode, unit: at.id }] : [])),
  };
}
