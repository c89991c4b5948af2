import type { Context } from '../context.ts';
import { nothing } from '../database/send.ts';
import type { Tx } from '../database/tx.ts';
import type { FactDraft, FactType } from '../fact-type.ts';

/** How one kind of fact becomes rows. Each kind has exactly one. */
export interface Save {
  readonly fact: string;
  /** A save that is one statement returns that statement's own promise: the act then needs no round trip of its own to be committed. */
  save(tx: Tx, fact: FactDraft, context: Context): Promise<unknown>;
}

/** `saves(TripDispatched, async (tx, { object, body }) => tx.run(sql\`update …\`))` */
export function saves<Body>(
  type: FactType<Body>,
  save: (tx: Tx, fact: FactDraft<Body>, context: Context) => Promise<unknown>,
): Save {
  return { fact: type.name, save: (tx, fact, context) => save(tx, fact as FactDraft<Body>, context) };
}

/** For facts that only the Record keeps. */
export const keepsNothing = (type: FactType<never> | FactType): Save => ({
  fact: type.name,
  save: () => nothing,
});
