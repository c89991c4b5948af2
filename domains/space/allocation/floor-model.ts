import { draftProgram, type Program } from '@opengoa/kernel/solve';
import { nearColumns, type OnFloor } from './near-columns.ts';
import { type AllocationQuestion, emptiable, type GivenRoom, type Placing, suits } from './question.ts';

/**
 * The question by floors: how much of each floor a unit takes, in square metres that may be cut anywhere. Every allocation of rooms is one of these
 * as well and costs no less, so what is proved of this is a bound of the whole.
 */
export interface FloorModel {
  readonly program: Program;
  /** Cost of what is fixed, on top of the program’s. */
  readonly offset: number;
  readonly onFloor: readonly OnFloor[];
  /** Square metres that each unit lacks in an answer. */
  shortOf(values: ArrayLike<number>): ReadonlyMap<string, number>;
  /** The columns of a placing of rooms that keeps the rules. */
  startOf(placing: Placing): Float64Array;
}

export const areaOf = (rooms: readonly Pick<GivenRoom, 'areaM2'>[]): number =>
  rooms.reduce((sum, { areaM2 }) => sum + areaM2, 0);

export function floorModel(question: AllocationQuestion): FloorModel {
  const { units, floors, weights } = question;
  const draft = draftProgram();
  const { free, fixedOf, lackOf, roomFor } = partsOf(question);
  const byFloor = Map.groupBy(free, ({ floor }) => floor);
  const ofPart = new Map<string, number[]>();
  const partM2 = new Map(
    [...Map.groupBy(free, ({ floor, zone }) => `${floor} ${zone}`)].map(([part, rooms]) => [part, areaOf(rooms)]),
  );
  const cells: (OnFloor & { areas: { part: string; area: number }[]; moved: number; today: number })[] = [];
  for (const unit of units)
    for (const floor of floors) {
      const may = (byFloor.get(floor.id) ?? []).filter(({ zone }) => suits(unit.zone, zone));
      const fixed = fixedOf(unit.id).filter((room) => room.floor === floor.id);
      if (may.length === 0 && fixed.length === 0) continue;
      const today = areaOf(may.filter((room) => room.today === unit.id));
      const column = draft.column({ cost: weights.floor, lower: Number(fixed.length > 0) });
      const areas = [...Map.groupBy(may, ({ zone }) => zone)].map(([zone, rooms]) => {
        const part = `${floor.id} ${zone}`;
        const area = draft.column({ cost: 1, upper: areaOf(rooms), whole: false });
        ofPart.set(part, [...(ofPart.get(part) ?? []), area]);
        return { part, area };
      });
      const density = unit.needM2 > 0 ? unit.people / unit.needM2 : 0;
      const moved = draft.column({ cost: weights.move * density, upper: areaOf(may), whole: false });
      const terms = areas.map(({ area }) => [area, 1] as const);
      if (may.length > 0) {
        draft.row([...terms, [column, -Math.min(areaOf(may), roomFor(unit))]], { to: 0 });
        // No room is smaller than the smallest.
        if (fixed.length === 0)
          draft.row([...terms, [column, -Math.min(...may.map(({ areaM2 }) => areaM2))]], { from: 0 });
        draft.row([[moved, 1], ...areas.map(({ area }) => [area, -1] as const)], { from: -today });
      }
      cells.push({ unit: unit.id, floor: floor.id, column, areas, moved, today });
    }
  for (const [part, columns] of ofPart)
    draft.row(
      columns.map((column) => [column, 1]),
      { to: partM2.get(part)! },
    );
  const ofUnit = Map.groupBy(cells, ({ unit }) => unit);
  const shorts = units.map((unit) => {
    const own = ofUnit.get(unit.id) ?? [];
    const short = draft.column({ cost: weights.lackingM2, upper: lackOf(unit), whole: false });
    const areas = own.flatMap((cell) => cell.areas.map(({ area }) => [area, 1] as const));
    draft.row([...areas, [short, 1]], { from: lackOf(unit) });
    draft.row(areas, { to: roomFor(unit) });
    leastFloors(own, short, lackOf(unit));
    return { unit, short, own };
  });
  /** So many floors at least, by the largest first, as long as nothing is short. */
  function leastFloors(own: typeof cells, short: number, lack: number) {
    const sizes = own
      .filter(({ areas }) => areas.length > 0)
      .map(({ areas }) => areas.reduce((sum, { part }) => sum + partM2.get(part)!, 0))
      .toSorted((a, b) => b - a);
    let reached = 0;
    let least = 0;
    while (least < sizes.length && reached < lack - 1e-6) reached += sizes[least++]!;
    if (least < 2 || reached < lack - 1e-6) return;
    const before = reached - sizes[least - 1]!;
    draft.row(
      [
        ...own.filter(({ areas }) => areas.length > 0).map(({ column }) => [column, 1] as const),
        [short, least / Math.max(1e-6, lack - before)],
      ],
      { from: least },
    );
  }
  const ofFloor = Map.groupBy(cells, ({ floor }) => floor);
  const empties = emptiable(question).map((floor) => {
    const here = ofFloor.get(floor.id) ?? [];
    const all = areaOf(question.rooms.filter((room) => room.floor === floor.id));
    const empty = draft.column({ cost: -weights.emptyFloor * all });
    for (const { column } of here)
      draft.row(
        [
          [empty, 1],
          [column, 1],
        ],
        { to: 1 },
      );
    // What is used of it lies in the way of its standing empty, square metre by square metre.
    draft.row([...here.flatMap((cell) => cell.areas.map(({ area }) => [area, 1] as const)), [empty, all]], { to: all });
    return { floor: floor.id, empty };
  });
  const near = nearColumns(draft, question, cells);
  const program = draft.done();
  return {
    program,
    offset: offsetOf(question),
    onFloor: cells,
    shortOf: (values) => new Map(shorts.map(({ unit, short }) => [unit.id, values[short]!])),
    startOf(placing) {
      const start = new Float64Array(program.cost.length);
      const placed = new Map<string, number>();
      for (const room of free) {
        const unit = placing.get(room.id);
        const key = `${unit} ${room.floor} ${room.zone}`;
        if (unit !== undefined) placed.set(key, (placed.get(key) ?? 0) + room.areaM2);
      }
      for (const { unit, areas, column, moved, today } of cells) {
        for (const { part, area } of areas) start[area] = placed.get(`${unit} ${part}`) ?? 0;
        const all = areas.reduce((sum, { area }) => sum + start[area]!, 0);
        start[column] = Math.max(program.lower?.[column] ?? 0, Number(all > 0));
        start[moved] = Math.max(0, all - today);
      }
      for (const { unit, short, own } of shorts)
        start[short] = Math.max(
          0,
          lackOf(unit) - own.flatMap((cell) => cell.areas).reduce((sum, { area }) => sum + start[area]!, 0),
        );
      for (const { floor, empty } of empties)
        start[empty] = Number((ofFloor.get(floor) ?? []).every(({ column }) => start[column] === 0));
      near(start);
      return start;
    },
  };
}

/** What is left to decide when the fixed rooms are taken out. */
export function partsOf({ units, rooms, surplusCap }: AllocationQuestion) {
  const fixed = Map.groupBy(
    rooms.filter((room) => room.fixed !== null),
    (room) => room.fixed!,
  );
  const fixedOf = (unit: string): readonly GivenRoom[] => fixed.get(unit) ?? [];
  const asked = new Set(units.map(({ id }) => id));
  return {
    free: rooms.filter((room) => room.fixed === null),
    fixedOf,
    asked,
    /** Square metres that the unit still needs. */
    lackOf: (unit: AllocationQuestion['units'][number]) => Math.max(0, unit.needM2 - areaOf(fixedOf(unit.id))),
    /** Square metres that it may still be given. */
    roomFor: (unit: AllocationQuestion['units'][number]) =>
      Math.max(0, surplusCap * unit.needM2 - areaOf(fixedOf(unit.id))),
  };
}

/** Cost of the fixed rooms: their area, and what they are above a unit’s cap. */
export function offsetOf(question: AllocationQuestion): number {
  const { units, surplusCap, weights } = question;
  const { fixedOf } = partsOf(question);
  return units.reduce((sum, unit) => {
    const area = areaOf(fixedOf(unit.id));
    return sum + area + weights.lackingM2 * Math.max(0, area - surplusCap * unit.needM2);
  }, 0);
}
