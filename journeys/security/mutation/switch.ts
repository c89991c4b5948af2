/** The check that is taken away just now; the switched sources ask at each of their checks. */
let taken: string | null = process.env['OPENGOA_WITHOUT'] ?? null;
const reached = new Set<string>();

export function without(id: string): boolean {
  reached.add(id);
  return id === taken;
}

/** Takes one check away, or with null gives everything back. */
export function takeAway(id: string | null): void {
  taken = id;
}

/** Which checks were asked since the last time this was. */
export function reachedSince(): string[] {
  const ids = [...reached];
  reached.clear();
  return ids;
}
