import { join } from 'node:path';
import type { Room } from '../room.ts';
import { loadKit } from './load-kit.ts';
import type { KitRegister, RegisteredKit } from './register.ts';

/**
 * Every kit a room says it feeds, by id `<room>/<kit>`.
 * @throws when a kit's folder is not whole: found at start, not at the first run
 */
export async function loadKits(rooms: readonly Room[]): Promise<KitRegister> {
  const kits = new Map<string, RegisteredKit>();
  for (const room of rooms) {
    for (const source of room.risks ?? []) {
      const kit = await loadKit(join(room.folder, 'risks', source.kit));
      const { looksAgain, asKnown } = source;
      kits.set(kit.id, {
        kit,
        room: room.name,
        source,
        ...(looksAgain ? { looksAgain } : {}),
        ...(asKnown ? { asKnown } : {}),
      });
    }
  }
  return kits;
}
