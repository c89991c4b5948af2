/** The ledger of alerts, narrowed to what a number counted. */
export function rowsOf(week: string, where: Readonly<Record<string, string>> = {}): string {
  const asked = new URLSearchParams({ 'f.week.from': week, 'f.week.to': week });
  for (const [name, value] of Object.entries(where)) asked.set(`f.${name}`, value);
  return `/risk/alert-rows?${asked.toString()}`;
}
