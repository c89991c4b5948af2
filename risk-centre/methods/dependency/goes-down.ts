/**
 * What else goes down when something fails: parts of a building, a fleet or an information system that need each other. A part needs each of its groups, and of a group as many as stand there
 * (both pumps, or one of two feeds). Loops are allowed: what nothing failed reaches stays up.
 */
export interface Need {
  readonly of: readonly string[];
  /** At least so many of them up; all of them where it is left out. */
  readonly atLeast?: number;
}

export interface Part {
  readonly id: string;
  readonly needs: readonly Need[];
  /** What an hour without it costs by itself, apart from what depends on it. */
  readonly hourLossFen: number;
}

export interface Down {
  readonly id: string;
  /** 0: failed itself; 1: directly for want of a failed one; and so on. */
  readonly wave: number;
  /** What it is down for want of: those of its needs that are down; empty where it failed itself. */
  readonly want: readonly string[];
  readonly hourLossFen: number;
}

export interface GoneDown {
  /** In order of waves, then of names. */
  readonly down: readonly Down[];
  readonly hourLossFen: number;
}

export type Parts = ReadonlyMap<string, Part>;

/** @throws RangeError where a part needs one that is not there, a group asks for more than it has, or a name stands twice */
export function partsOf(list: readonly Part[]): Parts {
  const parts = new Map(list.map((part) => [part.id, part]));
  if (parts.size !== list.length) throw new RangeError('a part stands twice');
  for (const { id, needs } of list)
    for (const { of, atLeast = of.length } of needs) {
      const unknown = of.find((each) => !parts.has(each));
      if (unknown !== undefined) throw new RangeError(`${id} needs ${unknown}, which is not there`);
      if (atLeast > of.length || atLeast < 1) throw new RangeError(`${id} needs ${atLeast} of ${of.length}`);
    }
  return parts;
}

export function goesDown(parts: Parts, failed: Iterable<string>): GoneDown {
  const down = new Map<string, Down>();
  for (const id of new Set(failed)) {
    const part = parts.get(id);
    if (!part) throw new RangeError(`${id} is not there`);
    down.set(id, { id, wave: 0, want: [], hourLossFen: part.hourLossFen });
  }
  for (let wave = 1; ; wave++) {
    const next = [...parts.values()].flatMap(({ id, needs, hourLossFen }): Down[] => {
      if (down.has(id)) return [];
      const want = needs.flatMap(({ of, atLeast = of.length }) => {
        const missing = of.filter((each) => down.has(each));
        return of.length - missing.length < atLeast ? missing : [];
      });
      return want.length > 0 ? [{ id, wave, want: [...new Set(want)].toSorted(), hourLossFen }] : [];
    });
    if (next.length === 0) break;
    for (const each of next) down.set(each.id, each);
  }
  const list = [...down.values()].toSorted((a, b) => a.wave - b.wave || (a.id < b.id ? -1 : 1));
  return { down: list, hourLossFen: list.reduce((sum, each) => sum + each.hourLossFen, 0) };
}
