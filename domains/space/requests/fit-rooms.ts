/** Vacant rooms beside what is asked for: which fit, why not, and the smallest lot that meets the need. Pure; areas in m², distances in km. */

export interface Spot {
  readonly longitude: number;
  readonly latitude: number;
}

export interface VacantRoom {
  readonly id: string;
  readonly number: string;
  readonly building: string;
  readonly buildingName: string;
  readonly floor: number | null;
  readonly group: string;
  readonly areaM2: number;
  readonly zone: string;
  readonly spot: Spot | null;
}

export interface RoomsNeeded {
  readonly needM2: number;
  readonly group: string;
  readonly zone: string;
  /** Where it would best lie. */
  readonly building: string | null;
  /** Buildings in which the unit has rooms, and where they stand. */
  readonly own: readonly string[];
  readonly ownSpots: readonly Spot[];
  /** What the quota leaves; null where none is known. */
  readonly leftM2: number | null;
}

export type FitReason =
  | 'same-building'
  | 'near-own'
  | 'zone-differs'
  | 'use-differs'
  | 'larger-than-need'
  | 'beyond-quota';

export interface FittedRoom extends VacantRoom {
  readonly fits: boolean;
  readonly reasons: readonly FitReason[];
  readonly distanceKm: number | null;
  readonly proposed: boolean;
}

/** A room larger than the need by this much is told; it still may be taken. */
const roomyShare = 1.25;

export function fitRooms(rooms: readonly VacantRoom[], need: RoomsNeeded): FittedRoom[] {
  const looked = rooms.map((room) => ({ ...room, ...fitOf(room, need) }));
  const chosen = new Set(proposeRooms(looked, need).map(({ id }) => id));
  return looked
    .map((room) => ({ ...room, proposed: chosen.has(room.id) }))
    .toSorted(
      (a, b) =>
        Number(b.proposed) - Number(a.proposed) ||
        Number(b.fits) - Number(a.fits) ||
        preference(b) - preference(a) ||
        (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) ||
        Math.abs(a.areaM2 - need.needM2) - Math.abs(b.areaM2 - need.needM2) ||
        a.number.localeCompare(b.number),
    );
}

const preference = ({ reasons }: { readonly reasons: readonly FitReason[] }): number =>
  (reasons.includes('same-building') ? 2 : 0) + (reasons.includes('near-own') ? 1 : 0);

function fitOf(room: VacantRoom, need: RoomsNeeded) {
  const reasons: FitReason[] = [];
  if (need.building !== null && room.building === need.building) reasons.push('same-building');
  if (need.own.includes(room.building)) reasons.push('near-own');
  if (room.zone !== need.zone) reasons.push('zone-differs');
  if (room.group !== need.group) reasons.push('use-differs');
  if (room.areaM2 > need.needM2 * roomyShare) reasons.push('larger-than-need');
  if (need.leftM2 !== null && room.areaM2 > need.leftM2) reasons.push('beyond-quota');
  // Use can be changed with a paper; zone and quota cannot be helped by this request.
  const fits = !reasons.includes('zone-differs') && !reasons.includes('beyond-quota');
  return { fits, reasons, distanceKm: nearestKm(room.spot, need.ownSpots) };
}

/** The smallest lot that meets the need, in one building where one has enough; else from the nearest buildings on. Nothing where all together are too little. */
export function proposeRooms<Room extends Pick<FittedRoom, keyof VacantRoom | 'fits' | 'reasons' | 'distanceKm'>>(
  rooms: readonly Room[],
  { needM2, building: wanted, own, group, leftM2 }: RoomsNeeded,
): Room[] {
  const fitting = rooms.filter(({ fits, group: its }) => fits && its === group);
  const byBuilding = Map.groupBy(fitting, ({ building }) => building);
  const lots = [...byBuilding].flatMap(([building, its]) => {
    const lot = smallestLot(its, needM2);
    return lot && (leftM2 === null || areaOf(lot) <= leftM2) ? [{ building, lot }] : [];
  });
  const rank = (building: string): number => (building === wanted ? 0 : own.includes(building) ? 1 : 2);
  const [best] = lots.toSorted(
    (a, b) =>
      rank(a.building) - rank(b.building) ||
      (a.lot[0]!.distanceKm ?? Infinity) - (b.lot[0]!.distanceKm ?? Infinity) ||
      areaOf(a.lot) - areaOf(b.lot),
  );
  if (best) return best.lot;
  const together: Room[] = [];
  for (const room of fitting.toSorted(
    (a, b) =>
      rank(a.building) - rank(b.building) ||
      (a.distanceKm ?? Infinity) - (b.distanceKm ?? Infinity) ||
      b.areaM2 - a.areaM2,
  )) {
    if (areaOf(together) >= needM2) break;
    if (leftM2 === null || areaOf(together) + room.areaM2 <= leftM2) together.push(room);
  }
  return areaOf(together) >= needM2 ? together : [];
}

const areaOf = (rooms: readonly { readonly areaM2: number }[]): number =>
  Math.round(rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0) * 100) / 100;

/** Of all lots with at least the area, one of the smallest area: sums of tenths of a square metre, each reached by as few rooms as are tried first. */
export function smallestLot<Room extends { readonly areaM2: number }>(
  rooms: readonly Room[],
  needM2: number,
): Room[] | null {
  const tenths = (area: number) => Math.floor(area * 10 + 1e-6);
  const need = Math.ceil(needM2 * 10 - 1e-6);
  const ordered = rooms.toSorted((a, b) => b.areaM2 - a.areaM2);
  const most = need + Math.max(0, ...ordered.map(({ areaM2 }) => tenths(areaM2)));
  // By each sum: the room that reached it last, and the sum before it.
  const by = new Int32Array(most + 1).fill(-1);
  const before = new Int32Array(most + 1).fill(-1);
  before[0] = 0;
  ordered.forEach(({ areaM2 }, at) => {
    const area = tenths(areaM2);
    if (area === 0) return;
    for (let sum = Math.min(most, need - 1 + area); sum >= area; sum -= 1) {
      if (before[sum]! < 0 && before[sum - area]! >= 0 && sum - area < need) {
        by[sum] = at;
        before[sum] = sum - area;
      }
    }
  });
  for (let sum = need; sum <= most; sum += 1) {
    if (before[sum]! < 0) continue;
    const lot: Room[] = [];
    for (let at = sum; at > 0; at = before[at]!) lot.push(ordered[by[at]!]!);
    return lot;
  }
  return null;
}

function nearestKm(from: Spot | null, to: readonly Spot[]): number | null {
  if (from === null || to.length === 0) return null;
  return Math.round(Math.min(...to.map((each) => kilometres(from, each))) * 100) / 100;
}

/** Along the great circle. */
export function kilometres(a: Spot, b: Spot): number {
  const rad = Math.PI / 180;
  const half =
    Math.sin(((b.latitude - a.latitude) * rad) / 2) ** 2 +
    Math.cos(a.latitude * rad) * Math.cos(b.latitude * rad) * Math.sin(((b.longitude - a.longitude) * rad) / 2) ** 2;
  return 2 * 6371 * Math.asin(Math.min(1, Math.sqrt(half)));
}
