import type { Context } from '../context.ts';
import { nothing } from '../database/send.ts';
import type { Tx } from '../database/tx.ts';
import type { FactDraft, FactType } from '../fact-type.ts';
import type { Words } from '../words.ts';

/** How one kind of fact becomes rows. Each kind has exactly one. */
export interface Save {
  readonly fact: string;
  /** What the fact is called. */
  readonly title: Words;
  /** The register this changes, of which every process keeps a picture in memory. */
  readonly register?: string;
  /** A save that is one statement returns that statement's own promise: the act then needs no round trip of its own to be committed. */
  save(tx: Tx, fact: FactDraft, context: Context): Promise<unknown>;
  /** The same for many facts at once, where rows of a file come in: one statement for all, the same rows as one by one. */
  saveMany?(tx: Tx, facts: readonly FactDraft[], context: Context): Promise<unknown>;
}

/** `saves(TripDispatched, async (tx, { object, body }) => tx.run(sql\`update …\`))` */
export function saves<Body>(
  type: FactType<Body>,
  save: (tx: Tx, fact: FactDraft<Body>, context: Context) => Promise<unknown>,
  saveMany?: (tx: Tx, facts: readonly FactDraft<Body>[], context: Context) => Promise<unknown>,
): Save {
  return {
    fact: type.name,
    title: type.title,
    save: (tx, fact, context) => save(tx, fact as FactDraft<Body>, context),
    ...(saveMany
      ? { saveMany: (tx, facts, context) => saveMany(tx, facts as readonly FactDraft<Body>[], context) }
      : {}),
  };
}

/** For facts that only the Record keeps. */
export const keepsNothing = (type: FactType<never> | FactType): Save => ({
  fact: type.name,
  title: type.title,
  save: () => nothing,
});
