import type { Id } from '../id.ts';

/** A kind of thing that people talk about. Its own read is the right: who may read the thing may read and write beside it. */
export interface Talk {
  /** The read that answers the thing for `{ id }`. */
  readonly read: string;
  /** From that answer: the unit the thing belongs to, and what it is called. */
  unit(answer: never): Id;
  name(answer: never): string;
  opens(id: Id): string;
}

/** The usual case: the answer says its `unit`, and the page's address ends with the id. */
export const talk = <Answer>(read: string, name: (answer: Answer) => string, path: string): Talk => ({
  read,
  unit: (answer: { unit: Id }) => answer.unit,
  name: name as Talk['name'],
  opens: (id) => path + id,
});
