import type { WebRoom } from '@opengoa/web-kit/room';

/** Every room with screens, found by looking at the disk when the pages are built: a new one is one new folder. */
const found = import.meta.glob<WebRoom>('../../../{domains/*,risk-centre}/web.ts', {
  eager: true,
  import: 'default',
});

export const foundRooms: readonly WebRoom[] = Object.values(found);
