import { mkdtempSync, rmSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll } from 'vitest';

/** A folder of its own for a test file, removed when its tests are done. */
export function temporaryFiles(): {
  folder: string;
  write(content: string | Uint8Array | AsyncIterable<Uint8Array>, name?: string): Promise<string>;
} {
  const folder = mkdtempSync(join(tmpdir(), 'opengoa-exchange-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  let count = 0;
  return {
    folder,
    async write(content, name) {
      count += 1;
      const path = join(folder, name ?? `file-${count}`);
      await writeFile(path, content);
      return path;
    },
  };
}
