/** Puts an act off until nothing new came for a while; only the latest is done, once. */
export interface Quiet {
  later(act: () => void): void;
  /** Does at once what still waits. */
  flush(): void;
}

export function quiet(milliseconds: number): Quiet {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waits: (() => void) | undefined;
  const flush = () => {
    clearTimeout(timer);
    const act = waits;
    waits = undefined;
    act?.();
  };
  return {
    later(act) {
      clearTimeout(timer);
      waits = act;
      timer = setTimeout(flush, milliseconds);
    },
    flush,
  };
}
