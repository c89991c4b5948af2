import { createHash } from 'node:crypto';
import { open, type FileHandle } from 'node:fs/promises';
import { Refused, refuse } from '../refusal.ts';
import type { FileStoreRefusalCode } from './file-refusals.ts';
import { imagePlan, NotAnImage, type ImageKind, type Piece } from './image-plan.ts';

const refused = (code: FileStoreRefusalCode, data: Record<string, unknown> = {}) => new Refused(refuse(code, data));
const step = 262_144;

/**
 * Writes a picture anew without what says where, when, by whom and with what it was taken (SEC-FI-09).
 * @param pixels most pixels it may have
 * @throws Refused where it has more, or is not a whole picture of its kind
 */
export async function cleanImage(
  kind: ImageKind,
  { from, to, pixels }: { readonly from: string; readonly to: string; readonly pixels: number },
): Promise<{ bytes: number; sha256: string }> {
  const source = await open(from, 'r');
  try {
    const plan = await planned(kind, source, pixels);
    const target = await open(to, 'wx', 0o600);
    const hash = createHash('sha256');
    let bytes = 0;
    try {
      for (const piece of plan)
        for await (const part of partsOf(source, piece)) {
          hash.update(part);
          await target.writeFile(part);
          bytes += part.length;
        }
    } finally {
      await target.close();
    }
    return { bytes, sha256: hash.digest('hex') };
  } finally {
    await source.close();
  }
}

async function planned(kind: ImageKind, source: FileHandle, pixels: number): Promise<readonly Piece[]> {
  try {
    const plan = await imagePlan(kind, (offset, length) => readAt(source, offset, length), (await source.stat()).size);
    const count = plan.width * plan.height;
    if (count > pixels)
      throw refused('image-too-large', { megapixels: Math.ceil(count / 1e6), most: Math.floor(pixels / 1e6) });
    return plan.pieces;
  } catch (error) {
    throw error instanceof NotAnImage ? refused('image-not-whole') : error;
  }
}

async function readAt(source: FileHandle, offset: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await source.read(Buffer.allocUnsafe(length), 0, length, offset);
  return buffer.subarray(0, bytesRead);
}

async function* partsOf(source: FileHandle, piece: Piece): AsyncGenerator<Buffer> {
  if (Buffer.isBuffer(piece)) {
    yield piece;
    return;
  }
  for (let at = piece.from; at < piece.to; at += step) yield await readAt(source, at, Math.min(step, piece.to - at));
}
