import type { Actor } from './actors.ts';
import { relations, type Relation } from './places.ts';
import type { ReviewedDoor, ReviewedFile } from './reviewed.ts';

export interface Contract {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { readonly operationId: string }>>>>;
}

/** One door as the program publishes it. */
export interface Door {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly review: ReviewedDoor | undefined;
  readonly form: 'verb' | 'read' | 'list' | 'columns' | 'export' | 'other';
}

/** A list's page, its columns and its exports are one review: who may see its rows. */
export function publishedDoors(contract: Contract, reviewed: ReviewedFile): Door[] {
  const known = new Set(
    Object.values(contract.paths).flatMap((methods) => Object.values(methods).map((told) => told.operationId)),
  );
  return Object.entries(contract.paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { operationId: id }]): Door => {
      const list = /^(.*)\.(list|csv|xlsx)$/.exec(id);
      const isList = known.has(`${list?.[1] ?? id}.list`);
      const form = path.startsWith('/api/verbs/')
        ? 'verb'
        : list && isList
          ? list[2] === 'list'
            ? 'columns'
            : 'export'
          : path.startsWith('/api/reads/')
            ? isList
              ? 'list'
              : 'read'
            : 'other';
      return {
        id,
        method: method.toUpperCase(),
        path,
        form,
        review: reviewed.doors.get(isList ? (list?.[1] ?? id) : id),
      };
    }),
  );
}
export interface Case {
  readonly door: Door;
  readonly actor: Actor;
  readonly relation: Relation;
}

/**
 * Which cases there are: an act or a read of one thing is tried with the thing of every place by whoever could come to it; whoever is
 * turned away before anything is looked at, with its own and one other, another one at each door. A ledger is tried once.
 */
export function casesOf(door: Door, who: readonly Actor[]): Case[] {
  const ofOne = door.form === 'verb' || door.form === 'read' || door.id === 'host.file' || door.id === 'host.preview';
  const single = !ofOne || door.review?.where !== undefined || door.review?.open || door.review?.everyone;
  return who.flatMap((actor, at) => {
    const others = relations[(at + door.id.length) % relations.length]!;
    const tried = single
      ? ['same' as const]
      : comesTo(door, actor)
        ? relations
        : [...new Set(['same' as const, others])];
    return tried.map((relation) => ({ door, actor, relation }));
  });
}

/** By a right or by a part, somebody like this gets as far as the thing. */
const comesTo = ({ review }: Door, { right, part }: Actor): boolean =>
  (right !== null && (review!.roles as readonly string[]).includes(right.role)) ||
  (part !== null && (review!.parts as readonly string[]).includes(part.of)) ||
  (review!.parts.length > 0 && right === null);

/** With one wall off, whoever the other turns away before anything is looked at tells nothing: those were tried with both. */
export const whoComes = (door: Door, actors: readonly Actor[]): readonly Actor[] =>
  actors.filter((actor) => actor.kind === 'person' && (door.review!.everyone || comesTo(door, actor)));

export const tried = (doors: readonly Door[]): Door[] => doors.filter(({ review }) => review !== undefined);
/** Doors that one wall alone must hold: not columns and exports, which are the list again. */
export const walled = (doors: readonly Door[]): Door[] =>
  tried(doors).filter(
    ({ form, review }) => form !== 'columns' && form !== 'export' && !review!['one-wall'] && !review!.open,
  );
