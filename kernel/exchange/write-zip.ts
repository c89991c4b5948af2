import { pipeline, Readable } from 'node:stream';
import { crc32, createDeflateRaw } from 'node:zlib';

export interface ZipPart {
  readonly name: string;
  readonly content: Iterable<string> | AsyncIterable<string>;
}

interface Written {
  readonly name: Buffer;
  readonly offset: number;
  readonly check: number;
  readonly packedBytes: number;
  readonly bytes: number;
}

const signature = { local: 0x04034b50, descriptor: 0x08074b50, central: 0x02014b50, end: 0x06054b50 };
// Sizes follow the data (bit 3), names are UTF-8 (bit 11).
const flags = 0x0808;
const deflate = 8;
// 1980-01-01, the first day of the format: equal contents make equal files.
const dosDay = 0x0021;

/**
 * Writes a zip archive (PKWARE APPNOTE 6.3.10) as a stream: memory holds one piece, whatever the size of the parts.
 * @throws Error beyond 4 GB, where the plain format ends
 */
export async function* writeZip(parts: Iterable<ZipPart> | AsyncIterable<ZipPart>): AsyncGenerator<Buffer> {
  const written: Written[] = [];
  let offset = 0;
  for await (const part of parts) {
    const name = Buffer.from(part.name);
    const header = Buffer.alloc(30);
    header.writeUInt32LE(signature.local, 0);
    shared(header, 4);
    header.writeUInt16LE(name.length, 26);
    yield Buffer.concat([header, name]);
    let check = 0;
    let bytes = 0;
    let packedBytes = 0;
    const packer = createDeflateRaw({ level: 4 });
    const counted = async function* counted() {
      for await (const text of part.content) {
        const piece = Buffer.from(text);
        check = crc32(piece, check);
        bytes += piece.length;
        yield piece;
      }
    };
    pipeline(Readable.from(counted()), packer, () => {});
    for await (const packed of packer) {
      packedBytes += (packed as Buffer).length;
      yield packed as Buffer;
    }
    const descriptor = Buffer.alloc(16);
    descriptor.writeUInt32LE(signature.descriptor, 0);
    sizes(descriptor, 4, check, packedBytes, bytes);
    yield descriptor;
    written.push({ name, offset, check, packedBytes, bytes });
    offset += 30 + name.length + packedBytes + 16;
  }
  yield directory(written, offset);
}

function shared(header: Buffer, at: number): void {
  header.writeUInt16LE(20, at);
  header.writeUInt16LE(flags, at + 2);
  header.writeUInt16LE(deflate, at + 4);
  header.writeUInt16LE(dosDay, at + 8);
}

function sizes(header: Buffer, at: number, check: number, packedBytes: number, bytes: number): void {
  if (packedBytes > 0xfffffffe || bytes > 0xfffffffe) throw new Error('a zip part beyond 4 GB');
  header.writeUInt32LE(check, at);
  header.writeUInt32LE(packedBytes, at + 4);
  header.writeUInt32LE(bytes, at + 8);
}

function directory(written: readonly Written[], offset: number): Buffer {
  if (offset > 0xfffffffe) throw new Error('a zip archive beyond 4 GB');
  const entries = written.map((part) => {
    const entry = Buffer.alloc(46);
    entry.writeUInt32LE(signature.central, 0);
    entry.writeUInt16LE(20, 4);
    shared(entry, 6);
    sizes(entry, 16, part.check, part.packedBytes, part.bytes);
    entry.writeUInt16LE(part.name.length, 28);
    entry.writeUInt32LE(part.offset, 42);
    return Buffer.concat([entry, part.name]);
  });
  const length = entries.reduce((total, entry) => total + entry.length, 0);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(signature.end, 0);
  end.writeUInt16LE(written.length, 8);
  end.writeUInt16LE(written.length, 10);
  end.writeUInt32LE(length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...entries, end]);
}
