import { Refused } from '../refusal.ts';
import { type ExchangeRefusalCode, fileRefused } from './file-refusals.ts';
import type { Encoding } from './raw-table.ts';

/**
 * Pieces of bytes as text; a byte sequence that the encoding does not know refuses the file. The platform's decoder
 * maps GB18030 as its 2022 edition does (iconv-lite still has the private-use code points of 2005).
 */
export async function* strictText(
  pieces: AsyncIterable<Uint8Array>,
  encoding: Encoding,
  otherwise: ExchangeRefusalCode = 'damaged-file',
): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for await (const piece of pieces) yield decoder.decode(piece, { stream: true });
    yield decoder.decode();
  } catch (error) {
    throw error instanceof TypeError && !(error instanceof Refused) ? fileRefused(otherwise) : error;
  }
}
