import { createReadStream } from 'node:fs';
import { fileRefused } from './file-refusals.ts';
import type { Delimiter, Detected, Encoding } from './raw-table.ts';

type CsvDetected = Extract<Detected, { format: 'csv' }>;

/** What the importer may say, so that nothing needs to be recognised. */
export interface CsvDeclared {
  readonly encoding?: Encoding;
  readonly delimiter?: Delimiter;
}

/**
 * Recognises encoding and delimiter of a CSV file and says how sure it is. The whole file is decoded strictly: UTF-8
 * first (text of another encoding almost never happens to be valid UTF-8), then GB18030; anything else is refused.
 */
export async function detectCsv(path: string, declared: CsvDeclared = {}): Promise<CsvDetected> {
  const { encoding, encodingKnown } = await detectEncoding(path, declared.encoding);
  const delimiter = declared.delimiter ?? likeliestDelimiter(await firstText(path, encoding));
  return { format: 'csv', encoding, encodingKnown, delimiter };
}

async function detectEncoding(
  path: string,
  declared: Encoding | undefined,
): Promise<Pick<CsvDetected, 'encoding' | 'encodingKnown'>> {
  const utf8 = new Trial('utf-8');
  const gb18030 = new Trial('gb18030');
  let mark: Encoding | null = null;
  let first = true;
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) {
    const bytes = piece as Buffer;
    if (first) mark = byteOrderMark(bytes);
    first = false;
    if (bytes.includes(0)) throw fileRefused('unknown-encoding');
    utf8.read(bytes);
    // As long as every byte is ASCII both readings are the same, and the second is not needed.
    if (utf8.failed || utf8.manyBytes || declared === 'gb18030' || mark === 'gb18030') gb18030.read(bytes);
  }
  utf8.end();
  gb18030.end();
  const trialOf = { 'utf-8': utf8, gb18030 };
  const said = declared ?? mark;
  if (said !== null && said !== undefined) {
    if (trialOf[said].failed) throw fileRefused('unknown-encoding');
    return { encoding: said, encodingKnown: declared ? 'declared' : 'marked' };
  }
  if (!utf8.failed) {
    const onlyOneReading = !utf8.manyBytes || utf8.usual || gb18030.failed;
    return { encoding: 'utf-8', encodingKnown: onlyOneReading ? 'proved' : 'likely' };
  }
  if (gb18030.failed) throw fileRefused('unknown-encoding');
  return { encoding: 'gb18030', encodingKnown: gb18030.usual ? 'proved' : 'likely' };
}

/** Reads the file in one encoding and notes whether it can be, and whether what it says is usual Chinese. */
class Trial {
  failed = false;
  #usual = 0;
  #others = 0;
  readonly #encoding: Encoding;
  readonly #decoder: InstanceType<typeof TextDecoder>;

  constructor(encoding: Encoding) {
    this.#encoding = encoding;
    this.#decoder = new TextDecoder(encoding, { fatal: true });
  }

  read(bytes: Buffer): void {
    if (this.failed) return;
    try {
      const text = this.#decoder.decode(bytes, { stream: true });
      // A few thousand characters are enough to tell; the rest of the file is only checked for being decodable.
      if (this.#usual + this.#others > 5000) return;
      if (this.#encoding === 'utf-8') this.#countCharacters(text);
      else this.#countPairs(bytes);
    } catch {
      this.failed = true;
    }
  }

  end(): void {
    try {
      this.#decoder.decode();
    } catch {
      this.failed = true;
    }
  }

  #countCharacters(text: string): void {
    // oxlint-disable-next-line no-control-regex -- ASCII is what is left out
    for (const character of text.match(/[^\u0000-\u007f]/gu)?.slice(0, 5000) ?? []) {
      if (/[\u4e00-\u9fa5\u3000-\u301c\uff01-\uff5e\u2014\u2018-\u201d\u2026]/.test(character)) this.#usual += 1;
      else this.#others += 1;
    }
  }

  // Two high bytes are the everyday hanzi of GB 2312. Accented Latin letters stand before ASCII and make other pairs.
  #countPairs(bytes: Buffer): void {
    for (let at = 0; at < bytes.length && at < 50_000; at++) {
      if (bytes[at]! < 0x80) continue;
      if (bytes[at]! >= 0xa1 && (bytes[at + 1] ?? 0) >= 0xa1) this.#usual += 1;
      else this.#others += 1;
      at += 1;
    }
  }

  get manyBytes(): boolean {
    return this.#usual + this.#others > 0;
  }

  get usual(): boolean {
    return this.#usual > this.#others * 4;
  }
}

function byteOrderMark(bytes: Buffer): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  return bytes.length >= 4 && bytes.readUInt32BE(0) === 0x84319533 ? 'gb18030' : null;
}

async function firstText(path: string, encoding: Encoding): Promise<string> {
  const decoder = new TextDecoder(encoding);
  for await (const piece of createReadStream(path, { end: 65_535 }))
    return decoder.decode(piece as Buffer, { stream: true });
  throw fileRefused('empty-file');
}

const delimiters: readonly Delimiter[] = [',', ';', '\t'];

/** The delimiter that cuts the first records into the same number of cells, the more the better. */
export function likeliestDelimiter(text: string): Delimiter {
  const counts = delimiters.map((delimiter) => {
    const cells = cellsPerRecord(text, delimiter);
    const usual = cells[0] ?? 1;
    return { delimiter, score: usual === 1 ? 0 : cells.filter((count) => count === usual).length * usual };
  });
  return counts.toSorted((a, b) => b.score - a.score)[0]!.delimiter;
}

function cellsPerRecord(text: string, delimiter: Delimiter): number[] {
  const counts: number[] = [];
  let cells = 1;
  let quoted = false;
  let filled = false;
  for (const character of text) {
    if (character === '"') quoted = !quoted;
    else if (!quoted && character === delimiter) cells += 1;
    else if (!quoted && character === '\n') {
      if (filled) counts.push(cells);
      if (counts.length === 20) return counts;
      cells = 1;
      filled = false;
      continue;
    }
    filled ||= character.trim() !== '';
  }
  if (filled) counts.push(cells);
  return counts;
}
