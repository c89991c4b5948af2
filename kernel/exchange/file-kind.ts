import { type FileHandle, open } from 'node:fs/promises';
import { fileRefused } from './file-refusals.ts';
import type { ReadBudget } from './read-budget.ts';

/**
 * The kind of a file by its content, never by its name (SEC-FI-01). `text` is everything that is not one of the known
 * binary kinds and holds no NUL.
 */
export type FileKind = 'zip' | 'ole' | 'text' | 'empty' | 'pdf' | 'image' | 'archive' | 'program' | 'markup' | 'binary';

const marks: readonly (readonly [FileKind, readonly number[]])[] = [
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['ole', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['archive', [0x1f, 0x8b]],
  ['archive', [0x52, 0x61, 0x72, 0x21]],
  ['archive', [0x37, 0x7a, 0xbc, 0xaf]],
  ['archive', [0x50, 0x4b, 0x05, 0x06]],
  ['program', [0x7f, 0x45, 0x4c, 0x46]],
  ['program', [0x4d, 0x5a, 0x90]],
];

/** Judges the first bytes of a file; 4 KB are enough. */
export function kindOf(head: Uint8Array): FileKind {
  if (head.length === 0) return 'empty';
  for (const [kind, mark] of marks) if (mark.every((byte, place) => head[place] === byte)) return kind;
  // UTF-16 is text, though not one that is taken; the reader of CSV says so.
  if ((head[0] === 0xff && head[1] === 0xfe) || (head[0] === 0xfe && head[1] === 0xff)) return 'text';
  if (head.includes(0)) return 'binary';
  const opening = Buffer.from(head.subarray(0, 512)).toString('latin1').replace(/^ï»¿/, '').trimStart().toLowerCase();
  return /^<(?:\?xml|!doctype|html|table|workbook|meta)\b/.test(opening) ? 'markup' : 'text';
}

/**
 * Opens nothing that is not a table: answers `xlsx` or `csv`, or refuses.
 * A zip is judged further by its directory; an OLE file is a legacy workbook, or an encrypted new one.
 */
export async function tableKind(path: string, budget: ReadBudget): Promise<'xlsx' | 'csv'> {
  const file = await open(path, 'r');
  try {
    const { size } = await file.stat();
    if (size > budget.fileBytes) throw fileRefused('file-too-large', { maxMb: Math.floor(budget.fileBytes / 1048576) });
    const { buffer, bytesRead } = await file.read(Buffer.alloc(4096), 0, 4096, 0);
    const kind = kindOf(buffer.subarray(0, bytesRead));
    if (kind === 'empty') throw fileRefused('empty-file');
    if (kind === 'zip') return 'xlsx';
    if (kind === 'text') return 'csv';
    if (kind !== 'ole') throw fileRefused('not-a-table', { kind });
    throw fileRefused((await holds(file, size, 'EncryptedPackage')) ? 'encrypted-file' : 'legacy-workbook');
  } finally {
    await file.close();
  }
}

/** Looks for a name in UTF-16LE, as OLE directories write theirs. */
async function holds(file: FileHandle, size: number, name: string): Promise<boolean> {
  const wanted = Buffer.from(name, 'utf16le');
  const piece = Buffer.alloc(1024 * 1024);
  for (let at = 0; at < size; at += piece.length - wanted.length) {
    const { bytesRead } = await file.read(piece, 0, piece.length, at);
    if (bytesRead === 0) return false;
    if (piece.subarray(0, bytesRead).includes(wanted)) return true;
  }
  return false;
}
