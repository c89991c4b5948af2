/** Moments as files write them, and as they are told in a zone of time. */

const formats = new Map<string, Intl.DateTimeFormat>();
const offsets = new Map<string, number>();

/**
 * Minutes a zone's clocks are ahead of UTC at a moment.
 * @throws RangeError where there is no such zone
 */
export function minutesAhead(zone: string, atS: number): number {
  // Clocks change on the quarter of an hour.
  const quarter = Math.floor(atS / 900);
  const key = `${zone} ${quarter}`;
  const known = offsets.get(key);
  if (known !== undefined) return known;
  const format =
    formats.get(zone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
    });
  formats.set(zone, format);
  const part = Object.fromEntries(
    format.formatToParts(quarter * 900_000).map(({ type, value }) => [type, Number(value)]),
  );
  const local = Date.UTC(part['year']!, part['month']! - 1, part['day'], part['hour'], part['minute']);
  const ahead = (local - quarter * 900_000) / 60_000;
  if (offsets.size > 200_000) offsets.clear();
  offsets.set(key, ahead);
  return ahead;
}

const written =
  /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?[T ]\s*(\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/;

/**
 * Seconds since 1970: of a number of seconds or milliseconds, or of a day with a time. Without an offset it is by the zone's clock, of the two
 * moments of an hour that comes twice the first.
 * @returns null where the text is none of these
 */
export function secondsOfText(text: string, zone: string): number | null {
  if (/^\d{9,10}(?:\.\d+)?$/.test(text)) return Number(text);
  if (/^\d{12,13}$/.test(text)) return Number(text) / 1_000;
  const found = written.exec(text);
  if (!found) return null;
  const [year, month, day, hour, minute, second] = found.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const local = new Date(Date.UTC(year, month - 1, day, hour, minute, second));
  const real =
    local.getUTCMonth() === month - 1 && local.getUTCDate() === day && hour < 24 && minute < 60 && second < 60;
  if (!real) return null;
  const atS = local.getTime() / 1_000;
  const offset = found[7];
  if (offset === 'Z') return atS;
  if (offset) {
    const [hours, minutes] = [Number(offset.slice(1, 3)), Number(offset.slice(-2))];
    return atS - (offset.startsWith('-') ? -1 : 1) * (hours * 3_600 + minutes * 60);
  }
  const guess = atS - minutesAhead(zone, atS) * 60;
  return atS - minutesAhead(zone, guess) * 60;
}

const local = (zone: string, atS: number) => new Date((atS + minutesAhead(zone, atS) * 60) * 1_000).toISOString();

/** `2026-03-02T08:30:00+08:00` */
export function instantIn(zone: string, atS: number): string {
  const ahead = minutesAhead(zone, atS);
  const [hours, minutes] = [Math.floor(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
  const two = (value: number) => String(value).padStart(2, '0');
  return `${local(zone, atS).slice(0, 19)}${ahead < 0 ? '-' : '+'}${two(hours)}:${two(minutes)}`;
}

/** `2026-03-02 08:30` */
export const momentIn = (zone: string, atS: number): string => local(zone, atS).slice(0, 16).replace('T', ' ');
