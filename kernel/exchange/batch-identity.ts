import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Id } from '../id.ts';
import type { SaidMapping } from './column-mapping.ts';
import type { AnyRow } from './sheet-definition.ts';

/** What makes two imports the same import. */
export interface BatchFingerprint {
  readonly kind: string;
  readonly unit: Id;
  /** Who imports: request ids are answered from memory only to the actor who made them. */
  readonly by: string;
  readonly fileSha256: string;
  readonly sheetName?: string | undefined;
  readonly mapping?: SaidMapping | undefined;
  readonly fill?: AnyRow | undefined;
}

/** A UUID version 8 (RFC 9562 §5.8) that follows from its parts alone. */
function idFrom(...parts: readonly string[]): Id {
  const bytes = createHash('sha256').update(JSON.stringify(parts)).digest().subarray(0, 16);
  bytes[6] = (bytes[6]! & 0x0f) | 0x80;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toString('hex');
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

const sorted = (record: Readonly<Record<string, unknown>> | undefined): unknown =>
  Object.entries(record ?? {}).toSorted(([a], [b]) => (a < b ? -1 : 1));

/** One word for everything that makes two imports the same. */
export const fingerprintOf = (batch: BatchFingerprint): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        batch.kind,
        batch.unit,
        batch.by,
        batch.fileSha256,
        batch.sheetName ?? '',
        sorted(batch.mapping),
        sorted(batch.fill),
      ]),
    )
    .digest('hex');

/**
 * The batch of a fingerprint. The same file sent twice, by a double click or after a crash, is the same batch, so its
 * rows carry the same request ids and are answered from memory (SEC-FI-11).
 * @param generation how many batches of this fingerprint have ended: what was undone may be imported again
 */
export const batchIdOf = (fingerprint: string, generation: number): Id =>
  idFrom('batch', fingerprint, String(generation));

/** The request id under which a row goes in, or is taken back. */
export const requestIdOf = (batchId: Id, line: number, act: 'in' | 'back'): Id =>
  idFrom('row', batchId, String(line), act);

/** SHA-256 of a file's content, in hex. */
export async function fileSha256(path: string): Promise<string> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer);
  return hash.digest('hex');
}
