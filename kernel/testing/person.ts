import type { Actor } from '../actor.ts';
import type { Id } from '../id.ts';
import type { runList } from '../reads/run-list.ts';
import type { Refusal } from '../refusal.ts';
import type { VerbAnswer } from '../room.ts';

/** Somebody of the cast, acting in a post. */
export interface Person {
  readonly actor: Actor;
  run(verb: string, input: unknown, requestId?: Id): Promise<VerbAnswer | Refusal>;
  /** Runs and expects no refusal. */
  does(verb: string, input: unknown): Promise<VerbAnswer>;
  read(name: string, query?: unknown): Promise<unknown>;
  list(name: string, query?: Record<string, string>): ReturnType<typeof runList>;
}
