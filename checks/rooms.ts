import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Room } from '@opengoa/kernel';
import type { House } from './house.ts';

/** A room as its `domain.ts` declares it, without a database; the kernel is one too. */
export interface DeclaredRoom {
  /** `domains/vehicles` */
  readonly folder: string;
  readonly room: Room;
}

/** Every room of the house, found by looking at the disk. */
export async function roomsOf(house: House): Promise<DeclaredRoom[]> {
  const files = house.paths.filter(
    (path) => path === 'kernel/kernel-room.ts' || /^(domains\/[^/]+|[^/]+)\/domain\.ts$/.test(path),
  );
  return Promise.all(
    files.map(async (path) => {
      const module = (await import(pathToFileURL(join(house.root, path)).href)) as {
        default?: Room;
        kernelRoom?: Room;
      };
      const room = module.default ?? module.kernelRoom;
      if (!room) throw new Error(`${path} exports no room`);
      return { folder: path.slice(0, path.lastIndexOf('/')), room };
    }),
  );
}

/** Verb to the file that declares it: the one that writes its full name behind `verb(`. */
export function declarationsOf(house: House): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const { path, text } of house.sources) {
    if (!text.includes('erb(') && !text.includes('erb<')) continue;
    for (const match of text.matchAll(/\b[vV]erb\w*(?:<[^>]*>)?\(\s*['"]([\w-]+\.[\w-]+)['"]/g))
      if (!found.has(match[1]!)) found.set(match[1]!, path);
  }
  return found;
}
