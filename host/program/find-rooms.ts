import { existsSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Room } from '@opengoa/kernel';
import { kernelRoom } from '@opengoa/kernel/host';

/** The repository the program runs from. */
export const houseFolder = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Folders that may be rooms: every office, and the platforms beside them. A ninth office is one new folder and no edit here. */
export function roomFolders(house: string = houseFolder): string[] {
  const offices = existsSync(join(house, 'domains'))
    ? readdirSync(join(house, 'domains'))
        .toSorted()
        .map((name) => join(house, 'domains', name))
    : [];
  const platforms = readdirSync(house)
    .toSorted()
    .map((name) => join(house, name));
  return [...offices, ...platforms].filter((folder) => existsSync(join(folder, 'domain.ts')));
}

/** The kernel's room first, then every room found on the disk. */
export async function findRooms(house: string = houseFolder): Promise<Room[]> {
  const found: Room[] = [kernelRoom];
  for (const folder of roomFolders(house)) {
    const { default: room } = (await import(pathToFileURL(join(folder, 'domain.ts')).href)) as { default: Room };
    found.push(room);
  }
  return found;
}
