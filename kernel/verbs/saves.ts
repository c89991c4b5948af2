import type { Context } from '../context.ts';
import type { Tx } from '../database/tx.ts';
import type { FactDraft, FactType } from '../fact-type.ts';

/** How one kind of fact becomes rows. Each kind has exactly one. */
export interface Save {
  readonly fact: string;
  save(tx: Tx, fact: FactDraft, context: Context): Promise<void>;
}

/** `saves(TripDispatched, async (tx, { object, body }) => tx.run(sql\`update …\`))` */
export function saves<Body>(
  type: FactType<Body>,
  save: (tx: Tx, fact: FactDraft<Body>, context: Context) => Promise<unknown>,
): Save {
  return {
    fact: type.name,
    async save(tx, fact, context) {
      await save(tx, fact as FactDraft<Body>, context);
    },
  };
}

/** For facts that only the Record keeps. */
export const keepsNothing = (type: FactType<never> | FactType): Save => ({ fact: type.name, async save() {} });
