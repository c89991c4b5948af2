import { Readable } from 'node:stream';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { isInside, packEntries, unpackEntries, type Entry, type OpenEntry } from './entries.ts';

async function* given(files: { path: string; bytes: Uint8Array }[]): AsyncGenerator<OpenEntry> {
  for (const { path, bytes } of files) {
    yield { path, mode: 0o600, parts: Readable.from([Buffer.from(bytes)]) as AsyncIterable<Buffer> };
  }
}

async function gather(parts: AsyncIterable<Buffer>): Promise<Buffer[]> {
  const all: Buffer[] = [];
  for await (const part of parts) all.push(part);
  return all;
}

const file = fc.record({
  path: fc.stringMatching(/^[a-z]{1,8}(\/[a-z]{1,8}){0,3}$/),
  bytes: fc.uint8Array({ maxLength: 3_000 }),
});

test('what is packed is unpacked and listed, file by file', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(file, { maxLength: 8 }), fc.integer({ min: 1, max: 999 }), async (files, cut) => {
      const listed: Entry[] = [];
      const packed = Buffer.concat(await gather(packEntries(given(files), (entry) => listed.push(entry))));
      const pieces = Array.from({ length: Math.ceil(packed.length / cut) }, (_, at) =>
        packed.subarray(at * cut, (at + 1) * cut),
      );
      const back: { path: string; bytes: Buffer }[] = [];
      for await (const { path, parts } of unpackEntries(Readable.from(pieces) as AsyncIterable<Buffer>)) {
        back.push({ path, bytes: Buffer.concat(await gather(parts)) });
      }
      expect(back).toEqual(files.map(({ path, bytes }) => ({ path, bytes: Buffer.from(bytes) })));
      expect(listed.map(({ path, bytes }) => [path, bytes])).toEqual(
        files.map(({ path, bytes }) => [path, bytes.length]),
      );
    }),
  );
});

test('a path that leads out of the folder is never written', () => {
  const outside = ['', '/etc/passwd', '../up', 'a/../../b', 'a//b', './a', 'a\\b'];
  expect(outside.filter(isInside)).toEqual([]);
  expect(isInside('postgres/base/1/2')).toBe(true);
});
