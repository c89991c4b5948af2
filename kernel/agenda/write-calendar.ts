import type { AgendaEntry } from './agenda.ts';

/** Text of a value: backslash, semicolon, comma and line break escaped, other control characters left out (RFC 5545 3.3.11). */
const text = (value: string): string =>
  value
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/[\p{Cc}\u2028\u2029]/gu, (found) => (found === '\n' || found === '\t' ? found : ''))
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`);

const utc = (at: Date): string =>
  at
    .toISOString()
    .replaceAll(/[-:]/g, '')
    .replace(/\.\d{3}Z$/, 'Z');

/** No line is longer than 75 octets; a character is never cut in two (RFC 5545 3.1). */
export function folded(line: string): string {
  const lines: string[] = [];
  let now = '';
  let octets = 0;
  for (const sign of line) {
    const size = Buffer.byteLength(sign);
    // The space before what goes on counts.
    if (octets + size > 75) {
      lines.push(now);
      [now, octets] = [' ', 1];
    }
    now += sign;
    octets += size;
  }
  return [...lines, now].join('\r\n');
}

/**
 * A calendar (RFC 5545) of these entries, in UTC. The same entries give the same bytes.
 * @param site where people open this program, for links; null without any
 */
export function writeCalendar(title: string, entries: readonly AgendaEntry[], site: string | null): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//OpenGOA//OpenGOA//ZH',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${text(title)}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT1H',
    'X-PUBLISHED-TTL:PT1H',
    ...entries
      .toSorted((a, b) => a.startsAt.getTime() - b.startsAt.getTime() || a.uid.localeCompare(b.uid))
      .flatMap((entry) => event(entry, site)),
    'END:VCALENDAR',
  ];
  return `${lines.map(folded).join('\r\n')}\r\n`;
}

function event(entry: AgendaEntry, site: string | null): string[] {
  const { uid, startsAt, endsAt, title, place, note, opens, sequence, changedAt, cancelled, busy, alarmMinutes } =
    entry;
  const rings = alarmMinutes !== undefined && !cancelled && !busy;
  return [
    'BEGIN:VEVENT',
    `UID:${text(uid)}@opengoa`,
    `DTSTAMP:${utc(changedAt)}`,
    `LAST-MODIFIED:${utc(changedAt)}`,
    `SEQUENCE:${sequence}`,
    `DTSTART:${utc(startsAt)}`,
    ...(endsAt ? [`DTEND:${utc(endsAt)}`] : []),
    `SUMMARY:${text(title)}`,
    ...(place && !busy ? [`LOCATION:${text(place)}`] : []),
    ...(note && !busy ? [`DESCRIPTION:${text(note)}`] : []),
    ...(opens && site && !busy ? [`URL:${site}${opens}`] : []),
    `STATUS:${cancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${endsAt && !cancelled ? 'OPAQUE' : 'TRANSPARENT'}`,
    `CLASS:${busy ? 'CONFIDENTIAL' : 'PRIVATE'}`,
    ...(rings
      ? [
          'BEGIN:VALARM',
          'ACTION:DISPLAY',
          `DESCRIPTION:${text(title)}`,
          `TRIGGER:-PT${Math.max(0, Math.round(alarmMinutes))}M`,
          'END:VALARM',
        ]
      : []),
    'END:VEVENT',
  ];
}
