import { createHash } from 'node:crypto';
import type { Logger } from 'pino';
import { fillWords, isRefusal, type Actor, type Id, type Refusal } from '@opengoa/kernel';
import { dayOf } from '@opengoa/kernel/calendar';
import {
  boundedQueue,
  matchTopic,
  runVerb,
  type AnyCollect,
  type Kernel,
  type ParkedReason,
} from '@opengoa/kernel/host';
import { JsonRefused, parseStrictJson } from '../http/strict-json.ts';
import { plainText } from '../http/plain-text.ts';
import { pace } from './pace.ts';

export interface Message {
  readonly topic: string;
  readonly payload: Uint8Array;
}

export interface Sender {
  readonly actor: Actor;
  /** Holds the sender to its own topics: `{device}` is its name or its account. An outside broker answers for its own. */
  readonly ownTopics: boolean;
}

/** Nothing of the message was kept: whoever sent it must send it again. Said by not acknowledging it. */
export class NotKept extends Error {}

export interface Receiver {
  /**
   * Takes one message to its end: kept by its room's verb and committed, or parked with its reason and committed. Only then it may be
   * acknowledged (SEC-TE-01).
   * @throws NotKept when neither was possible just now
   */
  receive(from: Sender, message: Message): Promise<'kept' | 'parked'>;
  /** Largest message, in bytes. */
  readonly largest: () => number;
  readonly figures: { kept: number; parked: number; turnedAway: number };
}

interface Fit {
  readonly collect: AnyCollect;
  readonly input: unknown;
}

interface Unfit {
  readonly reason: ParkedReason;
  readonly collect: AnyCollect | null;
  readonly detail: string;
}

/** What comes from devices, whichever way: at most so many at once, so many waiting, and one device never before all others (SEC-TE-07). */
export function openReceiver(kernel: Kernel, log: Logger, at: { atOnce?: number; waiting?: number } = {}): Receiver {
  const queue = boundedQueue({
    running: at.atOnce ?? 6,
    waiting: at.waiting ?? 2_000,
    waitingPerOrigin: 200,
    patienceMs: 20_000,
  });
  const limit = (item: string) =>
    kernel.registers.standards().numberOn('kernel.collecting', dayOf(kernel.clock()), [], { item });
  const messages = pace(60_000);
  const parked = pace(3_600_000);
  const figures = { kept: 0, parked: 0, turnedAway: 0 };

  async function take({ actor, ownTopics }: Sender, { topic, payload }: Message): Promise<'kept' | 'parked'> {
    const sha256 = createHash('sha256').update(payload).digest('hex');
    const judged = judge(kernel, actor, ownTopics, topic, payload);
    if ('input' in judged) {
      const name = judged.collect.verb;
      const answer = await runVerb(kernel, {
        name,
        input: judged.input,
        actor,
        requestId: requestOf(actor, topic, sha256),
      });
      if (!isRefusal(answer)) return 'kept';
      if (answer.status >= 500) throw new NotKept(answer.code);
      return park(actor, topic, payload, sha256, {
        reason: 'refused',
        collect: judged.collect,
        detail: saidOf(kernel, name, answer),
      });
    }
    return park(actor, topic, payload, sha256, judged);
  }

  async function park(
    actor: Actor,
    topic: string,
    payload: Uint8Array,
    sha256: string,
    { reason, collect, detail }: Unfit,
  ): Promise<'parked'> {
    const device = actor.account ?? actor.name;
    if (parked.waitMs(device, limit('parked-an-hour')) > 0) throw new NotKept('too many messages parked');
    const answer = await runVerb(kernel, {
      name: 'kernel.park-message',
      input: {
        collect: collect?.name ?? null,
        topic: topic.slice(0, 500),
        reason,
        bytes: payload.length,
        sha256,
        detail: detail.slice(0, 2_000),
        excerpt: excerptOf(payload),
      },
      actor,
      requestId: requestOf(actor, `parked ${topic}`, sha256),
    });
    if (isRefusal(answer)) throw new NotKept(answer.code);
    parked.count(device);
    return 'parked';
  }

  return {
    figures,
    largest: () => limit('message'),
    async receive(from, message) {
      const device = from.actor.account ?? from.actor.name;
      try {
        // Slowed, not refused: what was sent in a burst is not lost, and the sender feels the pressure in its own line.
        const wait = messages.waitMs(device, limit('messages-a-minute'));
        if (wait > 0) await new Promise((done) => setTimeout(done, wait));
        messages.count(device);
        const outcome = await queue.run(() => take(from, message), device);
        figures[outcome] += 1;
        return outcome;
      } catch (error) {
        figures.turnedAway += 1;
        if (!(error instanceof NotKept)) log.warn({ err: error as Error, topic: message.topic }, 'message not kept');
        throw error instanceof NotKept ? error : new NotKept((error as Error).message);
      }
    },
  };
}

/** Pure: what a message is to the house, or why it is nothing to it. */
export function judge(
  kernel: Pick<Kernel, 'collects' | 'clock'>,
  actor: Pick<Actor, 'account' | 'name'>,
  ownTopics: boolean,
  topic: string,
  payload: Uint8Array,
): Fit | Unfit {
  for (const collect of kernel.collects) {
    const places = matchTopic(collect.topic, topic);
    if (places === null) continue;
    if (ownTopics && places['device'] !== actor.name && places['device'] !== actor.account)
      return {
        reason: 'topic-not-yours',
        collect,
        detail: `本设备账号为 ${actor.name} · this device is ${actor.name}`,
      };
    let json: unknown;
    try {
      json = parseStrictJson(payload, { depth: 8, keys: 20_000, array: 10_000 });
    } catch (error) {
      if (!(error instanceof JsonRefused)) throw error;
      return { reason: 'not-json', collect, detail: error.message };
    }
    const { value, unfit } = plainText(json);
    const parsed = collect.payload.safeParse(value);
    if (unfit.length > 0 || !parsed.success) {
      const issues =
        parsed.error?.issues.slice(0, 10).map(({ path, message }) => `${path.join('.')}: ${message}`) ?? [];
      return { reason: 'shape-differs', collect, detail: issues.join('; ') || 'text that is not plain' };
    }
    return { collect, input: collect.input(parsed.data as never, { places, receivedAt: kernel.clock() }) };
  }
  return { reason: 'topic-unknown', collect: null, detail: '' };
}

/** The same message of the same device is the same request, however often it comes: its answer is remembered (RFC 9562 version 8). */
function requestOf(actor: Pick<Actor, 'account' | 'name'>, topic: string, sha256: string): Id {
  const hex = createHash('sha256')
    .update(`${actor.account ?? actor.name}\n${topic}\n${sha256}`)
    .digest('hex');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-a${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}

/** The refusal as an official reads it, with its code for whoever sets the device right. */
function saidOf(kernel: Pick<Kernel, 'refusals'>, verb: string, { code, data }: Refusal): string {
  const room = verb.slice(0, verb.indexOf('.'));
  const words = kernel.refusals.get(`${room}/${code}`) ?? kernel.refusals.get(`kernel/${code}`);
  return `${words ? `${fillWords(words, data).zh} ` : ''}(${code} ${JSON.stringify(data)})`;
}

/** What of it is text, without control characters. */
const excerptOf = (payload: Uint8Array): string =>
  new TextDecoder('utf-8')
    .decode(payload.subarray(0, 1_000))
    // oxlint-disable-next-line no-control-regex -- they are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\ufffd]/g, ' ')
    .trim();
