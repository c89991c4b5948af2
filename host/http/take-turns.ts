/** A number of places for heavy work. Who finds none is refused at once and does not wait (REL-21). */
export interface Turns {
  /** A place, to be given back once; or undefined when all are taken. */
  take(of?: string): (() => void) | undefined;
  readonly taken: number;
}

/** @param most places in all, and for one person or machine */
export function takeTurns({ inAll, each }: { readonly inAll: number; readonly each: number }): Turns {
  const held = new Map<string, number>();
  let taken = 0;
  return {
    get taken() {
      return taken;
    },
    take(of = '') {
      const own = held.get(of) ?? 0;
      if (taken >= inAll || own >= each) return undefined;
      taken += 1;
      held.set(of, own + 1);
      let given = false;
      return () => {
        if (given) return;
        given = true;
        taken -= 1;
        const left = held.get(of)! - 1;
        if (left > 0) held.set(of, left);
        else held.delete(of);
      };
    },
  };
}
