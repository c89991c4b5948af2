import { describe, expect, test } from 'vitest';
import {
  isRequestProof,
  isTokenForm,
  newPaperCode,
  newToken,
  paperCodeHash,
  requestProof,
  tokenHash,
} from './session-token.ts';

describe('SEC-SE-01 session ids', () => {
  test('SEC-SE-01 a token carries 256 random bits and never comes twice', () => {
    const tokens = new Set(Array.from({ length: 2000 }, newToken));
    expect(tokens.size).toBe(2000);
    for (const token of tokens) expect(Buffer.from(token, 'base64url')).toHaveLength(32);
    expect([...tokens].every(isTokenForm)).toBe(true);
  });

  test('SEC-SE-01 the store keeps a hash from which the token cannot be read', () => {
    const token = newToken();
    expect(tokenHash(token)).toHaveLength(32);
    expect(tokenHash(token).toString('base64url')).not.toContain(token);
    expect(tokenHash(token).equals(tokenHash(newToken()))).toBe(false);
  });
});

describe('SEC-SE-07 request proof', () => {
  test('SEC-SE-07 belongs to one session and is not its token', () => {
    const [mine, other] = [newToken(), newToken()];
    expect(isRequestProof(mine, requestProof(mine))).toBe(true);
    expect(isRequestProof(mine, requestProof(other))).toBe(false);
    expect(isRequestProof(mine, mine)).toBe(false);
    expect(isRequestProof(mine, undefined)).toBe(false);
    expect(isRequestProof(mine, '')).toBe(false);
  });
});

describe('SEC-ID-12 codes on paper', () => {
  test('SEC-ID-12 a code carries at least 128 random bits and may be typed sloppily', () => {
    const code = newPaperCode();
    expect(code).toMatch(/^([2-9A-HJKMNP-Z]{4}-){6}[2-9A-HJKMNP-Z]{4}$/);
    expect(28 * Math.log2(31)).toBeGreaterThanOrEqual(128);
    expect(paperCodeHash(` ${code.toLowerCase().replaceAll('-', ' ')} `).equals(paperCodeHash(code))).toBe(true);
    expect(paperCodeHash(newPaperCode()).equals(paperCodeHash(code))).toBe(false);
  });
});
