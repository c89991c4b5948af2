import { randomBytes as systemRandom, timingSafeEqual } from 'node:crypto';
import { bytesOf } from './algorithm.ts';

/** Random bytes of the operating system's generator (SEC-CR-09). */
export const randomBytes = (count: number): Buffer => systemRandom(count);

/** A secret for people or programs to carry: `bytes` of randomness in base64url (32 bytes give 43 characters). */
export const randomSecret = (bytes = 32): string => systemRandom(bytes).toString('base64url');

/**
 * Compares two secrets in a time that does not tell how much of them agrees (SEC-CR-09). Different lengths are different;
 * a length is not secret.
 */
export function sameSecret(a: Uint8Array | string, b: Uint8Array | string): boolean {
  const left = bytesOf(a);
  const right = bytesOf(b);
  return left.length === right.length && timingSafeEqual(left, right);
}
