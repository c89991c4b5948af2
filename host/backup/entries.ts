import { createHash } from 'node:crypto';
import { damaged } from './backup-refused.ts';

/** One file of a backup as it was read: its path in the data folder, its size and the hash of what was read. */
export interface Entry {
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly mode: number;
}

/** A file to be written, or one just read: the bytes come in parts. */
export interface OpenEntry {
  readonly path: string;
  readonly mode: number;
  readonly parts: AsyncIterable<Buffer>;
}

/** Parts may not be larger; a longer one in an archive is damage. */
const partBytesMost = 16 * 1024 * 1024;

function numbered(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

/**
 * The inside of an archive: for every file a line of JSON, then its bytes in parts, then nothing (length 0) and the hash. A file's size need
 * not be known beforehand, for a database's files grow while they are read.
 *
 * @param written told of each file once it is whole
 */
export async function* packEntries(
  entries: AsyncIterable<OpenEntry>,
  written: (entry: Entry) => void,
): AsyncGenerator<Buffer> {
  for await (const { path, mode, parts } of entries) {
    const head = Buffer.from(JSON.stringify({ path, mode }));
    yield Buffer.concat([numbered(head.length), head]);
    const hash = createHash('sha256');
    let bytes = 0;
    for await (const part of parts) {
      if (part.length === 0) continue;
      hash.update(part);
      bytes += part.length;
      yield numbered(part.length);
      yield part;
    }
    const digest = hash.digest();
    yield Buffer.concat([numbered(0), digest]);
    written({ path, bytes, sha256: digest.toString('hex'), mode });
  }
  yield numbered(0);
}

/**
 * Reads what `packEntries` wrote. The consumer must take each entry's parts to their end before asking for the next.
 *
 * @throws BackupRefused `damaged`
 */
export async function* unpackEntries(source: AsyncIterable<Buffer>): AsyncGenerator<OpenEntry> {
  const read = reader(source);
  for (;;) {
    const headBytes = (await read(4)).readUInt32BE();
    if (headBytes === 0) return;
    if (headBytes > 65_536) throw damaged('目录项过长 an entry name is too long');
    const { path, mode } = parseHead(await read(headBytes));
    yield { path, mode, parts: partsOf(read, path) };
  }
}

async function* partsOf(read: (bytes: number) => Promise<Buffer>, path: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for (;;) {
    const bytes = (await read(4)).readUInt32BE();
    if (bytes === 0) break;
    if (bytes > partBytesMost) throw damaged(path);
    const part = await read(bytes);
    hash.update(part);
    yield part;
  }
  const written = await read(32);
  if (!hash.digest().equals(written)) throw damaged(path);
}

function parseHead(bytes: Buffer): { path: string; mode: number } {
  const head = JSON.parse(bytes.toString()) as { path: string; mode: number };
  if (!isInside(head.path)) throw damaged(`路径不对 ${head.path}`);
  return head;
}

/** A path that stays within the folder it is put back into. */
export function isInside(path: string): boolean {
  return (
    path !== '' &&
    !path.startsWith('/') &&
    !path.includes('\\') &&
    !path.split('/').some((name) => name === '..' || name === '.' || name === '')
  );
}

/** Exactly so many bytes at a time from a stream of buffers. */
function reader(source: AsyncIterable<Buffer>): (bytes: number) => Promise<Buffer> {
  const iterator = source[Symbol.asyncIterator]();
  let have: Buffer[] = [];
  let count = 0;
  return async (bytes) => {
    while (count < bytes) {
      const next = await iterator.next();
      if (next.done) throw damaged('文件不完整 the archive is cut short');
      have.push(next.value);
      count += next.value.length;
    }
    const all = have.length === 1 ? have[0]! : Buffer.concat(have);
    have = all.length > bytes ? [all.subarray(bytes)] : [];
    count = all.length - bytes;
    return all.subarray(0, bytes);
  };
}
