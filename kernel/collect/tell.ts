import type { z } from 'zod';
import type { Context } from '../context.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { WhoWord } from '../verbs/verb.ts';
import type { Words } from '../words.ts';

/** One message for one device. */
export interface Told<Payload> {
  readonly id: Id;
  /** The device’s account, by its name or id: what stands for `{device}` in the topic. */
  readonly device: string;
  /** The device must hold a right here to be told. */
  readonly unit: Id;
  readonly payload: Payload;
  /** After this instant it is not sent any more. */
  readonly until: Date;
}

export interface TellDefinition<Payload> {
  /** `<room>.<noun>`: `energy.commands`. */
  readonly name: string;
  readonly title: Words;
  /** What a message asks of the device, for whoever sets one up. */
  readonly about: Words;
  /** `energy/commands/{device}`: begins with the room. A device may subscribe to its own and to no other. */
  readonly topic: string;
  readonly payload: z.ZodType<Payload>;
  /** Rights of which the device’s account must hold one at the unit of the message. */
  readonly who: readonly WhoWord[];
  /** What is to be sent now, the most urgent first, and no more than can be sent in a second or two. Asked for every second: it must be cheap. */
  due(tx: Tx, context: Context): Promise<readonly Told<Payload>[]>;
  /** The verb that notes what was handed over, as `{ ids }`. Noted twice it must change nothing more. */
  readonly verb: string;
  readonly example: unknown;
}

/** Messages that the program sends to devices of its own accord. They come at least once: each bears an id, and a device answers twice alike. */
export interface Tell<Payload = never> extends TellDefinition<Payload> {
  readonly kind: 'tell';
}

// oxlint-disable-next-line typescript/no-explicit-any -- a room tells messages of every shape; each is checked where it is declared
export type AnyTell = Tell<any>;

/** Declares what a room tells devices: a topic, the shape of a message, where those that are due stand, and the verb that notes them. */
export const tell = <Payload>(definition: TellDefinition<Payload>): Tell<Payload> => ({ kind: 'tell', ...definition });
