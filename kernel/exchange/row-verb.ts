import type { Id } from '../id.ts';
import type { Refusal } from '../refusal.ts';
import type { VerbAnswer } from '../room.ts';

/** How a row's verb is run: as the importer, in a transaction of its own, under the given request id. */
export interface VerbAct {
  readonly batchId: Id;
  readonly requestId: Id;
  readonly line: number;
}
export type RunRowVerb = (verb: string, input: unknown, act: VerbAct) => Promise<VerbAnswer | Refusal>;

/**
 * Rows of one verb together, in one transaction.
 * @returns an answer for each, in order; null with nothing done where they must be run one by one
 */
export type RunRowVerbs = (
  verb: string,
  acts: readonly { readonly input: unknown; readonly requestId: Id }[],
) => Promise<readonly (VerbAnswer | Refusal)[] | null>;
