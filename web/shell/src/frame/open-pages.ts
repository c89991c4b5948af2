import type { Words } from '@opengoa/kernel/contract';
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

/** Fewer entries than this need no headings. */
const fewEntries = 8;

/** Entries of a room under their headings, in the order of the headings; those without one first. Empty headings are left out. */
export function groupsOf({ room, pages }: OpenRoom): readonly { title: Words | null; pages: readonly RoomPage[] }[] {
  const groups = pages.length < fewEntries ? [] : (room.groups ?? []);
  const named = new Set(groups.flatMap((group) => group.pages));
  return [
    { title: null, pages: pages.filter(({ path }) => !named.has(path)) },
    ...groups.map((group) => ({ title: group.title, pages: pages.filter(({ path }) => group.pages.includes(path)) })),
  ].filter((group) => group.pages.length > 0);
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
