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
