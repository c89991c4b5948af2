import type { Outline } from '../outline.ts';

/** Rooms as rectangles of their own area in rows about as high as they are wide: how a floor looks that nobody has drawn. Metres. */
export function plainGrid<Room extends { readonly areaM2: number }>(
  rooms: readonly Room[],
): readonly { readonly room: Room; readonly outline: Outline }[] {
  const total = rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0);
  const width = Math.sqrt(total * 1.8);
  const rows: Room[][] = [];
  const high = Math.max(2, Math.sqrt(total / Math.max(1, rooms.length)));
  let room = 0;
  while (room < rooms.length) {
    const row: Room[] = [];
    let area = 0;
    while (room < rooms.length && (row.length === 0 || area + rooms[room]!.areaM2 / 2 <= width * high)) {
      row.push(rooms[room]!);
      area += rooms[room]!.areaM2;
      room += 1;
    }
    rows.push(row);
  }
  let y = 0;
  return rows.flatMap((row) => {
    const area = row.reduce((sum, { areaM2 }) => sum + areaM2, 0);
    // The last row is as wide as its rooms are, not stretched over the floor.
    const wide = row === rows.at(-1) ? Math.min(width, area / high) : width;
    const height = area / wide;
    let x = 0;
    y -= height;
    return row.map((each) => {
      const own = each.areaM2 / height;
      const outline: Outline = [
        [
          [x, y],
          [x + own, y],
          [x + own, y + height],
          [x, y + height],
        ],
      ];
      x += own;
      return { room: each, outline };
    });
  });
}
