import { fileRefused } from './file-refusals.ts';

export interface XmlEvents {
  /** `attributes` is the raw text behind the name; read it with {@link attributeOf}. A self-closing tag opens and closes. */
  open(name: string, attributes: string): void;
  close(name: string): void;
  /** Raw text, entities still in it unless `literal` (CDATA). */
  text(text: string, literal: boolean): void;
}

const longestPiece = 2 * 1024 * 1024;
const deepest = 64;

/**
 * Reads XML piece by piece and knows no DTD: `<!DOCTYPE`, `<!ENTITY` and every other declaration is refused when its
 * first characters are seen, so that there is nothing to expand and nothing to fetch (SEC-FI-04). Names come without
 * their prefix. Depth and the length of one tag or text are bounded.
 */
export class XmlScanner {
  readonly #events: XmlEvents;
  readonly #names: string[] = [];
  #pending = '';

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  write(piece: string): void {
    const source = this.#pending + piece;
    let at = 0;
    for (;;) {
      const tag = source.indexOf('<', at);
      if (tag < 0) break;
      const next = source.codePointAt(tag + 1);
      const end =
        next === bang
          ? this.#declaration(source, at, tag)
          : next === question
            ? this.#instruction(source, tag)
            : this.#tag(source, at, tag);
      if (end < 0) break;
      at = end;
    }
    this.#pending = source.slice(at);
    if (this.#pending.length > longestPiece) throw fileRefused('damaged-file');
  }

  end(): void {
    if (this.#names.length > 0 || this.#pending.includes('<')) throw fileRefused('damaged-file');
  }

  #text(source: string, from: number, to: number): void {
    if (to > from) this.#events.text(source.slice(from, to), false);
  }

  /** Answers where to go on, or -1 when the piece ends inside. */
  #tag(source: string, from: number, tag: number): number {
    const end = tagEnd(source, tag + 1);
    if (end < 0) return -1;
    this.#text(source, from, tag);
    if (source.codePointAt(tag + 1) === slash) {
      const name = localName(source.slice(tag + 2, end).trimEnd());
      if (this.#names.pop() !== name) throw fileRefused('damaged-file');
      this.#events.close(name);
      return end + 1;
    }
    const closed = source.codePointAt(end - 1) === slash;
    const last = closed ? end - 1 : end;
    const nameEnd = endOfName(source, tag + 1, last);
    const name = localName(source.slice(tag + 1, nameEnd));
    this.#events.open(name, source.slice(nameEnd, last));
    if (closed) this.#events.close(name);
    else if (this.#names.push(name) > deepest) throw fileRefused('damaged-file');
    return end + 1;
  }

  #declaration(source: string, from: number, tag: number): number {
    if (source.startsWith('<!--', tag)) {
      const end = source.indexOf('-->', tag + 4);
      if (end < 0) return -1;
      this.#text(source, from, tag);
      return end + 3;
    }
    if (source.startsWith('<![CDATA[', tag)) {
      const end = source.indexOf(']]>', tag + 9);
      if (end < 0) return -1;
      this.#text(source, from, tag);
      this.#events.text(source.slice(tag + 9, end), true);
      return end + 3;
    }
    const opening = source.slice(tag, tag + 9);
    if (opening.length < 9 && ('<!--'.startsWith(opening) || '<![CDATA['.startsWith(opening))) return -1;
    throw fileRefused('xml-with-dtd');
  }

  #instruction(source: string, tag: number): number {
    const end = source.indexOf('?>', tag + 2);
    if (end < 0) return -1;
    const encoding = /\sencoding\s*=\s*["']([^"']*)["']/.exec(source.slice(tag, end))?.[1];
    if (encoding !== undefined && encoding.toLowerCase() !== 'utf-8') throw fileRefused('damaged-file');
    return end + 2;
  }
}

const bang = 33;
const question = 63;
const slash = 47;

function tagEnd(source: string, from: number): number {
  let quote = 0;
  for (let at = from; at < source.length; at++) {
    const code = source.charCodeAt(at);
    if (quote !== 0) {
      if (code === quote) quote = 0;
    } else if (code === 34 || code === 39) quote = code;
    else if (code === 62) return at;
    else if (code === 60) throw fileRefused('damaged-file');
  }
  return -1;
}

function endOfName(source: string, from: number, to: number): number {
  let at = from;
  while (at < to && source.charCodeAt(at) > 32) at++;
  return at;
}

const localName = (name: string): string => {
  const colon = name.indexOf(':');
  return colon < 0 ? name : name.slice(colon + 1);
};

/** The value of one attribute, decoded, or null. `name` is the local name: `id` finds `r:id` too. */
export function attributeOf(attributes: string, name: string): string | null {
  let at = 0;
  while (at < attributes.length) {
    while (attributes.charCodeAt(at) <= 32) at++;
    const equals = attributes.indexOf('=', at);
    if (equals < 0) return null;
    let open = equals + 1;
    while (attributes.charCodeAt(open) <= 32) open++;
    const close = attributes.indexOf(attributes.charAt(open), open + 1);
    if (close < 0) return null;
    if (localName(attributes.slice(at, equals).trimEnd()) === name) return decodeXml(attributes.slice(open + 1, close));
    at = close + 1;
  }
  return null;
}

const entity = /&(?:(lt|gt|amp|quot|apos)|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));|&/g;
const named: Readonly<Record<string, string>> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

/** Replaces the five entities of XML and character numbers; any other entity would need a DTD and is refused. */
export function decodeXml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(entity, (whole, word?: string, decimal?: string, hexadecimal?: string) => {
    if (word !== undefined) return named[word]!;
    const code = decimal === undefined ? Number.parseInt(hexadecimal ?? '', 16) : Number(decimal);
    if (whole === '&' || !(code <= 0x10ffff)) throw fileRefused('damaged-file');
    return String.fromCodePoint(code);
  });
}
