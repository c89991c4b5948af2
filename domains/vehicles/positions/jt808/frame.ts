/**
 * Framing of JT/T 808-2019, 4.4: a message lies between two 0x7e; inside, 0x7e travels as 0x7d 0x02 and 0x7d as 0x7d 0x01; its last byte is
 * the exclusive or of all before it. The 2013 edition frames alike.
 */

const flag = 0x7e;
const escape = 0x7d;

/** Header of 21 bytes at most, a body of ten bits of length, the check byte; each may have been doubled by escaping. */
export const longestFrame = 2 * (21 + 1023 + 1);

/** Why bytes between two flags are no message. */
export type FrameFault = 'too-long' | 'bad-escape' | 'bad-check' | 'too-short';

export type Framed = { readonly message: Buffer } | { readonly fault: FrameFault; readonly bytes?: Uint8Array };

/** Header and body with the check byte taken off, or why not. */
export function unframe(inside: Uint8Array): Framed {
  const plain = Buffer.alloc(inside.length);
  let length = 0;
  for (let at = 0; at < inside.length; at += 1) {
    const byte = inside[at]!;
    if (byte !== escape) plain[length++] = byte;
    else {
      const next = inside[(at += 1)];
      if (next !== 1 && next !== 2) return { fault: 'bad-escape' };
      plain[length++] = next === 1 ? escape : flag;
    }
  }
  if (length < 2) return { fault: 'too-short' };
  if (checkOf(plain.subarray(0, length - 1)) !== plain[length - 1]) return { fault: 'bad-check' };
  return { message: plain.subarray(0, length - 1) };
}

/** A message as it goes over the line, flags and check byte with it. */
export function frame(message: Uint8Array): Buffer {
  const out = [flag];
  const put = (byte: number) => {
    if (byte === flag) out.push(escape, 2);
    else if (byte === escape) out.push(escape, 1);
    else out.push(byte);
  };
  for (const byte of message) put(byte);
  put(checkOf(message));
  out.push(flag);
  return Buffer.from(out);
}

const checkOf = (bytes: Uint8Array): number => {
  let sum = 0;
  for (const byte of bytes) sum ^= byte;
  return sum;
};

/**
 * Cuts what a connection brings, in whatever pieces, into messages. Never holds more than one frame of the greatest length: what is longer
 * is passed over up to the next flag. One flag may end a frame and begin the next.
 */
export class FrameCutter {
  #held: Uint8Array = Buffer.alloc(0);
  #overflowed = false;
  #begun = false;

  /** Bytes that wait for their flag. */
  get held(): number {
    return this.#held.length;
  }

  *cut(piece: Uint8Array): Generator<Framed> {
    let from = 0;
    while (from < piece.length) {
      const to = piece.indexOf(flag, from);
      const end = to === -1 ? piece.length : to;
      if (this.#begun) this.#keep(piece.subarray(from, end));
      if (to === -1) return;
      if (this.#begun && (this.#overflowed || this.#held.length > 0)) {
        const inside = this.#held;
        const overflowed = this.#overflowed;
        this.#held = Buffer.alloc(0);
        this.#overflowed = false;
        const framed: Framed = overflowed ? { fault: 'too-long' } : unframe(inside);
        yield 'fault' in framed ? { ...framed, bytes: inside } : framed;
      }
      this.#begun = true;
      from = to + 1;
    }
  }

  #keep(piece: Uint8Array): void {
    if (this.#overflowed || piece.length === 0) return;
    if (this.#held.length + piece.length > longestFrame) {
      this.#held = Buffer.alloc(0);
      this.#overflowed = true;
    } else this.#held = this.#held.length === 0 ? Buffer.from(piece) : Buffer.concat([this.#held, piece]);
  }
}
