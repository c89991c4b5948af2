import * as fc from 'fast-check';
import { generateSync } from 'otplib';
import { describe, expect, test } from 'vitest';
import { codeAtStep, factorUri, newFactorSecret, stepAt, stepOfCode, toBase32 } from './one-time-code.ts';

const rfcSecret = Buffer.from('12345678901234567890');

describe('SEC-ID-11 one-time codes', () => {
  // RFC 6238 appendix B, SHA-1 column.
  test.each([
    [59, '94287082'],
    [1111111109, '07081804'],
    [1111111111, '14050471'],
    [1234567890, '89005924'],
    [2000000000, '69279037'],
    [20000000000, '65353130'],
  ])('SEC-ID-11 RFC 6238 vector at %d s', (seconds, code) => {
    expect(codeAtStep(rfcSecret, stepAt(new Date(seconds * 1000)), 8)).toBe(code);
  });

  test('SEC-ID-11 the same codes as an independent implementation', () => {
    for (let i = 0; i < 50; i += 1) {
      const secret = newFactorSecret();
      const epoch = 1_700_000_000 + i * 7919;
      expect(codeAtStep(secret, stepAt(new Date(epoch * 1000)))).toBe(
        generateSync({ secret: toBase32(secret), epoch }),
      );
    }
  });

  const now = new Date('2026-03-02T09:00:10+08:00');
  test('SEC-ID-11 one step either side is taken, two are not', () => {
    for (const [off, taken] of [
      [-2, false],
      [-1, true],
      [0, true],
      [1, true],
      [2, false],
    ] as const) {
      const found = stepOfCode(rfcSecret, codeAtStep(rfcSecret, stepAt(now) + off), now, 0);
      expect(found).toBe(taken ? stepAt(now) + off : undefined);
    }
  });

  test('SEC-ID-11 a code works once, and no earlier code works after it', () => {
    const used = stepOfCode(rfcSecret, codeAtStep(rfcSecret, stepAt(now)), now, 0)!;
    expect(stepOfCode(rfcSecret, codeAtStep(rfcSecret, used), now, used)).toBeUndefined();
    expect(stepOfCode(rfcSecret, codeAtStep(rfcSecret, used - 1), now, used)).toBeUndefined();
    expect(stepOfCode(rfcSecret, codeAtStep(rfcSecret, used + 1), now, used)).toBe(used + 1);
  });

  test('SEC-ID-11 anything but six digits is wrong', () => {
    for (const code of ['', '12345', '1234567', 'abcdef', '１２３４５６', '-12345']) {
      expect(stepOfCode(rfcSecret, code, now, 0)).toBeUndefined();
    }
  });

  test('base32 keeps every bit', () => {
    expect(toBase32(Buffer.from('foobar'))).toBe('MZXW6YTBOI');
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (bytes) => {
        const bits = [...toBase32(bytes)]
          .map((letter) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'))
          .join('');
        const back = Uint8Array.from({ length: bytes.length }, (_, i) =>
          Number.parseInt(bits.slice(i * 8, i * 8 + 8), 2),
        );
        expect(back).toEqual(bytes);
      }),
    );
  });

  test('the address for an app names the office and the account', () => {
    const uri = factorUri(rfcSecret, '林芳', 'OpenGOA 临江市');
    expect(uri).toContain('otpauth://totp/OpenGOA%20');
    expect(uri).toContain('secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ');
  });
});
