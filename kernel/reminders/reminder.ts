import type { Context } from '../context.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { Words } from '../words.ts';

/** A thing whose time has come, or will within the notice that its standard gives. */
export interface DueThing {
  readonly object: { readonly kind: string; readonly id: Id };
  readonly unit: Id;
  /** Null where no clock says it: a service that is due by kilometres. */
  readonly dueAt: Date | null;
  /** Overdue; left out, when `dueAt` is past. */
  readonly late?: boolean;
  /** One sentence: which thing, and what is to be done. */
  readonly summary: string;
  /** Who has to do it. */
  readonly holders: readonly Id[];
  /** The other side: who waits for it. */
  readonly others: readonly Id[];
  readonly opens: string | null;
}

/**
 * What a room reminds of. The room only says what is due; who was told when, the task, and its end are the kernel's. Overdue is what a thing is, not a
 * mark that somebody sets: when the thing is due no longer, its task ends and its messages go.
 */
export interface Reminder {
  /** `service`; tasks that it raises are of the kind `<room>.<name>`. */
  readonly name: string;
  readonly title: Words;
  /** Everything due or soon due; a thing that is not among them has been seen to. At most a few thousand. */
  due(tx: Tx, context: Context): Promise<readonly DueThing[]>;
  /** Verbs that a task for it offers. Without any there is no task of its own: somebody holds one already, and is only told. */
  readonly verbs: readonly string[];
  /** Kinds of tasks that this reminder speaks for, so that they are not announced as due once more. */
  readonly insteadOf?: readonly string[];
}
