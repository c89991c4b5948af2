import { createHash } from 'node:crypto';
import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { crc32, deflateSync } from 'node:zlib';
import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { temporaryFiles } from '../exchange/testing/temporary-files.ts';
import { isRefusal, Refused } from '../refusal.ts';
import { cleanImage } from './clean-image.ts';
import { FileFolder } from './file-folder.ts';
import type { ImageKind } from './image-plan.ts';
import { receiveUpload } from './receive-upload.ts';

const { folder } = temporaryFiles();
let count = 0;
const secret = 'GPS 36.61,101.77 王某的手机';
const bytesOf = (...parts: (Buffer | number[] | string)[]): Buffer =>
  Buffer.concat(parts.map((part) => (typeof part === 'string' ? Buffer.from(part, 'latin1') : Buffer.from(part))));
const u16 = (n: number): Buffer => Buffer.from([n >> 8, n & 255]);

function png(width: number, height: number): Buffer {
  const chunk = (name: string, body: Buffer): Buffer => {
    const head = Buffer.alloc(4);
    head.writeUInt32BE(body.length);
    const named = Buffer.concat([Buffer.from(name, 'latin1'), body]);
    const sum = Buffer.alloc(4);
    sum.writeUInt32BE(crc32(named));
    return Buffer.concat([head, named, sum]);
  };
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 0, 0, 0, 0], 8);
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', header),
    chunk('gAMA', Buffer.from([0, 0, 177, 143])),
    chunk('tEXt', Buffer.from(`Comment\0${secret}`)),
    chunk('eXIf', Buffer.from(secret)),
    chunk('IDAT', deflateSync(Buffer.alloc(32))),
    chunk('prVt', Buffer.from(secret)),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from(secret),
  ]);
}

const segment = (marker: number, body: Buffer): Buffer => bytesOf([0xff, marker], u16(body.length + 2), body);
/** Little-endian EXIF with an orientation and, after it, the place. */
const exif = (turned: number): Buffer =>
  bytesOf(
    'Exif\0\0II*\0',
    [8, 0, 0, 0, 2, 0],
    [0x0f, 0x01, 2, 0, 4, 0, 0, 0, 65, 65, 65, 0],
    [0x12, 0x01, 3, 0, 1, 0, 0, 0, turned, 0, 0, 0],
    [0, 0, 0, 0],
    Buffer.from(secret),
  );
const scan = bytesOf([0x12, 0xff, 0x00, 0x34, 0xff, 0xd0, 0x56, 0xff, 0x00], Buffer.alloc(70_000, 0x21));
const jpeg = (width: number, height: number, turned = 6): Buffer =>
  bytesOf(
    [0xff, 0xd8],
    segment(0xe0, bytesOf('JFIF\0', [1, 1, 0, 0, 1, 0, 1, 0, 0])),
    segment(0xe1, exif(turned)),
    segment(0xe1, bytesOf('http://ns.adobe.com/xap/1.0/\0', Buffer.from(secret))),
    segment(0xe2, bytesOf('ICC_PROFILE\0', [1, 1, 7, 7])),
    segment(0xe2, bytesOf('MPF\0', Buffer.from(secret))),
    segment(0xed, bytesOf('Photoshop 3.0\0', Buffer.from(secret))),
    segment(0xfe, Buffer.from(secret)),
    segment(0xc2, bytesOf([8], u16(height), u16(width), [1, 1, 0x11, 0])),
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan,
    segment(0xda, Buffer.from([1, 1, 0, 0, 63, 0])),
    scan,
    [0xff, 0xd9],
    Buffer.from(secret),
  );
const gif = (width: number, height: number): Buffer =>
  bytesOf(
    'GIF89a',
    [width & 255, width >> 8, height & 255, height >> 8, 0x80, 0, 0],
    [0, 0, 0, 255, 255, 255],
    [0x21, 0xff, 11],
    'NETSCAPE2.0',
    [3, 1, 0, 0, 0],
    [0x21, 0xfe, Buffer.byteLength(secret)],
    Buffer.from(secret),
    [0],
    [0x21, 0xf9, 4, 0, 0, 0, 0, 0],
    [0x2c, 0, 0, 0, 0, 1, 0, 1, 0, 0, 2, 2, 0x44, 1, 0],
    [0x3b],
    Buffer.from(secret),
  );
function webp(width: number, height: number): Buffer {
  const chunk = (name: string, body: Buffer): Buffer => {
    const length = Buffer.alloc(4);
    length.writeUInt32LE(body.length);
    return bytesOf(name, length, body, Buffer.alloc(body.length % 2));
  };
  const size = Buffer.alloc(10);
  size[0] = 0x0c;
  size.writeUIntLE(width - 1, 4, 3);
  size.writeUIntLE(height - 1, 7, 3);
  const body = Buffer.concat([
    chunk('VP8X', size),
    chunk('VP8L', Buffer.from([0x2f, 0, 0, 0, 0, 1, 2])),
    chunk('EXIF', Buffer.from(secret)),
    chunk('XMP ', Buffer.from(secret)),
  ]);
  const length = Buffer.alloc(4);
  length.writeUInt32LE(body.length + 4);
  return bytesOf('RIFF', length, 'WEBP', body, Buffer.from(secret));
}
const made: Readonly<Record<ImageKind, (width: number, height: number) => Buffer>> = { png, jpeg, gif, webp };
const kinds = Object.keys(made) as ImageKind[];

async function cleaned(kind: ImageKind, picture: Buffer, pixels = 1_000_000): Promise<Buffer | string> {
  const [from, to] = [join(folder, `p${(count += 1)}`), join(folder, `c${count}`)];
  writeFileSync(from, picture);
  try {
    const { bytes, sha256 } = await cleanImage(kind, { from, to, pixels });
    const found = readFileSync(to);
    expect(bytes).toBe(found.length);
    expect(sha256).toBe(createHash('sha256').update(found).digest('hex'));
    return found;
  } catch (error) {
    if (error instanceof Refused) return error.refusal.code;
    throw error;
  }
}
const picture = (found: Buffer | string): Buffer => {
  if (typeof found === 'string') throw new Error(found);
  return found;
};

describe('SEC-FI-09 pictures', () => {
  test.each(kinds)(
    'SEC-FI-09 %s: where, when and by whom it was taken goes, and what hangs behind its end',
    async (kind) => {
      const whole = made[kind](64, 48);
      expect(whole.includes(secret)).toBe(true);
      const found = picture(await cleaned(kind, whole));
      for (const word of ['GPS', '王某', 'xap', 'Photoshop', 'AAA']) expect(found.includes(word), word).toBe(false);
      // What shows the picture is all there, and cleaning again changes nothing.
      expect(picture(await cleaned(kind, found))).toEqual(found);
      if (kind === 'jpeg') {
        for (const kept of [scan, Buffer.from('JFIF'), Buffer.from('ICC_PROFILE')])
          expect(found.includes(kept)).toBe(true);
        expect(found.subarray(-2)).toEqual(Buffer.from([0xff, 0xd9]));
      }
      if (kind === 'png') expect(found.includes(deflateSync(Buffer.alloc(32)))).toBe(true);
      if (kind === 'gif') expect(found.includes('NETSCAPE2.0')).toBe(true);
      if (kind === 'webp') expect([found.readUInt32LE(4), found[20]]).toEqual([found.length - 8, 0]);
    },
  );

  test('SEC-FI-09 which way up a phone was held stays, as the only thing of its kind', async () => {
    const turned = picture(await cleaned('jpeg', jpeg(64, 48, 6)));
    const at = turned.indexOf('Exif\0\0');
    expect(turned.readUInt16LE(at + 6 + 8)).toBe(1);
    expect([turned.readUInt16LE(at + 6 + 10), turned.readUInt16LE(at + 6 + 18)]).toEqual([0x0112, 6]);
    expect(picture(await cleaned('jpeg', jpeg(64, 48, 1))).includes('Exif')).toBe(false);
  });

  test.each(kinds)('SEC-FI-09 %s: exactly as many pixels as the point takes, and one row more', async (kind) => {
    expect(typeof (await cleaned(kind, made[kind](1000, 1000)))).toBe('object');
    expect(await cleaned(kind, made[kind](1000, 1001))).toBe('image-too-large');
  });

  test.each(kinds)(
    'SEC-FI-09 %s: cut anywhere or altered anywhere, it is refused or kept, never a fault',
    async (kind) => {
      const whole = made[kind](64, 48);
      await fc.assert(
        fc.asyncProperty(
          fc.nat({ max: Math.min(whole.length - 1, 900) }),
          fc.nat({ max: 255 }),
          fc.boolean(),
          async (at, byte, cut) => {
            const other = Buffer.from(cut ? whole.subarray(0, at) : whole);
            if (!cut) other[at] = byte;
            const found = await cleaned(kind, other, 1e12);
            if (typeof found === 'string') expect(['image-not-whole', 'image-too-large']).toContain(found);
          },
        ),
        { numRuns: 150 },
      );
    },
  );

  test('SEC-FI-09 an upload is stored clean, with the hash of what is stored, and the original lies nowhere', async () => {
    const root = join(folder, 'files');
    await mkdir(root);
    const store = new FileFolder(root);
    await store.prepare();
    const point = {
      name: 'a.b',
      kinds: ['jpeg'],
      maxBytes: 1e6,
      personBytes: 1e6,
      unitBytes: 1e6,
      pixels: 1e6,
    } as const;
    const bring = (content: Buffer) =>
      receiveUpload(store, point, {
        name: '现场.jpg',
        content: (async function* once() {
          yield content;
        })(),
      });
    const kept = await bring(jpeg(64, 48));
    if (isRefusal(kept)) throw new Error(kept.code);
    const stored = readFileSync(store.pathOf(kept.id));
    expect(stored.includes('GPS')).toBe(false);
    expect(kept).toMatchObject({ bytes: stored.length, sha256: createHash('sha256').update(stored).digest('hex') });
    expect(await bring(jpeg(2000, 1000))).toMatchObject({ code: 'image-too-large' });
    expect(await bring(jpeg(64, 48).subarray(0, 5_000))).toMatchObject({ code: 'image-not-whole' });
    const lying = readdirSync(root, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
    expect(lying.map(({ name }) => name)).toEqual([kept.id]);
  });
});
