import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalJson, canonicalJsonb } from './canonical.ts';

describe('RFC 8785 canonical JSON', () => {
  test('the example of RFC 8785 §3.2.2 to §3.2.4', () => {
    const input = `{
      "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
      "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
      "literals": [null, true, false]
    }`;
    expect(canonicalJson(JSON.parse(input))).toBe(
      '{"literals":[null,true,false],"numbers":[333333333.3333333,1e+30,4.5,0.002,1e-27],"string":"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"}',
    );
  });

  test('the sorting example of RFC 8785 §3.2.3', () => {
    const input = {
      '\u20ac': 'Euro Sign',
      '\r': 'Carriage Return',
      '\ufb33': 'Hebrew Letter Dalet With Dagesh',
      '1': 'One',
      '\u{1f600}': 'Emoji: Grinning Face',
      '\u0080': 'Control',
      '\u00f6': 'Latin Small Letter O With Diaeresis',
    };
    expect(Object.values(JSON.parse(canonicalJson(input)) as object)).toEqual([
      'One', // a parser puts integer names first; the text itself is compared below
      'Carriage Return',
      'Control',
      'Latin Small Letter O With Diaeresis',
      'Euro Sign',
      'Emoji: Grinning Face',
      'Hebrew Letter Dalet With Dagesh',
    ]);
    expect(canonicalJson(input).indexOf('"\\r"')).toBe(1);
  });

  test('numbers of RFC 8785 Appendix B', () => {
    const samples: [bits: bigint, text: string][] = [
      [0x0000000000000000n, '0'],
      [0x8000000000000000n, '0'],
      [0x0000000000000001n, '5e-324'],
      [0x7fefffffffffffffn, '1.7976931348623157e+308'],
      [0x4340000000000000n, '9007199254740992'],
      [0x4430000000000000n, '295147905179352830000'],
      [0x44b52d02c7e14af5n, '9.999999999999997e+22'],
      [0x444b1ae4d6e2ef4en, '999999999999999700000'],
      [0x3eb0c6f7a0b5ed8cn, '9.999999999999997e-7'],
      [0x41b3de4355555553n, '333333333.3333332'],
      [0xbecbf647612f3696n, '-0.0000033333333333333333'],
    ];
    for (const [bits, text] of samples) {
      expect(canonicalJson(new Float64Array(BigUint64Array.of(bits).buffer)[0])).toBe(text);
    }
    expect(() => canonicalJson(Number.NaN)).toThrow('no JSON for NaN');
    expect(() => canonicalJson(Number.POSITIVE_INFINITY)).toThrow('no JSON for Infinity');
  });

  test('any order of members gives the same text, and parsing gives the value back', () => {
    fc.assert(
      fc.property(fc.json(), (text) => {
        const value: unknown = JSON.parse(text);
        const canonical = canonicalJson(value);
        expect(canonicalJson(JSON.parse(canonical))).toBe(canonical);
        expect(JSON.parse(canonical)).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });

  test('SEC-RE-09 line breaks, controls, separators and rare hanzi stay inside their string', () => {
    const value = { why: 'a\nb\r\n","outcome":"done\u0001\u2028', name: '𠮷\u{2CEB0}㐂' };
    const text = canonicalJson(value);
    for (const control of ['\n', '\r', '\u0001']) expect(text).not.toContain(control);
    expect(JSON.parse(text)).toEqual(value);
  });

  test('numbers that fall on one double but are not one number hash apart', () => {
    expect(canonicalJsonb('{"a": 0.1}')).toBe('{"a":0.1}');
    expect(canonicalJsonb('{"a": 0.1000000000000000055511151231257827}')).toBe(
      '{"a":0.1000000000000000055511151231257827}',
    );
    expect(canonicalJsonb('{"a": 9007199254740993}')).toBe('{"a":9007199254740993}');
    expect(canonicalJsonb('{"a": 9007199254740992}')).toBe('{"a":9007199254740992}');
    expect(canonicalJsonb('1000000000000000000000')).toBe('1e+21');
    expect(canonicalJsonb('{"a": "12345678901234567890"}')).toBe('{"a":"12345678901234567890"}');
  });
});
