import type { CityLease } from './premises.ts';

const months = { month: 1, quarter: 3, 'half-year': 6, year: 12 } as const;

/** Days on which the periods of a lease begin, before a day. */
export function begins({ from, every }: Pick<CityLease, 'from' | 'every'>, before: string): string[] {
  const days: string[] = [];
  for (let n = 0; ; n += 1) {
    const at = new Date(`${from}T00:00:00Z`);
    at.setUTCMonth(at.getUTCMonth() + n * months[every]);
    const day = at.toISOString().slice(0, 10);
    if (day >= before) return days;
    days.push(day);
  }
}
