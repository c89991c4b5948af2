import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { z } from 'zod';
import { allRoles, partNames, type Actor, type Part, type Role } from './actors.ts';
import { relations, type Relation } from './places.ts';

const told = z.union([z.literal(403), z.literal(404)]);

const Reviewed = z.strictObject({
  roles: z.array(z.enum(allRoles)).default([]),
  parts: z.array(z.enum(partNames)).default([]),
  elsewhere: told.default(404),
  others: told.default(403),
  reach: z.literal('below').optional(),
  where: z.enum(['own', 'root']).optional(),
  sees: z.literal('all').optional(),
  of: z.literal('institutions').optional(),
  everyone: z.literal(true).optional(),
  open: z.literal(true).optional(),
  empty: z.literal(true).optional(),
  apart: z.literal(true).optional(),
  'one-wall': z.literal(true).optional(),
  through: z.array(z.string()).default([]),
  machines: told.optional(),
});
const names = z.array(z.string());
const File = z
  .object({
    'session-doors': z.strictObject({ strangers: names, session: names }),
    'by-secret': names,
    'own-import': names,
  })
  .catchall(z.record(z.string(), Reviewed));

export type ReviewedDoor = z.infer<typeof Reviewed> & { readonly name: string };

export interface ReviewedFile {
  readonly doors: ReadonlyMap<string, ReviewedDoor>;
  readonly strangersDoors: readonly string[];
  readonly sessionDoors: readonly string[];
  readonly bySecret: readonly string[];
  readonly ownImport: readonly string[];
}

/** The reviewed side of the matrix. It knows names of doors, roles and parts as words, and nothing of the program. */
export function reviewedFile(): ReviewedFile {
  const {
    'session-doors': proving,
    'by-secret': bySecret,
    'own-import': ownImport,
    ...rooms
  } = File.parse(parse(readFileSync(join(import.meta.dirname, '../access-matrix.yaml'), 'utf8')));
  const doors = new Map<string, ReviewedDoor>();
  for (const [room, of] of Object.entries(rooms))
    for (const [door, review] of Object.entries(of))
      doors.set(`${room}.${door}`, { ...review, name: `${room}.${door}` });
  const inKernel = (each: readonly string[]) => each.map((name) => `kernel.${name}`);
  return {
    doors,
    strangersDoors: inKernel(proving.strangers),
    sessionDoors: inKernel(proving.session),
    bySecret,
    ownImport: inKernel(ownImport),
  };
}

const below: readonly Relation[] = ['same', 'child', 'grandchild'];

/** Does the actor's one right reach so far? */
const reaches = (door: ReviewedDoor, { right }: Actor, relation: Relation): boolean =>
  right !== null &&
  (door.roles as readonly Role[]).includes(right.role) &&
  (door.where === 'own' ||
    (door.where !== 'root' &&
      (right.below ? below.includes(relation) : door.reach !== 'below' && relation === 'same')));

const hasRole = (door: ReviewedDoor, { right }: Actor): boolean =>
  right !== null && (door.roles as readonly Role[]).includes(right.role);

const hasPart = (door: ReviewedDoor, { part }: Actor, relation: Relation): boolean =>
  part !== null && (door.parts as readonly Part[]).includes(part.of) && part.place.relation === relation;

/** What the actor must be told at this door about the thing of that place: that it opens, or the exact refusal. */
export function expectedAt(door: ReviewedDoor, actor: Actor, relation: Relation): 'open' | 401 | 403 | 404 {
  if (door.open) return 'open';
  if (actor.kind === 'nobody' || actor.kind === 'ended') return 401;
  // Of what lies beyond its reach a machine is told no more than a person.
  const beyond = door.where === undefined && !door.everyone && hasRole(door, actor) && !reaches(door, actor, relation);
  if (actor.kind === 'machine' && door.machines) return beyond ? door.elsewhere : door.machines;
  if (door.apart && relation === 'same' && reaches(door, actor, relation)) return 403;
  if (door.everyone || reaches(door, actor, relation) || hasPart(door, actor, relation)) return 'open';
  if (hasRole(door, actor)) return door.elsewhere;
  return actor.kind === 'machine' ? 403 : door.others;
}

/** Whose things may stand in an answer to this actor at this door. */
export function mayBeSeen(file: ReviewedFile, door: ReviewedDoor, actor: Actor): ReadonlySet<Relation> {
  if (actor.kind === 'nobody' || actor.kind === 'ended') return new Set();
  if (door.sees === 'all') return new Set(relations);
  const ledgers = [door, ...door.through.map((name) => file.doors.get(name)!)];
  return new Set(
    relations.filter((relation) =>
      ledgers.some((each) => reaches({ ...each, where: undefined }, actor, relation) || hasPart(each, actor, relation)),
    ),
  );
}
