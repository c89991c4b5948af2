import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { readHouse } from '../../checks/house.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** A copy of this house in a temporary folder, with the packages that are installed here. */
export interface CopiedHouse {
  readonly root: string;
  /** Runs a program of the copy on this Node; answers its exit code and what it said. */
  run(...args: string[]): { readonly code: number | null; readonly said: string };
  read(path: string): string;
  remove(): void;
}

/** Other people's packages are linked, our own lead to the copy: `@opengoa/kernel` there is the copy's kernel. */
function linkPackages(copy: string): void {
  const here = join(root, 'node_modules');
  const there = join(copy, 'node_modules');
  mkdirSync(join(there, '@opengoa'), { recursive: true });
  for (const name of readdirSync(here)) {
    if (name === '@opengoa' || name.startsWith('.')) continue;
    symlinkSync(join(here, name), join(there, name));
  }
  symlinkSync(join(here, '.bin'), join(there, '.bin'));
  for (const name of readdirSync(join(here, '@opengoa')))
    symlinkSync(readlinkSync(join(here, '@opengoa', name)), join(there, '@opengoa', name));
}

export function copiedHouse(): CopiedHouse {
  const copy = mkdtempSync(join(tmpdir(), 'opengoa-copied-house-'));
  // The demo's readings are large and no source.
  for (const path of readHouse(root).paths.filter((each) => !each.endsWith('.gz'))) {
    mkdirSync(join(copy, dirname(path)), { recursive: true });
    cpSync(join(root, path), join(copy, path));
  }
  linkPackages(copy);
  return {
    root: copy,
    run(...args) {
      const done = spawnSync(process.execPath, args, {
        cwd: copy,
        encoding: 'utf8',
        env: { ...process.env, NO_COLOR: '1' },
      });
      return { code: done.status, said: `${done.stdout}${done.stderr}` };
    },
    read: (path) => readFileSync(join(copy, path), 'utf8'),
    remove: () => rmSync(copy, { recursive: true, force: true }),
  };
}
