import type { Draft } from '@opengoa/kernel/solve';
import { type AllocationQuestion, wishes } from './question.ts';

/** A column that says whether a unit is on a floor. */
export interface OnFloor {
  readonly unit: string;
  readonly floor: string;
  readonly column: number;
}

/**
 * Columns and rows for units that wish to share a building: each pair that does not costs its weight.
 * @returns fills these columns of a start from what it says of floors
 */
export function nearColumns(
  draft: Draft,
  { units, floors, weights }: AllocationQuestion,
  cells: readonly OnFloor[],
): (start: Float64Array) => void {
  const buildingOf = new Map(floors.map(({ id, building }) => [id, building]));
  const byPlace = Map.groupBy(cells, ({ unit, floor }) => `${unit} ${buildingOf.get(floor)!}`);
  const buildings = [...new Set(floors.map(({ building }) => building))];
  const made = wishes(units).map(([a, b]) => {
    const apart = draft.column({ cost: weights.apart, whole: false });
    const together = buildings.flatMap((building) => {
      const [here, there] = [byPlace.get(`${a} ${building}`), byPlace.get(`${b} ${building}`)];
      if (!here || !there) return [];
      const both = draft.column({ whole: false });
      for (const side of [here, there])
        draft.row([[both, 1], ...side.map(({ column }) => [column, -1] as const)], { to: 0 });
      return [{ both, here, there }];
    });
    draft.row([[apart, 1], ...together.map(({ both }) => [both, 1] as const)], { from: 1 });
    return { apart, together };
  });
  return (start) => {
    for (const { apart, together } of made) {
      let any = 0;
      for (const { both, here, there } of together) {
        start[both] = Math.min(
          ...[here, there].map((side) =>
            Math.min(
              1,
              side.reduce((sum, { column }) => sum + start[column]!, 0),
            ),
          ),
        );
        any += start[both]!;
      }
      start[apart] = Math.max(0, 1 - any);
    }
  };
}
