/** Why a body was not taken; the position is told, the content is not. */
export class JsonRefused extends Error {}

export interface JsonLimits {
  readonly depth: number;
  readonly keys: number;
  readonly array: number;
}

const forbidden = new Set(['__proto__', 'constructor', 'prototype']);
const number = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const plain = /[^"\\\u0000-\u001f]*/y;

/**
 * JSON as RFC 8259 means it and stricter, because two readers of one text must understand the same (SEC-IN-03): duplicate keys,
 * broken UTF-8, deep nesting, whole numbers beyond what is exact, and keys that reach into the runtime are refused.
 */
export function parseStrictJson(bytes: Uint8Array, limits: JsonLimits): unknown {
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new JsonRefused('not UTF-8');
  }
  let at = 0;
  let keys = 0;
  const fail = (why: string): never => {
    throw new JsonRefused(`${why} at ${at}`);
  };
  const space = () => {
    for (
      let code = text.charCodeAt(at);
      code === 32 || code === 10 || code === 13 || code === 9;
      code = text.charCodeAt(at)
    )
      at += 1;
  };
  const string = (): string => {
    const from = at;
    at += 1;
    for (;;) {
      plain.lastIndex = at;
      plain.exec(text);
      at = plain.lastIndex;
      const mark = text[at];
      if (mark === '"') break;
      if (mark !== '\\') fail('string not closed');
      at += 2;
    }
    at += 1;
    try {
      return JSON.parse(text.slice(from, at)) as string;
    } catch {
      return fail('string');
    }
  };
  const word = <T>(spelled: string, value: T): T => {
    if (!text.startsWith(spelled, at)) fail('unexpected');
    at += spelled.length;
    return value;
  };
  const numeral = (): number => {
    number.lastIndex = at;
    const match = number.exec(text);
    if (!match) return fail('unexpected');
    at = number.lastIndex;
    const value = Number(match[0]);
    if (!Number.isFinite(value) || (Number.isInteger(value) && !Number.isSafeInteger(value)))
      fail('number out of range');
    return value;
  };
  const value = (depth: number): unknown => {
    if (depth > limits.depth) fail('nested too deep');
    space();
    switch (text[at]) {
      case '{':
        return object(depth);
      case '[':
        return array(depth);
      case '"':
        return string();
      case 't':
        return word('true', true);
      case 'f':
        return word('false', false);
      case 'n':
        return word('null', null);
      default:
        return numeral();
    }
  };
  const object = (depth: number): Record<string, unknown> => {
    const found: Record<string, unknown> = {};
    at += 1;
    space();
    if (text[at] === '}') return ((at += 1), found);
    for (;;) {
      space();
      if (text[at] !== '"') fail('key expected');
      const key = string();
      if (forbidden.has(key)) fail('forbidden key');
      if (Object.hasOwn(found, key)) fail('duplicate key');
      if ((keys += 1) > limits.keys) fail('too many keys');
      space();
      if (text[at] !== ':') fail('colon expected');
      at += 1;
      found[key] = value(depth + 1);
      space();
      if (text[at] === '}') return ((at += 1), found);
      if (text[at] !== ',') fail('comma expected');
      at += 1;
    }
  };
  const array = (depth: number): unknown[] => {
    const found: unknown[] = [];
    at += 1;
    space();
    if (text[at] === ']') return ((at += 1), found);
    for (;;) {
      found.push(value(depth + 1));
      if (found.length > limits.array) fail('array too long');
      space();
      if (text[at] === ']') return ((at += 1), found);
      if (text[at] !== ',') fail('comma expected');
      at += 1;
    }
  };
  const found = value(1);
  space();
  if (at !== text.length) fail('more than one value');
  return found;
}
