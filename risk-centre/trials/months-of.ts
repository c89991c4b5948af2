/** A period cut at the first of each month. `['2026-01-15', '2026-03-02']` is three stretches. */
export function monthsOf([from, toExclusive]: readonly [string, string]): [string, string][] {
  const found: [string, string][] = [];
  for (let begin = from; begin < toExclusive;) {
    const [year, month] = begin.split('-').map(Number) as [number, number];
    const next = new Date(Date.UTC(year, month, 1)).toISOString().slice(0, 10);
    const end = next < toExclusive ? next : toExclusive;
    found.push([begin, end]);
    begin = end;
  }
  return found;
}
