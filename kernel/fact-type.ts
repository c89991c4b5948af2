import type { z } from 'zod';
import type { Facets } from './facets.ts';
import { type Id, newId } from './id.ts';
import type { Words } from './words.ts';

/** What a kind of fact is: its name in the Record, how it reads, and the shape of its body. */
export interface FactType<Body = unknown> {
  readonly name: string;
  readonly title: Words;
  readonly body: z.ZodType<Body>;
  /** Names of body fields that hold personal data: the Record keeps them under the subject's own key. */
  readonly personal: readonly string[];
  of(draft: FactInput<Body>): FactDraft<Body>;
}

export interface FactInput<Body> {
  readonly object: ObjectRef;
  /** The unit the fact belongs to; who may see the fact follows from it. */
  readonly unit: Id;
  readonly body: Body;
  readonly facets?: Facets;
  /** The person whose personal fields the body carries. */
  readonly subject?: Id;
  /** When it happened, if not now: paper entered later keeps both times. */
  readonly happenedAt?: Date;
  readonly why?: string;
  /** The fact this one corrects; the corrected one stays as it is. */
  readonly corrects?: Id;
}

export interface ObjectRef {
  readonly kind: string;
  readonly id: Id;
}

/** A fact as `decide` returns it: not yet numbered, not yet anybody's. */
export interface FactDraft<Body = unknown> extends FactInput<Body> {
  readonly id: Id;
  readonly type: string;
  readonly definition: FactType<Body>;
}

/**
 * Declares a kind of fact. `name` is `<room>.<NounPastTense>`; body is a strict zod object.
 * @example const TripDispatched = factType('vehicles.TripDispatched', { title, body: z.strictObject({...}) })
 */
export function factType<Body>(
  name: string,
  definition: { title: Words; body: z.ZodType<Body>; personal?: readonly string[] },
): FactType<Body> {
  const type: FactType<Body> = {
    name,
    title: definition.title,
    body: definition.body,
    personal: definition.personal ?? [],
    of: (input) => ({ ...input, id: newId(), type: name, definition: type }),
  };
  return type;
}
