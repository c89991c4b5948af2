import { draftProgram, type Program } from '@opengoa/kernel/solve';
import { areaOf, offsetOf, partsOf } from './floor-model.ts';
import { nearColumns } from './near-columns.ts';
import { type AllocationQuestion, emptiable, type GivenRoom, type Placing, suits } from './question.ts';

/** The question by rooms: SA-10, with rooms counted that nothing tells apart (same floor, area, zone, and whose they are today). */
export interface RoomModel {
  readonly program: Program;
  readonly offset: number;
  readonly choices: number;
  startOf(placing: Placing): Float64Array;
  placingOf(values: ArrayLike<number>): Placing;
}

/**
 * @param may whether the unit may be given rooms of the floor: where the question is large, floors were chosen before
 */
export function roomModel(question: AllocationQuestion, may: (unit: string, floor: string) => boolean): RoomModel {
  const { units, floors, weights } = question;
  const draft = draftProgram();
  const { free, fixedOf, lackOf, roomFor, asked } = partsOf(question);
  const kinds = kindsOf(free, asked);
  const byFloor = Map.groupBy(kinds, ({ floor }) => floor);
  const ofKind = new Map<Kind, { unit: string; column: number }[]>(kinds.map((kind) => [kind, []]));
  const cells: { unit: string; floor: string; column: number; own: { kind: Kind; column: number }[] }[] = [];
  const shorts: { short: number; lack: number; own: (typeof cells)[number]['own'] }[] = [];
  for (const unit of units) {
    const all: { kind: Kind; column: number }[] = [];
    const density = unit.needM2 > 0 ? unit.people / unit.needM2 : 0;
    for (const floor of floors) {
      const fixed = fixedOf(unit.id).some((room) => room.floor === floor.id);
      const kindsHere = (byFloor.get(floor.id) ?? []).filter(
        ({ zone, areaM2 }) => may(unit.id, floor.id) && suits(unit.zone, zone) && areaM2 <= roomFor(unit) + 1e-9,
      );
      if (kindsHere.length === 0 && !fixed) continue;
      const onFloor = draft.column({ cost: weights.floor, lower: Number(fixed) });
      const own = kindsHere.map((kind) => {
        const move = kind.today === unit.id ? 0 : weights.move * density * kind.areaM2;
        const column = draft.column({ cost: kind.areaM2 + move, upper: kind.rooms.length });
        draft.row(
          [
            [column, 1],
            [onFloor, -kind.rooms.length],
          ],
          { to: 0 },
        );
        ofKind.get(kind)!.push({ unit: unit.id, column });
        return { kind, column };
      });
      // Being on a floor means having a room there.
      if (!fixed) draft.row([...own.map(({ column }) => [column, 1] as const), [onFloor, -1]], { from: 0 });
      all.push(...own);
      cells.push({ unit: unit.id, floor: floor.id, column: onFloor, own });
    }
    const lack = lackOf(unit);
    const short = draft.column({ cost: weights.lackingM2, upper: lack, whole: false });
    const areas = all.map(({ kind, column }) => [column, kind.areaM2] as const);
    draft.row([...areas, [short, 1]], { from: lack });
    draft.row(areas, { to: roomFor(unit) });
    shorts.push({ short, lack, own: all });
  }
  const ofFloor = Map.groupBy(cells, ({ floor }) => floor);
  const empties = new Map(
    emptiable(question).map((floor) => {
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
      return [floor.id, { empty, here }] as const;
    }),
  );
  for (const [kind, takers] of ofKind) {
    if (takers.length === 0) continue;
    const empty = empties.get(kind.floor)?.empty;
    const count = kind.rooms.length;
    const terms = takers.map(({ column }) => [column, 1] as const);
    draft.row(empty === undefined ? terms : [...terms, [empty, count]], { to: count });
  }
  const near = nearColumns(draft, question, cells);
  const program = draft.done();
  return {
    program,
    offset: offsetOf(question),
    choices: cells.reduce((sum, { own }) => sum + own.length, 0),
    startOf(placing) {
      const start = new Float64Array(program.cost.length);
      for (const { unit, column, own } of cells) {
        for (const choice of own)
          start[choice.column] = choice.kind.rooms.filter(({ id }) => placing.get(id) === unit).length;
        start[column] = Math.max(program.lower?.[column] ?? 0, Number(own.some((choice) => start[choice.column]! > 0)));
      }
      for (const { short, lack, own } of shorts)
        start[short] = Math.max(0, lack - own.reduce((sum, { kind, column }) => sum + kind.areaM2 * start[column]!, 0));
      for (const { empty, here } of empties.values())
        start[empty] = Number(here.every(({ column }) => start[column] === 0));
      near(start);
      return start;
    },
    placingOf(values) {
      const placing = new Map<string, string>();
      for (const unit of units) for (const room of fixedOf(unit.id)) placing.set(room.id, unit.id);
      for (const [kind, takers] of ofKind) {
        let next = 0;
        // In the order of their numbers, so that a unit’s rooms lie side by side.
        for (const { unit, column } of takers)
          for (let count = Math.round(values[column]!); count > 0; count -= 1)
            placing.set(kind.rooms[next++]!.id, unit);
      }
      return placing;
    },
  };
}

interface Kind {
  readonly floor: string;
  readonly zone: GivenRoom['zone'];
  readonly areaM2: number;
  readonly today: string | null;
  readonly rooms: readonly GivenRoom[];
}

function kindsOf(free: readonly GivenRoom[], asked: ReadonlySet<string>): Kind[] {
  const today = (room: GivenRoom) => (room.today !== null && asked.has(room.today) ? room.today : null);
  return [
    ...Map.groupBy(free, (room) => [room.floor, room.zone, room.areaM2, today(room) ?? ''].join(' ')).values(),
  ].map((rooms) => ({
    floor: rooms[0]!.floor,
    zone: rooms[0]!.zone,
    areaM2: rooms[0]!.areaM2,
    today: today(rooms[0]!),
    rooms: rooms.toSorted((a, b) => a.number.localeCompare(b.number, 'zh', { numeric: true })),
  }));
}
