import type { Context } from '../context.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import { mayAt } from '../rights/rights.ts';
import { type LabelledThing, thingsOf } from './label.ts';
import type { LabelledKind } from './labelled.ts';

/** Who may come at all: those who keep ledgers. Which things are theirs to label, each kind says. */
export const labelKeepers = ['room-clerk', 'clerk'] as const;

/** Does the actor keep this very thing? A right over meters of a unit is none over its vehicles. */
export const keeps = ({ keptBy }: LabelledKind, { unit }: LabelledThing, { actor, organisation }: Context): boolean =>
  mayAt(actor, keptBy, { unit }, organisation, { holds: false });

/** Those of the things that are the actor's to label. */
export const thingsKept = async (
  tx: Tx,
  kind: LabelledKind,
  ids: readonly Id[],
  context: Context,
): Promise<LabelledThing[]> => (await thingsOf(tx, kind, ids)).filter((thing) => keeps(kind, thing, context));

/** Where none of what was named is the actor's, the right is judged nowhere, and refused. */
export const nowhere = { unit: '' };
