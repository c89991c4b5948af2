import type { z } from 'zod';
import type { Words } from '../words.ts';

/** What a message says besides its payload. */
export interface MessageAbout {
  /** What stood in the named places of the topic. */
  readonly places: Readonly<Record<string, string>>;
  readonly receivedAt: Date;
}

export interface CollectDefinition<Payload> {
  /** `<room>.<noun>`: `energy.readings`. */
  readonly name: string;
  readonly title: Words;
  /** What belongs into a message, for whoever sets up a gateway. */
  readonly about: Words;
  /** `energy/readings/{device}`: begins with the room; `{device}` is the account that sends, by its name or id (SEC-TE-06). */
  readonly topic: string;
  /** A strict zod object: a message that does not fit is parked with its reason. */
  readonly payload: z.ZodType<Payload>;
  /** The verb that keeps it. Sent twice it must change nothing: messages come at least once (SEC-TE-02). */
  readonly verb: string;
  readonly input: (payload: NoInfer<Payload>, about: MessageAbout) => unknown;
  /** One message as it may look; the tests hold it against the schema. */
  readonly example: unknown;
}

/** Messages that devices send on their own, taken as one verb each, as the device that sent them. */
export interface Collect<Payload = never> extends CollectDefinition<Payload> {
  readonly kind: 'collect';
}

// oxlint-disable-next-line typescript/no-explicit-any -- a room takes messages of every shape; each is checked where it is declared
export type AnyCollect = Collect<any>;

/** Declares what a room takes from devices: a topic, the shape of a message, and the verb that keeps it. */
export const collect = <Payload>(definition: CollectDefinition<Payload>): Collect<Payload> => ({
  kind: 'collect',
  ...definition,
});
