import { crc32 } from 'node:zlib';
import { type Entry, openPromise, type ZipFile } from 'yauzl';
import { Refused } from '../refusal.ts';
import { fileRefused } from './file-refusals.ts';
import type { ReadBudget } from './read-budget.ts';

/** An archive whose directory has been judged before a single byte was unpacked (SEC-FI-02). */
export interface JudgedZip {
  readonly names: ReadonlySet<string>;
  /** Unpacks one entry piece by piece; refuses as soon as it goes beyond its declared size or the archive beyond its budget. */
  unpack(name: string): AsyncGenerator<Buffer>;
  close(): void;
}

const deflated = 8;
const stored = 0;
const linkMode = 0o120_000;

/** @throws Refused with the reason, for every archive that is not plain, small and honest. */
export async function openJudgedZip(path: string, budget: ReadBudget): Promise<JudgedZip> {
  const zip = await openPromise(path, { autoClose: false, lazyEntries: true, strictFileNames: true }).catch(damaged);
  try {
    const entries = await judgedEntries(zip, budget);
    return {
      names: new Set(entries.keys()),
      unpack: unpacking(zip, entries, budget),
      close: () => zip.close(),
    };
  } catch (error) {
    zip.close();
    throw error;
  }
}

async function judgedEntries(zip: ZipFile, budget: ReadBudget): Promise<Map<string, Entry>> {
  if (zip.entryCount > budget.entries) throw fileRefused('too-many-entries', { max: budget.entries });
  const entries = new Map<string, Entry>();
  let unpackedBytes = 0;
  const each = zip.eachEntry();
  for (;;) {
    const step = await each.next().catch(damaged);
    if (step.done === true) break;
    const entry = step.value;
    const why = unsafe(entry, budget);
    if (why !== null) throw why;
    unpackedBytes += entry.uncompressedSize;
    if (unpackedBytes > budget.unpackedBytes) throw tooLarge(budget);
    // Two entries of one name let two programs read two different files.
    if (entries.has(entry.fileName)) throw fileRefused('unsafe-archive', { why: 'two entries of one name' });
    entries.set(entry.fileName, entry);
  }
  if (overlap([...entries.values()])) throw fileRefused('unsafe-archive', { why: 'overlapping entries' });
  return entries;
}

function unsafe(entry: Entry, budget: ReadBudget): Refused | null {
  if (entry.isEncrypted()) return fileRefused('encrypted-file');
  if (entry.compressionMethod !== deflated && entry.compressionMethod !== stored)
    return fileRefused('unsafe-archive', { why: `compression method ${entry.compressionMethod}` });
  if (((entry.externalFileAttributes >>> 16) & 0o170_000) === linkMode)
    return fileRefused('unsafe-archive', { why: 'link' });
  // oxlint-disable-next-line no-control-regex -- a NUL in a name ends it for some programs
  if (/[\u0000-\u001f\\:]/.test(entry.fileName)) return fileRefused('unsafe-archive', { why: 'name' });
  const inflates = entry.uncompressedSize > 1_048_576 && entry.uncompressedSize > entry.compressedSize * budget.ratio;
  return inflates ? tooLarge(budget, entry.compressedSize * budget.ratio) : null;
}

/** Entries that share bytes are how a small archive declares petabytes (D. Fifield, "A better zip bomb", WOOT 2019). */
function overlap(entries: Entry[]): boolean {
  let end = 0;
  for (const entry of entries.toSorted((a, b) => a.relativeOffsetOfLocalHeader - b.relativeOffsetOfLocalHeader)) {
    if (entry.relativeOffsetOfLocalHeader < end) return true;
    end = entry.relativeOffsetOfLocalHeader + 30 + entry.fileNameLength + entry.compressedSize;
  }
  return false;
}

function unpacking(zip: ZipFile, entries: ReadonlyMap<string, Entry>, budget: ReadBudget): JudgedZip['unpack'] {
  let unpackedBytes = 0;
  return async function* unpack(name) {
    const entry = entries.get(name);
    if (!entry) throw fileRefused('damaged-file');
    let check = 0;
    let size = 0;
    try {
      for await (const piece of await zip.openReadStreamPromise(entry)) {
        const bytes = piece as Buffer;
        size += bytes.length;
        unpackedBytes += bytes.length;
        if (unpackedBytes > budget.unpackedBytes) throw tooLarge(budget);
        if (size > entry.uncompressedSize) throw fileRefused('damaged-file');
        check = crc32(bytes, check);
        yield bytes;
      }
    } catch (error) {
      throw error instanceof Refused ? error : asRefused(error);
    }
    if (check !== entry.crc32 || size !== entry.uncompressedSize) throw fileRefused('damaged-file');
  };
}

/** @param most what an entry may unpack to, where its own size sets a lower limit */
const tooLarge = ({ unpackedBytes }: ReadBudget, most = unpackedBytes): Refused =>
  fileRefused('unpacks-too-large', { maxMb: Math.ceil(Math.min(unpackedBytes, most) / 1_048_576) });

/** The archive library speaks in sentences; what they mean to the importer is one of three things. */
function asRefused(error: unknown): Refused {
  const sentence = error instanceof Error ? error.message : '';
  if (/encrypt/.test(sentence)) return fileRefused('encrypted-file');
  if (/absolute path|relative path|invalid characters/.test(sentence))
    return fileRefused('unsafe-archive', { why: 'name' });
  return fileRefused('damaged-file');
}

function damaged(error: unknown): never {
  throw asRefused(error);
}
