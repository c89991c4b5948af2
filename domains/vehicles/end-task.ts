import { type Context, type FactDraft, type Id, TaskEnded } from '@opengoa/kernel';

/** The task of a thing of this office is over, by whoever acts; nothing where none was open. */
export const endTaskOf = (
  { object, unit }: { readonly object: { readonly kind: string; readonly id: Id }; readonly unit: Id },
  task: { readonly id: Id } | undefined,
  state: 'done' | 'withdrawn',
  { actor }: Context,
): FactDraft[] =>
  task ? [TaskEnded.of({ object, unit, body: { id: task.id, state, by: actor.person, answer: null } })] : [];
