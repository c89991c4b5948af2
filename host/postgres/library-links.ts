import { existsSync, lstatSync, readFileSync, readlinkSync, symlinkSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';

/**
 * The package carries each shared library once and leaves the version links (`libicuuc.so.60`) to an install script, which we
 * keep off. Makes the links that are missing; two programs may do so at once.
 *
 * @param native the package's `native` folder
 * @returns how many links were made
 * @throws the system's error when a link is missing and the folder cannot be written
 */
export function makeLibraryLinks(native: string): number {
  const list = join(native, 'pg-symlinks.json');
  if (!existsSync(list)) return 0;
  const links = JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[];
  let made = 0;
  for (const { source, target } of links) {
    const path = join(dirname(native), target);
    if (isLink(path, basename(source))) continue;
    try {
      symlinkSync(basename(source), path);
      made += 1;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  return made;
}

function isLink(path: string, to: string): boolean {
  try {
    return !lstatSync(path).isSymbolicLink() || readlinkSync(path) === to;
  } catch {
    return false;
  }
}
