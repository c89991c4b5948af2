import type { Message } from './header.ts';

/** Whole messages may not grow beyond this, however many parts are announced. */
const mostBytes = 64 * 1024;
const mostParts = 128;
const mostOpen = 4;

interface Open {
  readonly bodies: (Buffer | undefined)[];
  readonly first: Message;
  readonly from: number;
  have: number;
  bytes: number;
}

/**
 * Puts together messages that travel in parts (4.4.3, 消息包封装项). Parts of one message have serial numbers in a row, so the message is named by its
 * id and the serial number of its first part. Bounded: few messages open at once, each of a bounded size and age; what exceeds it is dropped.
 */
export class PartsGatherer {
  readonly #open = new Map<string, Open>();
  readonly #patienceMs: number;

  constructor(patienceMs = 60_000) {
    this.#patienceMs = patienceMs;
  }

  /** Messages begun and not complete. */
  get open(): number {
    return this.#open.size;
  }

  /** @returns the whole message when its last part is here, `too-much` where a bound is passed, otherwise nothing yet */
  take(message: Message, now: number): Message | 'too-much' | undefined {
    const { part, id, serial, edition } = message.header;
    if (!part) return message;
    for (const [key, { from }] of this.#open) if (now - from > this.#patienceMs) this.#open.delete(key);
    if (part.count > mostParts) return 'too-much';
    const key = `${id} ${edition} ${part.count} ${(serial - part.number + 1) & 0xffff}`;
    let open = this.#open.get(key);
    if (!open) {
      if (this.#open.size >= mostOpen) return 'too-much';
      open = { bodies: Array.from({ length: part.count }), first: message, from: now, have: 0, bytes: 0 };
      this.#open.set(key, open);
    }
    if (open.bodies[part.number - 1] === undefined) {
      open.bodies[part.number - 1] = Buffer.from(message.body);
      open.have += 1;
      open.bytes += message.body.length;
    }
    if (open.bytes > mostBytes) {
      this.#open.delete(key);
      return 'too-much';
    }
    if (open.have < part.count) return undefined;
    this.#open.delete(key);
    return { header: { ...message.header, part: null }, body: Buffer.concat(open.bodies as Buffer[]) };
  }
}
