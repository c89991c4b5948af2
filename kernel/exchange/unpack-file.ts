import { createReadStream, createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import { fileRefused } from './file-refusals.ts';

/**
 * Unpacks a gzip file beside the event loop, up to so many bytes; what was written of one that is refused or broken off is gone again.
 * @throws Refused `unpacks-too-large` or `damaged-file`; the signal's reason where it is stopped
 */
export async function unpackFile(from: string, to: string, most: number, signal?: AbortSignal): Promise<void> {
  let bytes = 0;
  const bound = new Transform({
    transform(part: Buffer, _encoding, done) {
      bytes += part.length;
      done(bytes > most ? fileRefused('unpacks-too-large', { maxMb: Math.round(most / 1_048_576) }) : null, part);
    },
  });
  const out = createWriteStream(to, { mode: 0o600 });
  try {
    await pipeline(createReadStream(from), createGunzip(), bound, out, signal ? { signal } : {});
  } catch (error) {
    await rm(to, { force: true });
    const code = (error as { code?: unknown }).code;
    throw typeof code === 'string' && code.startsWith('Z_') ? fileRefused('damaged-file') : error;
  }
}
