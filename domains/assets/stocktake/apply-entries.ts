import type { Id } from '@opengoa/kernel';
import type { Conflict, Entry, EntryKind, How, LineState } from './contract.ts';
import { judgeLine, type OfTheBook, type Sight } from './judge-line.ts';
import { waysOf } from './stocktake.ts';

/** A line as entries find it. */
export interface Line {
  readonly id: Id;
  readonly card: Id | null;
  readonly code: string;
  readonly name: string;
  readonly valueFen: number;
  readonly sampled: boolean;
  readonly state: LineState;
  readonly conflict: Conflict | null;
  readonly how: How | null;
  readonly seenPlace: Id | null;
  readonly seenQuantity: number;
  readonly book: OfTheBook;
}

/** An entry that was kept before. */
export interface KeptEntry {
  readonly id: Id;
  readonly line: Id | null;
  readonly kind: EntryKind;
  readonly code: string;
  readonly place: Id;
  readonly quantity: number;
  readonly by: Id | null;
  readonly at: number;
}

export interface World {
  /** Lines that the codes name or that entries touch, those that are new with their new ids. */
  readonly lines: ReadonlyMap<Id, Line>;
  /** Line by what was scanned. */
  readonly byCode: ReadonlyMap<string, Id>;
  /** Sights of these lines that are kept, and none that was struck. */
  readonly before: readonly KeptEntry[];
  /** Ids of entries that are kept. */
  readonly known: ReadonlySet<Id>;
  readonly by: Id | null;
  readonly nowMs: number;
}

export interface Applied {
  readonly entries: readonly KeptEntry[];
  /** Lines that stand differently now, or are new. */
  readonly lines: readonly (Line & { readonly at: number | null })[];
  readonly placesDone: ReadonlyMap<Id, number>;
  readonly before: number;
}

const isSight = (kind: EntryKind) => kind !== 'move' && kind !== 'done' && kind !== 'strike';

/** Pure: what new entries of a device make of the lines. Whatever was sent before changes nothing; a clock that runs ahead counts as now. */
export function applyEntries(world: World, sent: readonly Entry[]): Applied {
  const ids = new Set<Id>();
  const fresh = sent.flatMap(([id, kind, place, code, quantity, at]): KeptEntry[] => {
    if (world.known.has(id) || ids.has(id)) return [];
    ids.add(id);
    const line = kind === 'done' || kind === 'strike' ? null : (world.byCode.get(code) ?? null);
    return [{ id, line, kind, code, place, quantity, by: world.by, at: Math.min(Date.parse(at), world.nowMs) }];
  });
  const struck = new Set(fresh.filter(({ kind }) => kind === 'strike').map(({ code }) => code));
  const all = [...world.before, ...fresh].filter(({ id }) => !struck.has(id));
  const sights = Map.groupBy(
    all.filter(({ line, kind }) => line !== null && isSight(kind)),
    ({ line }) => line!,
  );
  const moves = new Map(fresh.filter(({ kind }) => kind === 'move').map((entry) => [entry.line, entry.place]));
  const touched = new Set([
    ...fresh.flatMap(({ line }) => line ?? []),
    ...world.before.filter(({ id }) => struck.has(id)).flatMap(({ line }) => line ?? []),
  ]);
  const lines = [...touched].flatMap((id) => {
    const line = world.lines.get(id);
    if (!line) return [];
    const judged = judgeLine(line.book, (sights.get(id) ?? []) satisfies readonly Sight[]);
    const same = judged.state === line.state && judged.conflict === line.conflict && judged.place === line.seenPlace;
    const asked = moves.get(id);
    const moved =
      asked !== undefined &&
      asked === judged.place &&
      waysOf({ ...judged, foreign: line.book.foreign }).includes('move-here');
    return [
      {
        ...line,
        state: judged.state,
        conflict: judged.conflict,
        seenPlace: judged.place,
        seenQuantity: judged.quantity,
        at: judged.at,
        // What somebody decided stays as long as nothing else is seen.
        how: moved ? ('move-here' as const) : same ? line.how : null,
      },
    ];
  });
  return {
    entries: fresh,
    lines,
    placesDone: new Map(fresh.filter(({ kind }) => kind === 'done').map(({ place, at }) => [place, at])),
    before: sent.length - fresh.length,
  };
}
