import type { Row } from '@opengoa/web-kit';

export type UnitRow = Row<'kernel.units'>;

export interface Node {
  readonly unit: UnitRow;
  readonly children: readonly Node[];
}

/** A line of the tree as it is drawn: depth counts from 1. */
export interface Line {
  readonly unit: UnitRow;
  readonly depth: number;
  readonly opens: boolean;
  readonly open: boolean;
}

/** Units by their parents; one whose parent is not among them is a root, and a circle in the data ends where it began. */
export function treeOf(units: readonly UnitRow[]): readonly Node[] {
  const known = new Set(units.map((unit) => unit.id));
  const below = new Map<string | null, UnitRow[]>();
  for (const unit of units) {
    const parent = unit.parent_id !== null && known.has(unit.parent_id) ? unit.parent_id : null;
    below.set(parent, [...(below.get(parent) ?? []), unit]);
  }
  const grow = (parent: string | null, above: ReadonlySet<string>): Node[] =>
    (below.get(parent) ?? [])
      .filter((unit) => !above.has(unit.id))
      .map((unit) => ({ unit, children: grow(unit.id, new Set([...above, unit.id])) }));
  return grow(null, new Set());
}

/** The lines seen now: those whose every ancestor is open. */
export function linesOf(nodes: readonly Node[], open: ReadonlySet<string>, depth = 1): readonly Line[] {
  return nodes.flatMap(({ unit, children }) => {
    const isOpen = open.has(unit.id);
    return [
      { unit, depth, opens: children.length > 0, open: isOpen },
      ...(isOpen ? linesOf(children, open, depth + 1) : []),
    ];
  });
}

/** Ids from the root down to a unit: what must be open for it to be seen. */
export function pathTo(units: readonly UnitRow[], id: string | undefined): readonly string[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]));
  const path: string[] = [];
  for (
    let unit = id === undefined ? undefined : byId.get(id);
    unit && !path.includes(unit.id);
    unit = unit.parent_id ? byId.get(unit.parent_id) : undefined
  )
    path.unshift(unit.id);
  return path;
}
