import type { Context } from '../context.ts';
import type { FactDraft } from '../fact-type.ts';
import type { Id } from '../id.ts';
import { TaskEnded } from './contract.ts';

/** Tasks of a thing are over, by whoever acts; nothing where none was open. */
export const endTasksOf = (
  { object, unit }: { readonly object: FactDraft['object']; readonly unit: Id },
  tasks: readonly ({ readonly id: Id } | undefined)[],
  { actor }: Pick<Context, 'actor'>,
  state: 'done' | 'withdrawn' = 'done',
): FactDraft[] =>
  tasks.flatMap((task) =>
    task ? [TaskEnded.of({ object, unit, body: { id: task.id, state, by: actor.person, answer: null } })] : [],
  );
