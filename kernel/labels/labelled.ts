import type { Words } from '../words.ts';

/**
 * Things of a room that bear a QR label. Whoever scans one without an account sees its public name and may report a fault; whoever is signed in
 * and may see the thing gets its page.
 */
export interface LabelledKind {
  /** Kind of the object, as its facts say it: `vehicles.vehicle`. */
  readonly kind: string;
  readonly title: Words;
  /**
   * A published view with `id`, `unit_id`, `public_name` (nothing that a stranger may not know), `code` (short, printed below the picture) and
   * `codes` (text[], in capitals: every identifier by which it is found). Row-level security decides who finds it.
   */
  readonly view: string;
  /** Rights of whoever sticks labels on it and takes them off. */
  readonly keptBy: readonly string[];
  /** Rights of whoever finds it by its codes. */
  readonly finders: readonly string[];
  /** Where it opens: `/vehicles/fleet/{id}`. */
  readonly opens: string;
  /** What may be wrong with it, one tap each. */
  readonly faults: Readonly<Record<string, Words>>;
  /** Whose post takes a report of it: the nearest unit up the tree with a holder of the first role, then of the next. */
  readonly takenBy: readonly string[];
  /** Verbs of the room that may be begun because of a report: they take the thing and, as `report`, the report. */
  readonly followedBy: readonly string[];
}
