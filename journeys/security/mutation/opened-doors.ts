import type { Kernel } from '@opengoa/kernel/host';

/** One door of the assembled house with its own check taken away. */
export interface OpenedDoor {
  readonly id: string;
  /** `<room>.<name>` of the verb, read or list. */
  readonly door: string;
  away(): void;
  back(): void;
}

interface Declared {
  readonly who: readonly string[];
  readonly internal?: boolean;
  readonly at?: (...known: never[]) => unknown;
}

/**
 * Every verb, read and list that is offered, found in the assembled house: opened to whoever is signed in; and judged where the asker is at
 * home instead of where the thing lies.
 */
export function openedDoors(kernel: Kernel): OpenedDoor[] {
  return (['verbs', 'reads', 'lists'] as const).flatMap((kind) => {
    const doors = kernel[kind] as unknown as Map<string, Declared>;
    return [...doors].flatMap(([door, declared]) => {
      const instead = (what: string, changed: Declared): OpenedDoor => ({
        id: `${kind.slice(0, -1)} ${door}: ${what}`,
        door,
        away: () => void doors.set(door, changed),
        back: () => void doors.set(door, declared),
      });
      if (declared.internal || declared.who.includes('anyone') || declared.who.includes('signed-in')) return [];
      const opened = [instead('who may come', { ...declared, who: [...declared.who, 'signed-in'] })];
      if (!declared.at) return opened;
      const atHome = (...known: never[]) => {
        const { actor } = known.at(-1) as unknown as { actor: { unit: string; person: string } };
        return { unit: actor.unit, person: actor.person };
      };
      return [...opened, instead('where it is judged', { ...declared, at: atHome })];
    });
  });
}
