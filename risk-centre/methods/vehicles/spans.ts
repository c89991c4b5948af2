/** Stretches of time, [from, to) in seconds since 1970; lists of them in the order of time and without overlap. */
export interface Span {
  readonly fromS: number;
  readonly toS: number;
}

/** In the order of time, those that touch or overlap made one, those without length left out. */
export function joined(spans: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (const span of spans.filter(({ fromS, toS }) => toS > fromS).toSorted((a, b) => a.fromS - b.fromS)) {
    const last = found.at(-1);
    if (last && span.fromS <= last.toS)
      found[found.length - 1] = { fromS: last.fromS, toS: Math.max(last.toS, span.toS) };
    else found.push(span);
  }
  return found;
}

/** What both lists cover. */
export function overlapOf(a: readonly Span[], b: readonly Span[]): Span[] {
  const found: Span[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const fromS = Math.max(a[i]!.fromS, b[j]!.fromS);
    const toS = Math.min(a[i]!.toS, b[j]!.toS);
    if (toS > fromS) found.push({ fromS, toS });
    if (a[i]!.toS < b[j]!.toS) i += 1;
    else j += 1;
  }
  return found;
}

/** What the first list covers and the second does not. */
export function without(a: readonly Span[], b: readonly Span[]): Span[] {
  const edges = [Number.NEGATIVE_INFINITY, ...b.flatMap(({ fromS, toS }) => [fromS, toS]), Number.POSITIVE_INFINITY];
  const free = edges.flatMap((fromS, i) => (i % 2 === 0 ? [{ fromS, toS: edges[i + 1]! }] : []));
  return overlapOf(
    a,
    free.filter(({ fromS, toS }) => toS > fromS),
  );
}

export const secondsOf = (spans: readonly Span[]): number =>
  spans.reduce((sum, { fromS, toS }) => sum + toS - fromS, 0);
