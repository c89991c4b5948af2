import { type AllocationQuestion, emptiable, suits, wishes } from './question.ts';

/** What the thread is given: a question, an answer to begin from, and how long. */
export interface AnnealOrder {
  readonly question: AllocationQuestion;
  readonly placing: readonly (readonly [room: string, unit: string])[];
  readonly seconds: number;
  readonly seed: number;
}

/** Square metres’ worth: from where a plan is let become worse for a while, to where it is not. */
const hottest = 3;
const coldest = 0.15;
/** A lacking square metre while it is hot; at the end it is what the question says. */
const softLack = 30;
const hardFrom = 0.8;
/** The clock is asked after so many trials. */
const trialsBetween = 2_000;
/** Share of trials in which a unit leaves a floor with all it has there; up to so many rooms. */
const blocks = 0.2;
const mostInBlock = 6;

/**
 * Makes a plan of rooms better by trial: a room to another unit or to nobody, or two units exchange rooms; what is worse is taken as well while it is
 * hot. Proves nothing; from where it ends the search by programs goes on.
 * @source E. K. Burke, P. Cowling, J. D. Landa Silva, B. McCollum, Three methods to automate the space allocation process in UK universities, PATAT 2000
 */
export default function anneal({ question, placing, seconds, seed }: AnnealOrder): [room: string, unit: string][] {
  const state = stateOf(question, new Map(placing));
  const { open, unitOf, may, onFloorOf, roomsOn } = state;
  if (open.length === 0 || question.units.length === 0) return [...placing].map(([room, unit]) => [room, unit]);
  const random = seeded(seed);
  const among = (list: ArrayLike<number>): number => list[Math.floor(random() * list.length)]!;
  const begin = performance.now();
  let heat = hottest;
  let share = 0;
  const taken = (worse: number): boolean => worse <= 0 || random() < Math.exp(-worse / heat);
  const best = { cost: Infinity, unitOf: unitOf.slice() };
  let cost = 0;
  let hard = false;
  for (let trial = 0; ; trial += 1) {
    if (trial % trialsBetween === 0) {
      share = (performance.now() - begin) / 1000 / seconds;
      if (share >= 1) break;
      heat = hottest * (coldest / hottest) ** share;
      if (!hard && share >= hardFrom) {
        hard = true;
        state.harden();
        cost = 0;
        best.cost = 0;
        best.unitOf.set(unitOf);
      }
    }
    const room = among(open);
    const was = unitOf[room]!;
    const sort = random();
    if (sort < blocks && was >= 0) {
      const changed = state.leaveFloor(room, was, among(state.roomsOf(was)), random);
      if (!changed) continue;
      if (taken(changed.worse)) cost += changed.worse;
      else changed.undo();
    } else if (sort < 0.55) {
      const kind = random();
      const to =
        kind < 0.25
          ? -1
          : kind < 0.75
            ? onFloorOf(among(roomsOn(room)))
            : kind < 0.85
              ? state.todayOf[room]!
              : Math.floor(random() * question.units.length);
      if (to === was || (to >= 0 && !may(to, room))) continue;
      const worse = state.shift(room, to);
      if (taken(worse)) cost += worse;
      else state.shift(room, was);
    } else {
      // Mostly with a room on a floor where the unit is anyway.
      const other = was >= 0 && random() < 0.8 ? among(roomsOn(among(state.roomsOf(was)))) : among(open);
      const there = unitOf[other]!;
      if (there === was || (there >= 0 && !may(there, room)) || (was >= 0 && !may(was, other))) continue;
      if (!state.isOpen[other]) continue;
      const worse = state.shift(room, there) + state.shift(other, was);
      if (taken(worse)) cost += worse;
      else {
        state.shift(other, there);
        state.shift(room, was);
      }
    }
    if (hard && cost < best.cost - 1e-9) {
      best.cost = cost;
      best.unitOf.set(unitOf);
    }
  }
  const answer = hard ? best.unitOf : unitOf;
  return question.rooms.flatMap(({ id }, r) =>
    answer[r]! < 0 ? [] : [[id, question.units[answer[r]!]!.id] as [string, string]],
  );
}

/** The plan in numbers: what a change of one room costs is told without looking at the rest. */
function stateOf(question: AllocationQuestion, placing: ReadonlyMap<string, string>) {
  const { units, rooms, floors, weights, surplusCap } = question;
  const unitAt = new Map(units.map(({ id }, u) => [id, u]));
  const floorAt = new Map(floors.map(({ id }, f) => [id, f]));
  const buildings = [...new Set(floors.map(({ building }) => building))];
  const buildingOf = Int32Array.from(floors, ({ building }) => buildings.indexOf(building));
  const floorOf = Int32Array.from(rooms, ({ floor }) => floorAt.get(floor)!);
  const area = Float64Array.from(rooms, ({ areaM2 }) => areaM2);
  const todayOf = Int32Array.from(rooms, ({ today }) => unitAt.get(today ?? '') ?? -1);
  const need = Float64Array.from(units, ({ needM2 }) => needM2);
  const cap = need.map((each) => each * surplusCap);
  const moveM2 = Float64Array.from(units, ({ people, needM2 }) => (needM2 > 0 ? (weights.move * people) / needM2 : 0));
  const isOpen = Uint8Array.from(rooms, ({ fixed }) => Number(fixed === null));
  const open = Int32Array.from(rooms.keys().filter((r) => isOpen[r] === 1));
  const floorWorth = new Float64Array(floors.length);
  for (const { id } of emptiable(question)) floorWorth[floorAt.get(id)!] = weights.emptyFloor;
  const floorM2 = new Float64Array(floors.length);
  floorOf.forEach((floor, r) => (floorM2[floor]! += area[r]!));
  floorM2.forEach((all, floor) => (floorWorth[floor]! *= all));
  const near = wishes(units).map(([a, b]) => [unitAt.get(a)!, unitAt.get(b)!] as const);
  const wishesOf = units.map((_unit, u) => near.filter((pair) => pair.includes(u)));

  const unitOf = Int32Array.from(rooms, ({ id }) => unitAt.get(placing.get(id) ?? '') ?? -1);
  const given = new Float64Array(units.length);
  const onFloor = new Int32Array(units.length * floors.length);
  const inBuilding = new Int32Array(units.length * buildings.length);
  const used = new Int32Array(floors.length);
  const own: number[][] = units.map(() => []);
  const slot = new Int32Array(rooms.length);
  const byFloor: number[][] = floors.map(() => []);
  floorOf.forEach((floor, r) => byFloor[floor]!.push(r));
  let lackM2 = softLack;
  let hard = false;

  const lack = (u: number): number => lackM2 * (Math.max(0, need[u]! - given[u]!) + Math.max(0, given[u]! - cap[u]!));
  const apart = (a: number, b: number): number => {
    for (let k = 0; k < buildings.length; k += 1)
      if (inBuilding[a * buildings.length + k]! > 0 && inBuilding[b * buildings.length + k]! > 0) return 0;
    return weights.apart;
  };
  const apartOf = (u: number): number => {
    let sum = 0;
    for (const [a, b] of wishesOf[u]!) sum += apart(a, b);
    return sum;
  };
  /** While it is hot a floor that is nearly empty is worth something already: a way leads there. */
  const emptiness = (share: number): number => (hard ? Number(share === 0) : (1 - share) ** 4);
  const put = (r: number, u: number, by: 1 | -1): number => {
    const floor = floorOf[r]!;
    const building = u * buildings.length + buildingOf[floor]!;
    const cell = u * floors.length + floor;
    let worse = by * (area[r]! + (todayOf[r] === u || isOpen[r] === 0 ? 0 : moveM2[u]! * area[r]!)) - lack(u);
    given[u]! += by * area[r]!;
    worse += lack(u);
    if (by === 1 ? onFloor[cell] === 0 : onFloor[cell] === 1) worse += by * weights.floor;
    onFloor[cell]! += by;
    const crosses = by === 1 ? inBuilding[building] === 0 : inBuilding[building] === 1;
    if (crosses && wishesOf[u]!.length > 0) worse -= apartOf(u);
    inBuilding[building]! += by;
    if (crosses && wishesOf[u]!.length > 0) worse += apartOf(u);
    worse += floorWorth[floor]! * emptiness(used[floor]! / byFloor[floor]!.length);
    used[floor]! += by;
    worse -= floorWorth[floor]! * emptiness(used[floor]! / byFloor[floor]!.length);
    const list = own[u]!;
    if (by === 1) slot[r] = list.push(r) - 1;
    else {
      const last = list.pop()!;
      if (last !== r) {
        list[slot[r]!] = last;
        slot[last] = slot[r]!;
      }
    }
    return worse;
  };
  unitOf.forEach((u, r) => u >= 0 && put(r, u, 1));
  /** What it costs more, in square metres’ worth, that the room is the unit’s, or nobody’s where that is -1. */
  const shift = (r: number, u: number): number => {
    const was = unitOf[r]!;
    const worse = (was >= 0 ? put(r, was, -1) : 0) + (u >= 0 ? put(r, u, 1) : 0);
    unitOf[r] = u;
    return worse;
  };
  const may = (u: number, r: number): boolean => suits(units[u]!.zone, rooms[r]!.zone);
  return {
    open,
    isOpen,
    unitOf,
    todayOf,
    roomsOf: (u: number) => own[u]!,
    roomsOn: (r: number) => byFloor[floorOf[r]!]!,
    onFloorOf: (r: number) => unitOf[r]!,
    may,
    shift,
    /** From now on as the question says. */
    harden() {
      lackM2 = weights.lackingM2;
      hard = true;
    },
    /** A unit leaves the floor of one room and takes as many, of much the same size, on the floor of another; who is there comes instead. */
    leaveFloor(from: number, u: number, to: number, random: () => number) {
      const [left, right] = [floorOf[from]!, floorOf[to]!];
      const count = onFloor[u * floors.length + left]!;
      if (left === right || count > mostInBlock) return undefined;
      const leaving = byFloor[left]!.filter((r) => unitOf[r] === u);
      const there = byFloor[right]!.filter((r) => unitOf[r] !== u && isOpen[r] === 1 && may(u, r));
      if (there.length < leaving.length || leaving.some((r) => isOpen[r] === 0)) return undefined;
      const swaps: [number, number][] = [];
      let worse = 0;
      for (const r of leaving) {
        let best = -1;
        let off = Infinity;
        for (const [k, other] of there.entries()) {
          const apartBy = Math.abs(area[other]! - area[r]!) + 3 * random();
          if (apartBy < off && (unitOf[other]! < 0 || may(unitOf[other]!, r))) {
            off = apartBy;
            best = k;
          }
        }
        if (best < 0) break;
        const other = there.splice(best, 1)[0]!;
        const v = unitOf[other]!;
        worse += shift(r, v) + shift(other, u);
        swaps.push([r, other]);
      }
      const undo = () => {
        for (const [r, other] of swaps.toReversed()) {
          const v = unitOf[r]!;
          shift(r, u);
          shift(other, v);
        }
      };
      return { worse, undo };
    },
  };
}

/** Numbers in [0, 1), the same for a seed: a plan asked for twice begins the same way. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}
