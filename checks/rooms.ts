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

/** The file that declares a verb: the one that writes its full name behind `verb(`. */
export const declaredIn = (house: House, name: string): string | undefined =>
  house.sources.find(({ text }) =>
    new RegExp(String.raw`\b[vV]erb\w*\(\s*['"]${name.replaceAll('.', String.raw`\.`)}['"]`).test(text),
  )?.path;
