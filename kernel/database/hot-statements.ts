/** Asked so often, a statement is worth being prepared: under row-level security, parsing and planning cost more than running it. */
const worthIt = 12;
/** Each prepared plan takes tens of kilobytes on each connection. */
const preparedMost = 240;
const countedMost = 4_000;

const counted = new Map<string, number>();
const names = new Map<string, string>();

/**
 * The name under which a statement is prepared, once it is asked often; undefined before, and for what is no ordinary statement. Its plan may
 * then not know the values (PostgreSQL decides after five runs, by cost). Where the plan hangs on the values, ask the connection itself.
 */
export function hotName(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || names.size >= preparedMost) return known;
  const count = (counted.get(text) ?? 0) + 1;
  if (count < worthIt || !/^\s*(?:select|insert|update|delete|with)\b/i.test(text)) {
    if (counted.size >= countedMost) counted.clear();
    counted.set(text, count);
    return undefined;
  }
  counted.delete(text);
  const name = `hot-${names.size + 1}`;
  names.set(text, name);
  return name;
}
