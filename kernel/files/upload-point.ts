import type { WhoWord } from '../verbs/verb.ts';
import type { Words } from '../words.ts';

/** What may be brought in at one place: each declares its own (SEC-FI-01). */
export interface UploadPoint {
  /** `<room>.<noun>`: `vehicles.accident-photo`. */
  readonly name: string;
  readonly kinds: readonly ContentKind[];
  readonly maxBytes: number;
  /** Most bytes that one person, and one unit, may hold in all. */
  readonly personBytes: number;
  readonly unitBytes: number;
  /** Most pixels of a picture; its metadata is taken off in any case (SEC-FI-09). */
  readonly pixels: number;
  /** For archives (xlsx, docx, ofd): entries and bytes once unpacked. */
  readonly archive?: { readonly entries: number; readonly unpackedBytes: number };
}

/** An upload point as a room declares it: with who may bring a file, and who may read it besides the one who brought it. */
export interface DeclaredUpload extends UploadPoint {
  readonly title: Words;
  readonly who: readonly WhoWord[];
  /** Judged at the unit of the file, which is that of the one who brought it. */
  readonly readers: readonly WhoWord[];
  /**
   * Readers may open pictures that no scanner has seen: they were taken apart and written anew without metadata, and are only offered for download.
   * For points whose files come from strangers and would otherwise never be seen.
   */
  readonly picturesUnscanned?: true;
}

/** Kinds of content that can be told from their bytes. */
export type ContentKind =
  | 'pdf'
  | 'png'
  | 'jpeg'
  | 'gif'
  | 'webp'
  | 'xlsx'
  | 'docx'
  | 'pptx'
  | 'ofd'
  | 'text'
  | 'csv'
  | 'csv.gz';

/** The media type each kind is served as: never one that a browser would run. */
export const mediaTypes: Readonly<Record<ContentKind, string>> = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  gif: 'image/gif',
  webp: 'image/webp',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
  ofd: 'application/ofd',
  text: 'text/plain; charset=utf-8',
  csv: 'text/csv; charset=utf-8',
  'csv.gz': 'application/gzip',
};
