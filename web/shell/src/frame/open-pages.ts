import { isOpen, pageAt, roomsNow, type RoomPage, type WebRoom } from '@opengoa/web-kit/room';

export interface OpenRoom {
  readonly room: WebRoom;
  readonly pages: readonly RoomPage[];
}

/** The entries of the navigation that are open to this session; a room without one is left out. */
export function openRooms(may: readonly string[]): readonly OpenRoom[] {
  return roomsNow()
    .map((room) => ({ room, pages: room.pages.filter((page) => page.nav && isOpen(page.needs, may)) }))
    .filter(({ pages }) => pages.length > 0);
}

/** The page at an address, and the pages above it, the widest first. */
export function pagesTo(
  path: string,
): { readonly room: WebRoom; readonly above: readonly RoomPage[]; readonly page: RoomPage } | undefined {
  const found = pageAt(path);
  if (!found) return undefined;
  const { room, page } = found;
  if (page.nav) return { room, page, above: [] };
  const above = page.under
    ? room.pages.filter((each) => each.path === page.under)
    : room.pages.filter(
        (each) =>
          each !== page && each.path !== '/' && !each.path.includes('{') && page.path.startsWith(`${each.path}/`),
      );
  return { room, page, above };
}
