/** Reads the standards of every room from the disk. */
import { readdir, readFile } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import type { StandardFile } from './read-standard.ts';

const passedOver = new Set(['node_modules', 'dist', 'coverage', 'testing']);

/**
 * Every `<room>/standards/**.yaml` below a folder, in order of path. Rooms are found by looking, so a new office needs no entry anywhere.
 * @param root the repository, or the folder of one room
 */
export async function findStandards(root: string): Promise<StandardFile[]> {
  const found: StandardFile[] = [];
  // Asked for one room alone, the room's name is still part of the path, since the standard's id is made of it.
  const named = (path: string): string => {
    const parts = path.split(sep);
    return (parts[0] === 'standards' ? [basename(resolve(root)), ...parts] : parts).join('/');
  };
  const walk = async (folder: string, inside: boolean): Promise<void> => {
    for (const entry of await readdir(folder, { withFileTypes: true })) {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) {
        const skipped = passedOver.has(entry.name) || entry.name.startsWith('.');
        if (!skipped && !(entry.name === 'data' && !inside)) await walk(path, inside || entry.name === 'standards');
      } else if (inside && /\.ya?ml$/.test(entry.name)) {
        found.push({ path: named(relative(root, path)), text: await readFile(path, 'utf8') });
      }
    }
  };
  await walk(root, false);
  return found.toSorted((a, b) => (a.path < b.path ? -1 : 1));
}
