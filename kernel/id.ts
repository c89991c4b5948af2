/** A UUID version 7 (RFC 9562 §5.7), made in the application so that any store can hold it. */
export type Id = string;

const pool = new Uint8Array(16 * 256);
let poolAt = pool.length;
const hex = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'));
let lastMillis = 0;
let sequence = 0;

/**
 * A new time-ordered key. Within one millisecond a 12-bit counter keeps the order of making (RFC 9562 §6.2, method 1);
 * when it runs over, the clock is borrowed from by one millisecond.
 */
export function newId(now: number = Date.now()): Id {
  if (now > lastMillis) {
    lastMillis = now;
    sequence = 0;
  } else {
    sequence += 1;
    if (sequence > 0xfff) {
      lastMillis += 1;
      sequence = 0;
    }
  }
  if (poolAt === pool.length) {
    crypto.getRandomValues(pool);
    poolAt = 0;
  }
  const r = pool.subarray(poolAt, poolAt + 8);
  poolAt += 8;
  const high = Math.floor(lastMillis / 65_536);
  const low = lastMillis % 65_536;
  const h = (byte: number) => hex[byte & 0xff]!;
  return (
    h(high >>> 24) +
    h(high >>> 16) +
    h(high >>> 8) +
    h(high) +
    '-' +
    h(low >>> 8) +
    h(low) +
    '-' +
    h(0x70 | (sequence >>> 8)) +
    h(sequence) +
    '-' +
    h(0x80 | (r[0]! & 0x3f)) +
    h(r[1]!) +
    '-' +
    h(r[2]!) +
    h(r[3]!) +
    h(r[4]!) +
    h(r[5]!) +
    h(r[6]!) +
    h(r[7]!)
  );
}

const idForm = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

/** True for the canonical lower-case spelling only, so that one thing has one name. */
export const isId = (text: unknown): text is Id => typeof text === 'string' && idForm.test(text);
