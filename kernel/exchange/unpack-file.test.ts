import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { temporaryFiles } from './testing/temporary-files.ts';
import { unpackFile } from './unpack-file.ts';

const { folder } = temporaryFiles();
const packed = (name: string, content: Buffer): [string, string] => {
  const from = join(folder, `${name}.gz`);
  writeFileSync(from, content);
  return [from, join(folder, name)];
};

test('a packed table comes out as it was', async () => {
  const [from, to] = packed('plain', gzipSync('a,b\n1,2\n'));
  await unpackFile(from, to, 1000);
  expect(readFileSync(to, 'utf8')).toBe('a,b\n1,2\n');
});

test.each([
  ['SEC-FI-02 what unpacks to too much', gzipSync(Buffer.alloc(5_000_000)), 'unpacks-too-large'],
  ['a broken one', gzipSync('a,b\n1,2\n').subarray(0, 20), 'damaged-file'],
])('%s is refused and leaves nothing', async (name, content, code) => {
  const [from, to] = packed(name, content);
  await expect(unpackFile(from, to, 1_000_000)).rejects.toMatchObject({ refusal: { code } });
  expect(existsSync(to)).toBe(false);
});
