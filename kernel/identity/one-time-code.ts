import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

const stepSeconds = 30;
const digits = 6;
const base32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A new shared secret of 160 bits (RFC 4226 §4 R6). */
export const newFactorSecret = (): Buffer => randomBytes(20);

/** RFC 4648 base32 without padding, as authenticator apps take it. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let held = 0;
  let bits = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += base32[(held >>> bits) & 31]!;
    }
    held &= 0xff;
  }
  return bits > 0 ? text + base32[(held << (5 - bits)) & 31]! : text;
}

/** The step a moment falls in, counted from 1970 in units of 30 s (RFC 6238 §4.2). */
export const stepAt = (moment: Date): number => Math.floor(moment.getTime() / 1000 / stepSeconds);

/** HOTP of RFC 4226 §5.3 over HMAC-SHA-1, which is what authenticator apps implement. */
export function codeAtStep(secret: Uint8Array, step: number, length: number = digits): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const mac = createHmac('sha1', secret).update(counter).digest();
  const offset = mac[19]! & 0xf;
  const number = mac.readUInt32BE(offset) & 0x7fffffff;
  return String(number % 10 ** length).padStart(length, '0');
}

/**
 * The step a code belongs to: now, one before or one after, by the server's clock, and later than the step last used: a code works
 * once (SEC-ID-11). Every candidate is compared, in constant time.
 * @returns the step to remember as used, or undefined when the code is wrong, old, or used already
 */
export function stepOfCode(secret: Uint8Array, code: string, now: Date, lastUsedStep: number): number | undefined {
  const given = code.replaceAll(/\s/g, '');
  if (!/^\d{6}$/.test(given)) return undefined;
  let found: number | undefined;
  for (const step of [stepAt(now) - 1, stepAt(now), stepAt(now) + 1]) {
    const same = timingSafeEqual(Buffer.from(codeAtStep(secret, step)), Buffer.from(given));
    if (same && step > lastUsedStep) found ??= step;
  }
  return found;
}

/** What an authenticator app reads from the square code. */
export function factorUri(secret: Uint8Array, account: string, issuer: string): string {
  const label = `${encodeURIComponent(issuer)}:${encodeURIComponent(account)}`;
  const query = new URLSearchParams({ secret: toBase32(secret), issuer, algorithm: 'SHA1', digits: '6', period: '30' });
  return `otpauth://totp/${label}?${query.toString().replaceAll('+', '%20')}`;
}
