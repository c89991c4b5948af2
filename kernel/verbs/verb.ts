import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Crypto } from '../crypto/crypto.ts';
import type { FactDraft, FactType } from '../fact-type.ts';
import type { Id } from '../id.ts';
import type { Refusal } from '../refusal.ts';
import type { Tx } from '../database/tx.ts';
import type { Words } from '../words.ts';

/** Where a right is judged: the unit, and optionally whose thing it is and which thing a task may narrowly open. */
export interface Place {
  readonly unit: Id;
  /** `self` in `who` means: this person. */
  readonly person?: Id | null;
  /** `holder` in `who` means: the actor holds an open task on this object. */
  readonly object?: Id | null;
}

/** Verbs that an object's state leaves open, and where the right to them is judged: a trip's asker and its driver stand at different places. */
export interface Offer {
  readonly verbs: readonly string[];
  readonly place: Place;
}

/**
 * A role, or one of: `anyone` (no sign-in), `signed-in`, `self` (the thing is mine), `holder` (an open task on it is mine), `any-role` (some right),
 * `room-clerk` (whoever keeps the ledger of some room).
 */
export type WhoWord = string;

/** What `decide` may answer: a refusal, or facts and optionally a result the caller needs at once. */
export type Decision<Result> = Refusal | readonly FactDraft[] | { facts: readonly FactDraft[]; result: Result };

export interface VerbDefinition<Input, Known, Result> {
  readonly title: Words;
  /** One sentence for the reference and the hall. */
  readonly about?: Words;
  /** A strict zod object: unknown properties are an error (SEC-AC-08). */
  readonly input: z.ZodType<Input>;
  readonly who: readonly WhoWord[];
  readonly facts: readonly FactType<never>[] | readonly FactType[];
  /** Every refusal code `decide` may return, in the order they are tested. */
  readonly refusals: readonly string[];
  readonly result?: z.ZodType<Result>;
  /** The object of the act, known from the input alone: lets a task's holder in to exactly this object. */
  object?(input: NoInfer<Input>): Id | undefined;
  /** Reads (and locks) what the decision needs, inside the verb's transaction and under row-level security. */
  load(tx: Tx, input: NoInfer<Input>, context: Context): Promise<Known>;
  /** The same for many inputs that know nothing of each other (rows of a file), in their order, in few statements. */
  loadMany?(tx: Tx, inputs: readonly NoInfer<Input>[], context: Context): Promise<readonly NoInfer<Known>[]>;
  /** Where the right is judged; of several places every one must be the actor's (a trip's unit, and the vehicle's). */
  at(known: NoInfer<Known>, input: NoInfer<Input>, context: Context): Place | readonly Place[];
  /** Pure: from what is known to what happened, or why not. */
  decide(known: NoInfer<Known>, input: NoInfer<Input>, context: Context): Decision<Result>;
  /** Runs after the facts are saved, in the same transaction, where the act needs more than rows (bulk telemetry). */
  also?(
    tx: Tx,
    known: NoInfer<Known>,
    input: NoInfer<Input>,
    context: Context,
    /** Seals what rows keep and no fact may tell. */
    sealer: Pick<Crypto, 'seal'>,
  ): Promise<void>;
  /** A job to be queued once the act is committed. Lost with the process if it dies in between: only for what may be asked again. */
  queues?(
    known: Known,
    input: Input,
    context: Context,
  ): { readonly job: string; readonly asked: Readonly<Record<string, unknown>> } | undefined;
  /** The act may have legal effect: it stops when the Record's witness has been silent for too long (SEC-RE-08). */
  readonly legalEvidence?: boolean;
  /** High-value: the second factor must have been shown within the minutes of the standard (SEC-SE-06). */
  readonly freshFactor?: boolean;
  /** Names of input fields that never enter the Record, logs or remembered answers. */
  readonly secrets?: readonly string[];
  /** Words of the hall and the desk: which kind of object the verb acts on, for `may`. */
  readonly on?: string;
  /** Not offered over HTTP: only jobs, devices and other parts of the program run it. */
  readonly internal?: boolean;
}

export interface Verb<Input = never, Known = never, Result = unknown> extends VerbDefinition<Input, Known, Result> {
  readonly kind: 'verb';
  /** `<room>.<verb-noun>` */
  readonly name: string;
}

// oxlint-disable-next-line typescript/no-explicit-any -- a room's list holds verbs of every input; each is checked where it is defined
export type AnyVerb = Verb<any, any, any>;

/**
 * Declares a verb.
 * @param name `<room>.<verb-noun>`, the same word as its file, its route and its fact
 */
export function verb<Input, Known, Result = undefined>(
  name: string,
  definition: VerbDefinition<Input, Known, Result>,
): Verb<Input, Known, Result> {
  return { kind: 'verb', name, ...definition };
}
