import { globSync } from 'node:fs';
import { join } from 'node:path';
import type { WebRoom } from '@opengoa/web-kit/room';

const root = join(import.meta.dirname, '../../../..');

/** Every room with screens, as the pages are built from them. */
export async function everyRoom(): Promise<WebRoom[]> {
  const files = globSync(['domains/*/web.ts', 'risk-centre/web.ts', 'web/shell/src/*/room.ts'], { cwd: root });
  const rooms: WebRoom[] = [];
  for (const file of files) {
    const all = Object.values((await import(join(root, file))) as Record<string, unknown>);
    rooms.push(...all.filter((each): each is WebRoom => typeof each === 'object' && each !== null && 'pages' in each));
  }
  return rooms;
}
