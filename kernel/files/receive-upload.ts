import { createHash } from 'node:crypto';
import { newId, type Id } from '../id.ts';
import { refuse, Refused, type Refusal } from '../refusal.ts';
import { cleanImage } from './clean-image.ts';
import { contentKind, type Recognised } from './content-kind.ts';
import type { FileFolder } from './file-folder.ts';
import type { FileStoreRefusalCode } from './file-refusals.ts';
import { isImage } from './image-plan.ts';
import { type ContentKind, mediaTypes, type UploadPoint } from './upload-point.ts';
import { writeNewFile } from './write-new-file.ts';

/** Looks for malware in a file on disk; `unscanned` when no scanner stands ready (SEC-FI-10). */
export type Scan = (path: string) => Promise<'clean' | 'infected' | 'unscanned'>;

/** A file that lies in its place, flushed, but is not known to the store yet. */
export interface KeptUpload {
  readonly id: Id;
  readonly name: string;
  readonly kind: ContentKind;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly scan: 'clean' | 'unscanned';
}

const refused = (code: FileStoreRefusalCode, data: Record<string, unknown> = {}): Refused =>
  new Refused(refuse(code, data));
export const inMb = (bytes: number): number => Math.round((bytes / 1_048_576) * 10) / 10;

/**
 * Takes an upload in: counted and hashed while it comes, cut off at the point's size, judged by its content, flushed with
 * its folder. A picture is kept without its metadata, so that hash and size are those of what is kept. What breaks off or is refused leaves nothing behind; what a crash leaves is swept later.
 * @returns the kept file, which becomes a stored one when its row is committed, or why not
 */
export async function receiveUpload(
  folder: FileFolder,
  point: UploadPoint,
  upload: { readonly name: string; readonly content: AsyncIterable<Uint8Array> },
  scan: Scan = async () => 'unscanned',
): Promise<KeptUpload | Refusal> {
  const raw = newId();
  let id = raw;
  try {
    let written = await write(folder.incomingOf(raw), upload.content, point);
    const kind = accepted(await contentKind(folder.incomingOf(raw), point), point);
    if (isImage(kind)) {
      id = newId();
      const [from, to] = [folder.incomingOf(raw), folder.incomingOf(id)];
      written = await cleanImage(kind, { from, to, pixels: point.pixels });
      await folder.discard(raw);
    }
    const found = await scan(folder.incomingOf(id));
    if (found === 'infected') throw refused('file-infected');
    await folder.keep(id);
    return { id, name: labelOf(upload.name), kind, mediaType: mediaTypes[kind], ...written, scan: found };
  } catch (error) {
    for (const left of new Set([raw, id])) await folder.discard(left);
    if (error instanceof Refused) return error.refusal;
    throw error;
  }
}

async function write(
  path: string,
  content: AsyncIterable<Uint8Array>,
  point: UploadPoint,
): Promise<{ bytes: number; sha256: string }> {
  const hash = createHash('sha256');
  let bytes = 0;
  const counted = async function* counted() {
    try {
      for await (const piece of content) {
        bytes += piece.length;
        if (bytes > point.maxBytes) throw refused('upload-too-large', { maxMb: inMb(point.maxBytes) });
        hash.update(piece);
        yield piece;
      }
    } catch (error) {
      // Whatever ends the sender's stream is the sender's: the connection is gone, or it said it is.
      throw error instanceof Refused ? error : refused('upload-broken-off');
    }
  };
  await writeNewFile(path, counted());
  if (bytes === 0) throw refused('upload-empty');
  return { bytes, sha256: hash.digest('hex') };
}

function accepted(kind: Recognised, point: UploadPoint): ContentKind {
  const taken = point.kinds.find((one) => one === kind);
  if (taken === undefined) throw refused('upload-kind-refused', { kind, kinds: point.kinds.join('、') });
  return taken;
}

const longestName = 200;

/**
 * The user's name for a file, as a label: without folders, control and direction characters, at most 200 characters, its
 * ending kept. It is shown and offered on download and never reaches the file system (SEC-FI-05).
 */
export function labelOf(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? '';
  const clean = last
    .toWellFormed()
    // oxlint-disable-next-line no-control-regex -- these are what is taken out
    .replaceAll(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .trim();
  const characters = [...clean];
  if (clean === '' || /^\.+$/.test(clean)) return 'file';
  if (characters.length <= longestName) return clean;
  const ending = /\.[^.]{1,10}$/.exec(clean)?.[0] ?? '';
  return characters.slice(0, longestName - ending.length).join('') + ending;
}
