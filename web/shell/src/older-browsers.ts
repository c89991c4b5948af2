/**
 * Browsers in offices trail a few years behind. What the pages use of ES2023 is added where it is missing; the standard
 * functions are never replaced.
 */
function add(name: string, made: (this: unknown[], ...given: never[]) => unknown): void {
  if (name in Array.prototype) return;
  // oxlint-disable-next-line no-extend-native -- the standard's own function, where the browser has none
  Object.defineProperty(Array.prototype, name, { value: made, writable: true, configurable: true });
}

export function addWhatIsMissing(): void {
  add('toSorted', function toSorted(compare?: (a: unknown, b: unknown) => number) {
    // oxlint-disable-next-line unicorn/no-array-sort -- this is what toSorted is made of
    return [...this].sort(compare);
  });
  add('toReversed', function toReversed() {
    // oxlint-disable-next-line unicorn/no-array-reverse -- this is what toReversed is made of
    return [...this].reverse();
  });
  add('toSpliced', function toSpliced(start: number, count: number, ...items: unknown[]) {
    const copy = [...this];
    copy.splice(start, count, ...items);
    return copy;
  });
  add('findLast', function findLast(test: (value: unknown, at: number) => boolean) {
    for (let at = this.length - 1; at >= 0; at -= 1) if (test(this[at], at)) return this[at];
    return undefined;
  });
}
