/**
 * What of a picture is kept: the pixels and what is needed to show them. Where it was taken, by whom and with what goes (SEC-FI-09), and so
 * does whatever hangs behind its end. A picture is read by its structure, in small pieces; nothing is decoded.
 */
import type { ContentKind } from './upload-point.ts';

/** Reads `length` bytes at an offset; fewer at the end of the file. */
export type ReadAt = (offset: number, length: number) => Promise<Buffer>;

/** Bytes of the original from `from` to before `to`, or bytes written anew. */
export type Piece = { readonly from: number; readonly to: number } | Buffer;

export interface ImagePlan {
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly Piece[];
}

export type ImageKind = Extract<ContentKind, 'png' | 'jpeg' | 'gif' | 'webp'>;
export const isImage = (kind: ContentKind): kind is ImageKind => ['png', 'jpeg', 'gif', 'webp'].includes(kind);

/** A structure that is not whole, or not that of its kind. */
export class NotAnImage extends Error {}

/** More parts than any honest picture has. */
const mostParts = 100_000;

export async function imagePlan(kind: ImageKind, readAt: ReadAt, bytes: number): Promise<ImagePlan> {
  const read: ReadAt = async (offset, length) => {
    const found = await readAt(offset, length);
    if (found.length < length) throw new NotAnImage('ends too early');
    return found;
  };
  const plan = await { png: planPng, jpeg: planJpeg, gif: planGif, webp: planWebp }[kind](read, bytes);
  if (plan.width < 1 || plan.height < 1) throw new NotAnImage('has no size');
  return plan;
}

/** Chunks that say how pixels look; text, times, EXIF and private ones are not among them. */
const pngKept = new Set(
  ['IHDR', 'PLTE', 'IDAT', 'IEND', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'iCCP', 'cICP', 'sBIT', 'bKGD', 'pHYs'].concat([
    'acTL',
    'fcTL',
    'fdAT',
  ]),
);

async function planPng(read: ReadAt): Promise<ImagePlan> {
  const size = await read(16, 8);
  const pieces: Piece[] = [{ from: 0, to: 8 }];
  let at = 8;
  for (let part = 0; part < mostParts; part += 1) {
    const head = await read(at, 8);
    const name = head.toString('latin1', 4, 8);
    if (part === 0 && name !== 'IHDR') throw new NotAnImage('begins without a header');
    const to = at + 12 + head.readUInt32BE(0);
    if (pngKept.has(name)) pieces.push({ from: at, to });
    at = to;
    if (name === 'IEND') {
      await read(at - 1, 1);
      return { width: size.readUInt32BE(0), height: size.readUInt32BE(4), pieces };
    }
  }
  throw new NotAnImage('too many chunks');
}

const jpegFrames = new Set([0xc0, 0xc1, 0xc2, 0xc3, 0xc5, 0xc6, 0xc7, 0xc9, 0xca, 0xcb, 0xcd, 0xce, 0xcf]);

async function planJpeg(read: ReadAt, bytes: number): Promise<ImagePlan> {
  const pieces: Piece[] = [{ from: 0, to: 2 }];
  let size: { width: number; height: number } | undefined;
  let at = 2;
  for (let part = 0; part < mostParts; part += 1) {
    const head = await read(at, 2);
    const marker = head[1]!;
    if (head[0] !== 0xff) throw new NotAnImage('a marker is missing');
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (marker === 0xd9) {
      pieces.push({ from: at, to: at + 2 });
      if (!size) throw new NotAnImage('has no frame');
      return { ...size, pieces };
    }
    const length = (await read(at + 2, 2)).readUInt16BE(0);
    if (length < 2) throw new NotAnImage('a part without length');
    const to = at + 2 + length;
    if (jpegFrames.has(marker)) {
      const frame = await read(at + 5, 4);
      size = { height: frame.readUInt16BE(0), width: frame.readUInt16BE(2) };
    }
    const application = (marker >= 0xe0 && marker <= 0xef) || marker === 0xfe;
    if (!application) pieces.push({ from: at, to });
    else if (marker === 0xe1) {
      const turned = orientationOf(await read(at + 4, Math.min(length - 2, 65_533)));
      if (turned !== null) pieces.push(orientationPart(turned));
    } else if (await showsColour(read, marker, at, length)) pieces.push({ from: at, to });
    at = to;
    if (marker === 0xda) {
      const end = await endOfScan(read, at, bytes);
      pieces.push({ from: at, to: end });
      at = end;
    }
  }
  throw new NotAnImage('too many parts');
}

/** JFIF, the colour profile and Adobe's colour transform are needed to show the picture as it is. */
async function showsColour(read: ReadAt, marker: number, at: number, length: number): Promise<boolean> {
  if (marker !== 0xe0 && marker !== 0xe2 && marker !== 0xee) return false;
  const name = (await read(at + 4, Math.min(12, length - 2))).toString('latin1');
  return (
    (marker === 0xe0 && name.startsWith('JFIF\0')) ||
    (marker === 0xe2 && name.startsWith('ICC_PROFILE\0')) ||
    (marker === 0xee && name.startsWith('Adobe'))
  );
}

/** Where the compressed pixels of one scan end: at a marker that is neither a stuffed byte nor a restart. */
async function endOfScan(read: ReadAt, from: number, bytes: number): Promise<number> {
  const step = 65_536;
  for (let at = from; at < bytes; at += step) {
    const piece = await read(at, Math.min(step + 1, bytes - at));
    for (
      let i = piece.indexOf(0xff);
      i !== -1 && i < Math.min(step, piece.length - 1);
      i = piece.indexOf(0xff, i + 1)
    ) {
      const next = piece[i + 1]!;
      if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at + i;
    }
  }
  throw new NotAnImage('ends within its pixels');
}

/** The one thing of EXIF that must stay: which way up a phone was held. Null where nothing is turned. */
function orientationOf(part: Buffer): number | null {
  if (part.toString('latin1', 0, 6) !== 'Exif\0\0' || part.length < 14) return null;
  const little = part.toString('latin1', 6, 8) === 'II';
  const short = (at: number) => (little ? part.readUInt16LE(at) : part.readUInt16BE(at));
  const first = 6 + (little ? part.readUInt32LE(10) : part.readUInt32BE(10));
  if (first + 2 > part.length) return null;
  for (let entry = 0; entry < short(first) && first + 2 + 12 * (entry + 1) <= part.length; entry += 1) {
    const at = first + 2 + 12 * entry;
    if (short(at) !== 0x0112) continue;
    const turned = short(at + 8);
    return turned >= 2 && turned <= 8 ? turned : null;
  }
  return null;
}

function orientationPart(turned: number): Buffer {
  const part = Buffer.alloc(36);
  part.writeUInt16BE(0xffe1, 0);
  part.writeUInt16BE(34, 2);
  part.write('Exif\0\0II*\0', 4, 'latin1');
  part.writeUInt32LE(8, 14);
  part.writeUInt16LE(1, 18);
  part.writeUInt16LE(0x0112, 20);
  part.writeUInt16LE(3, 22);
  part.writeUInt32LE(1, 24);
  part.writeUInt16LE(turned, 28);
  return part;
}

async function planGif(read: ReadAt): Promise<ImagePlan> {
  const head = await read(0, 13);
  const tableOf = (flags: number) => (flags & 0x80 ? 3 * 2 ** ((flags & 7) + 1) : 0);
  let at = 13 + tableOf(head[10]!);
  const pieces: Piece[] = [{ from: 0, to: at }];
  const endOfBlocks = async (from: number): Promise<number> => {
    let end = from;
    for (let block = 0; block < 1_000_000; block += 1) {
      const length = (await read(end, 1))[0]!;
      end += 1 + length;
      if (length === 0) return end;
    }
    throw new NotAnImage('too many blocks');
  };
  for (let part = 0; part < mostParts; part += 1) {
    const kind = (await read(at, 1))[0]!;
    if (kind === 0x3b) {
      pieces.push({ from: at, to: at + 1 });
      return { width: head.readUInt16LE(6), height: head.readUInt16LE(8), pieces };
    }
    let to: number;
    if (kind === 0x2c) {
      const flags = (await read(at + 9, 1))[0]!;
      to = await endOfBlocks(at + 10 + tableOf(flags) + 1);
      pieces.push({ from: at, to });
    } else if (kind === 0x21) {
      const label = (await read(at + 1, 1))[0]!;
      to = await endOfBlocks(at + 2);
      const loops = label === 0xff && (await read(at + 3, 11)).toString('latin1') === 'NETSCAPE2.0';
      if (label === 0xf9 || loops) pieces.push({ from: at, to });
    } else throw new NotAnImage('an unknown part');
    at = to;
  }
  throw new NotAnImage('too many parts');
}

const webpKept = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF', 'ICCP']);

async function planWebp(read: ReadAt, bytes: number): Promise<ImagePlan> {
  const end = Math.min(bytes, 8 + (await read(4, 4)).readUInt32LE(0));
  const pieces: Piece[] = [];
  let size: { width: number; height: number } | undefined;
  let at = 12;
  for (let part = 0; at < end; part += 1) {
    if (part > mostParts) throw new NotAnImage('too many chunks');
    const head = await read(at, 8);
    const name = head.toString('latin1', 0, 4);
    const length = head.readUInt32LE(4);
    const to = at + 8 + length + (length % 2);
    if (to > end) throw new NotAnImage('a chunk reaches beyond the end');
    size ??= await webpSize(read, name, at + 8);
    if (name === 'VP8X') {
      const extended = Buffer.from(await read(at, to - at));
      // Neither EXIF nor XMP follows any more.
      extended[8]! &= ~0x0c;
      pieces.push(extended);
    } else if (webpKept.has(name)) pieces.push({ from: at, to });
    at = to;
  }
  if (!size) throw new NotAnImage('has no picture');
  const length = pieces.reduce(
    (sum, piece) => sum + (Buffer.isBuffer(piece) ? piece.length : piece.to - piece.from),
    4,
  );
  const head = Buffer.alloc(12);
  head.write('RIFF', 0, 'latin1');
  head.writeUInt32LE(length, 4);
  head.write('WEBP', 8, 'latin1');
  return { ...size, pieces: [head, ...pieces] };
}

async function webpSize(
  read: ReadAt,
  name: string,
  at: number,
): Promise<{ width: number; height: number } | undefined> {
  if (name === 'VP8X') {
    const body = await read(at, 10);
    return { width: 1 + body.readUIntLE(4, 3), height: 1 + body.readUIntLE(7, 3) };
  }
  if (name === 'VP8L') {
    const bits = (await read(at + 1, 4)).readUInt32LE(0);
    return { width: 1 + (bits & 0x3fff), height: 1 + ((bits >>> 14) & 0x3fff) };
  }
  if (name !== 'VP8 ') return undefined;
  const body = await read(at + 6, 4);
  return { width: body.readUInt16LE(0) & 0x3fff, height: body.readUInt16LE(2) & 0x3fff };
}
