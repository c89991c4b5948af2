/** A stretch of places moved by keys. Pure. */

export type Stretch = readonly [from: number, to: number];

/**
 * @param wide whether the stretch grows or shrinks at its end (Shift) instead of moving
 * @param count places there are
 * @returns null for a key that means nothing here
 */
export function stretchByKey([from, to]: Stretch, key: string, wide: boolean, count: number): Stretch | null {
  const last = count - 1;
  const length = to - from;
  const at = (begin: number): Stretch => {
    const first = Math.max(0, Math.min(last - length, begin));
    return [first, first + length];
  };
  const step = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[key];
  if (step !== undefined) return wide ? [from, Math.max(from, Math.min(last, to + step))] : at(from + step);
  if (key === 'PageDown') return at(from + length + 1);
  if (key === 'PageUp') return at(from - length - 1);
  if (key === 'Home') return at(0);
  if (key === 'End') return at(last - length);
  return key === 'Escape' ? [0, last] : null;
}
