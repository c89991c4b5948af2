import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { Transform, type TransformCallback } from 'node:stream';
import { damaged } from './backup-refused.ts';
import { deriveKey } from './key-file.ts';

/**
 * AES-256-GCM in pieces of a megabyte, so that an archive of any size is authenticated while it is read and never held in memory.
 *
 * Layout: magic, 32 bytes of salt, then pieces of `length | last-bit` (4 bytes, authenticated), ciphertext, 16 bytes of tag. The
 * nonce is the piece's number: a piece that is missing, moved or repeated does not open, and neither does an archive whose last piece
 * is gone.
 */
const magic = Buffer.from('OGBK0001');
const saltBytes = 32;
const pieceBytes = 1024 * 1024;
const lastBit = 0x8000_0000;

function nonceOf(piece: number): Buffer {
  const nonce = Buffer.alloc(12);
  nonce.writeBigUInt64BE(BigInt(piece), 4);
  return nonce;
}

/** Plain bytes in, sealed archive out. */
export function sealStream(key: Buffer): Transform {
  const salt = randomBytes(saltBytes);
  const archiveKey = deriveKey(key, salt, 'archive');
  let waiting: Buffer[] = [];
  let waitingBytes = 0;
  let piece = 0;

  function seal(plain: Buffer, last: boolean): Buffer {
    const head = Buffer.alloc(4);
    head.writeUInt32BE((plain.length | (last ? lastBit : 0)) >>> 0);
    const cipher = createCipheriv('aes-256-gcm', archiveKey, nonceOf(piece)).setAAD(head);
    piece += 1;
    return Buffer.concat([head, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  const stream = new Transform({
    transform(part: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      waiting.push(part);
      waitingBytes += part.length;
      if (waitingBytes <= pieceBytes) return done();
      const all = Buffer.concat(waiting);
      let at = 0;
      // One byte at least stays back: only at the end is it known which piece is the last.
      for (; all.length - at > pieceBytes; at += pieceBytes) this.push(seal(all.subarray(at, at + pieceBytes), false));
      waiting = [all.subarray(at)];
      waitingBytes = all.length - at;
      done();
    },
    flush(done: TransformCallback) {
      this.push(seal(Buffer.concat(waiting), true));
      done();
    },
  });
  stream.push(Buffer.concat([magic, salt]));
  return stream;
}

/**
 * Sealed archive in, plain bytes out. Fails with `damaged` at the first piece that is not exactly what was written, and at the end when
 * the last piece is missing.
 */
export function openStream(key: Buffer): Transform {
  const waiting = new Waiting();
  let archiveKey: Buffer | undefined;
  let pieceLength: number | undefined;
  let piece = 0;
  let ended = false;

  /** How many more bytes must be there before the next step can be taken. */
  function needed(): number {
    if (!archiveKey) return magic.length + saltBytes;
    return pieceLength === undefined ? 4 : 4 + pieceLength + 16;
  }

  function step(push: (plain: Buffer) => void): void {
    if (!archiveKey) {
      const start = waiting.take(magic.length + saltBytes);
      if (!start.subarray(0, magic.length).equals(magic)) throw damaged('这不是备份文件 not an archive of ours');
      archiveKey = deriveKey(key, start.subarray(magic.length), 'archive');
      return;
    }
    if (ended) throw damaged('末尾之后还有内容 bytes after the end');
    if (pieceLength === undefined) {
      pieceLength = waiting.look(4).readUInt32BE() & ~lastBit;
      if (pieceLength > pieceBytes) throw damaged(`第 ${piece} 段长度不对 piece ${piece} has an impossible length`);
      return;
    }
    const sealed = waiting.take(4 + pieceLength + 16);
    const head = sealed.subarray(0, 4);
    const decipher = createDecipheriv('aes-256-gcm', archiveKey, nonceOf(piece)).setAAD(head);
    decipher.setAuthTag(sealed.subarray(-16));
    const plain = decipher.update(sealed.subarray(4, -16));
    try {
      decipher.final();
    } catch {
      throw damaged(`第 ${piece} 段校验不符 piece ${piece} does not match its seal`);
    }
    ended = (head.readUInt32BE() & lastBit) !== 0;
    piece += 1;
    pieceLength = undefined;
    push(plain);
  }

  return new Transform({
    transform(part: Buffer, _encoding: BufferEncoding, done: TransformCallback) {
      waiting.add(part);
      try {
        while (waiting.bytes >= needed()) step((plain) => this.push(plain));
        done();
      } catch (error) {
        done(error as Error);
      }
    },
    flush(done: TransformCallback) {
      done(ended && waiting.bytes === 0 ? null : damaged('文件不完整 the archive is cut short'));
    },
  });
}

/** Bytes that arrived and were not used yet; joined only when enough of them are there. */
class Waiting {
  private parts: Buffer[] = [];
  bytes = 0;

  add(part: Buffer): void {
    this.parts.push(part);
    this.bytes += part.length;
  }

  look(count: number): Buffer {
    const all = this.parts.length === 1 ? this.parts[0]! : Buffer.concat(this.parts);
    this.parts = [all];
    return all.subarray(0, count);
  }

  take(count: number): Buffer {
    const taken = this.look(count);
    const rest = this.parts[0]!.subarray(count);
    this.parts = rest.length > 0 ? [rest] : [];
    this.bytes -= count;
    return taken;
  }
}
