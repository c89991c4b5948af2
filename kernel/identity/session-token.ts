import { createHash, randomBytes, timingSafeEqual } from 'node:crypto';

/** 256 random bits in base64url: session ids, reset codes and machine keys (SEC-SE-01 asks for 128). */
export const newToken = (): string => randomBytes(32).toString('base64url');

const tokenForm = /^[A-Za-z0-9_-]{43}$/;
export const isTokenForm = (text: unknown): text is string => typeof text === 'string' && tokenForm.test(text);

/**
 * What the store keeps of a token. A fast function is enough: a token of 256 random bits cannot be guessed from its hash, and a
 * reader of the table cannot sign in with what it finds there.
 */
export const tokenHash = (token: string): Buffer =>
  createHash('sha256').update('opengoa token\0').update(token).digest();

/**
 * What a page sends as `X-Request-Proof` with every changing request (SEC-SE-07). It follows from the session's token, so it needs no
 * storage and dies with it; the token cannot be found from it.
 */
export const requestProof = (token: string): string =>
  createHash('sha256').update('opengoa request proof\0').update(token).digest('base64url');

/** Whether `given` is the proof of this session, compared in constant time. */
export function isRequestProof(token: string, given: unknown): boolean {
  if (typeof given !== 'string') return false;
  const expected = Buffer.from(requestProof(token));
  const received = Buffer.from(given);
  return expected.length === received.length && timingSafeEqual(expected, received);
}

/** A code people copy from paper: groups of four from an alphabet without 0/O and 1/I/L; 130 random bits. */
export function newPaperCode(): string {
  const alphabet = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
  let code = '';
  while (code.length < 28) {
    for (const byte of randomBytes(40)) {
      // 248 = 8 × 31: bytes above it would favour the first letters.
      if (byte < 248 && code.length < 28) code += alphabet[byte % 31]!;
    }
  }
  return code.match(/.{4}/g)!.join('-');
}

/** The hash of a paper code however it was typed: case, spaces and dashes do not matter. */
export const paperCodeHash = (code: string): Buffer =>
  createHash('sha256')
    .update('opengoa paper code\0')
    .update(code.toUpperCase().replaceAll(/[^A-Z0-9]/g, ''))
    .digest();
