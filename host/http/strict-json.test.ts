import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { JsonRefused, parseStrictJson } from './strict-json.ts';

const limits = { depth: 32, keys: 1_000, array: 10_000 };
const parse = (text: string) => parseStrictJson(new TextEncoder().encode(text), limits);

describe('SEC-IN-03 strict JSON', () => {
  test('SEC-IN-03 reads whatever JSON.stringify writes, and means the same', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 8 }), (value) => {
        const text = JSON.stringify(value);
        fc.pre(!/"(__proto__|constructor|prototype)"/.test(text));
        fc.pre(
          !text
            .match(/-?\d+(\.\d+)?(e[+-]?\d+)?/gi)
            ?.some((each) => Number.isInteger(Number(each)) && !Number.isSafeInteger(Number(each))),
        );
        expect(parse(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  test.each([
    ['duplicate keys', '{"a":1,"a":2}'],
    ['duplicate keys through an escape', String.raw`{"a":1,"\u0061":2}`],
    ['forbidden keys', '{"__proto__":{}}'],
    ['a forbidden key deep down', '{"a":[{"constructor":1}]}'],
    ['numbers that are not exact', '{"a":9007199254740993}'],
    ['numbers without end', '{"a":1e999}'],
    ['two values', '{} {}'],
    ['a trailing comma', '[1,]'],
    ['a leading zero', '{"a":01}'],
    ['an open string', '{"a":"b'],
    ['a raw control character', '{"a":"\u0001"}'],
    ['nothing', ''],
    ['a byte order mark', '\uFEFF{}'],
    ['nesting', `${'['.repeat(40)}${']'.repeat(40)}`],
  ])('SEC-IN-03 refuses %s', (_what, text) => {
    expect(() => parse(text)).toThrow(JsonRefused);
  });

  test('SEC-IN-03 refuses invalid UTF-8', () => {
    expect(() => parseStrictJson(Uint8Array.from([0x22, 0xc3, 0x28, 0x22]), limits)).toThrow(JsonRefused);
  });

  test('SEC-IN-03 anything JSON.parse refuses is refused here', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        let fine = true;
        try {
          JSON.parse(text);
        } catch {
          fine = false;
        }
        fc.pre(!fine);
        expect(() => parse(text)).toThrow(JsonRefused);
      }),
    );
  });
});
