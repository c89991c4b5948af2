import { randomBytes } from 'node:crypto';
import { Readable, type Transform } from 'node:stream';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { openStream, sealStream } from './sealed-stream.ts';

async function through(stream: Transform, bytes: Buffer, partBytes = bytes.length || 1): Promise<Buffer> {
  const parts = Array.from({ length: Math.ceil(bytes.length / partBytes) }, (_, at) =>
    bytes.subarray(at * partBytes, (at + 1) * partBytes),
  );
  return Buffer.concat((await Readable.from(parts).pipe(stream).toArray()) as Buffer[]);
}

const key = randomBytes(32);

test('what was sealed opens again, whatever its size and in whatever parts it arrives', async () => {
  const sizes = fc.oneof(
    fc.integer({ min: 0, max: 5_000 }),
    fc.constantFrom(1024 * 1024 - 1, 1024 * 1024, 1024 * 1024 + 1, 2_500_000),
  );
  await fc.assert(
    fc.asyncProperty(sizes, fc.integer({ min: 1, max: 700 }), async (size, parts) => {
      const partBytes = Math.ceil((size + 1) / parts);
      const plain = randomBytes(size);
      const sealed = await through(sealStream(key), plain, partBytes);
      expect((await through(openStream(key), sealed, partBytes)).equals(plain)).toBe(true);
    }),
    { numRuns: 25 },
  );
});

test('REL-03 any changed bit, any cut and anything added is noticed', async () => {
  const sealed = await through(sealStream(key), randomBytes(3_000));
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length * 8 - 1), async (bit) => {
      const changed = Buffer.from(sealed);
      changed[bit >> 3]! ^= 1 << (bit & 7);
      await expect(through(openStream(key), changed)).rejects.toMatchObject({ code: 'damaged' });
    }),
  );
  await fc.assert(
    fc.asyncProperty(fc.nat(sealed.length - 1), async (length) => {
      await expect(through(openStream(key), sealed.subarray(0, length))).rejects.toMatchObject({ code: 'damaged' });
    }),
  );
  await expect(through(openStream(key), Buffer.concat([sealed, sealed]))).rejects.toMatchObject({ code: 'damaged' });
});

test('REL-03 pieces that change places, and another key, are noticed', async () => {
  const piece = 4 + 1024 * 1024 + 16;
  const sealed = await through(sealStream(key), randomBytes(2_500_000));
  const head = sealed.subarray(0, 40);
  const swapped = Buffer.concat([
    head,
    sealed.subarray(40 + piece, 40 + 2 * piece),
    sealed.subarray(40, 40 + piece),
    sealed.subarray(40 + 2 * piece),
  ]);
  await expect(through(openStream(key), swapped)).rejects.toMatchObject({ code: 'damaged' });
  await expect(through(openStream(randomBytes(32)), sealed)).rejects.toMatchObject({ code: 'damaged' });
});

test('the same content sealed twice shares nothing', async () => {
  const plain = Buffer.alloc(1_000);
  const [one, other] = [await through(sealStream(key), plain), await through(sealStream(key), plain)];
  expect(one.subarray(44).equals(other.subarray(44))).toBe(false);
});
