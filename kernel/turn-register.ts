import type { Context } from './context.ts';
import { sql } from './database/sql.ts';
import type { Tx } from './database/tx.ts';
import type { FactDraft, FactType } from './fact-type.ts';
import { type Save, saves } from './verbs/saves.ts';

/** Tells every process that what it keeps in memory of this register is old. */
export const turnRegister = (tx: Tx, register: string) =>
  tx.run(
    sql`insert into kernel.revision (register) values (${register}) on conflict (node_id, register) do update set revision = kernel.revision.revision + 1`,
  );

/**
 * `saves` of a fact that changes a register: other processes hear of it by the register's revision, and the door at which it was done before
 * it answers.
 */
export const turns = <Body>(
  register: string,
  type: FactType<Body>,
  save: (tx: Tx, fact: FactDraft<Body>, context: Context) => Promise<unknown>,
): Save => ({
  ...saves(type, async (tx, fact: FactDraft<Body>, context) => {
    await save(tx, fact, context);
    await turnRegister(tx, register);
  }),
  register,
});
