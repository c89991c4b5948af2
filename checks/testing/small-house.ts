import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { readHouse, type House } from '../house.ts';

/** A house of a few files in a temporary folder, gone after the test. */
export function smallHouse(files: Readonly<Record<string, string>>): House {
  const root = mkdtempSync(join(tmpdir(), 'opengoa-small-house-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  for (const [path, text] of Object.entries({ 'package.json': '{}', ...files })) {
    mkdirSync(join(root, dirname(path)), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  return readHouse(root);
}

/** A room's package with doors, as `package.json` text. */
export const roomPackage = (name: string, ...doors: readonly string[]): string =>
  JSON.stringify({
    name: `@opengoa/${name}`,
    exports: Object.fromEntries(
      doors.map((door) => [door === '.' ? '.' : `./${door}`, `./${door === '.' ? 'door' : door}.ts`]),
    ),
  });
