const dayForms = [
  /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[t ]0{1,2}:00(?::00(?:\.0+)?)?)?$/i,
  /^(\d{4})年(\d{1,2})月(\d{1,2})日?$/,
  /^(\d{4})(\d{2})(\d{2})$/,
];

const twoDigits = (value: number): string => String(value).padStart(2, '0');

function realDay(year: number, month: number, day: number): string | null {
  if (year < 1900 || year > 9999) return null;
  const date = new Date(Date.UTC(year, month - 1, day));
  if (date.getUTCMonth() !== month - 1 || date.getUTCDate() !== day) return null;
  return `${year}-${twoDigits(month)}-${twoDigits(day)}`;
}

const tidy = (text: string): string => text.normalize('NFKC').trim().replaceAll(/\s+/g, ' ');

/**
 * A day as 'YYYY-MM-DD', from `2026-03-05`, `2026/3/5`, `2026.3.5`, `2026年3月5日`, `20260305` or a day serial
 * (days since 1899-12-30) between 1950 and 2100. Days that never were are null, and so are `3/5/2026` and
 * two-digit years, which two readers would take for two days (SEC-IN-11).
 */
export function parseDay(text: string): string | null {
  const tidied = tidy(text);
  if (/^\d{5}$/.test(tidied)) return dayOfSerial(Number(tidied));
  for (const form of dayForms) {
    const parts = form.exec(tidied.replaceAll(/ ?([年月日]) ?/g, '$1'));
    if (parts) return realDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  }
  return null;
}

const firstPlausibleSerial = 18_264; // 1950-01-01
const lastPlausibleSerial = 73_415; // 2100-12-31

/** The day of a bare number that stands where a day is asked; null outside 1950 to 2100. */
export function dayOfSerial(serial: number): string | null {
  if (!Number.isInteger(serial) || serial < firstPlausibleSerial || serial > lastPlausibleSerial) return null;
  return localOfSerial(serial)!.slice(0, 10);
}

/**
 * Local date and time `YYYY-MM-DDTHH:MM:SS.sss` of a spreadsheet's serial, to the millisecond. Serial 60 is the
 * 29 February 1900 that never was (kept by such programs since Lotus 1-2-3): null, as everything before 1900.
 */
export function localOfSerial(serial: number): string | null {
  if (!Number.isFinite(serial) || serial < 1 || serial >= 2_958_466 || Math.floor(serial) === 60) return null;
  const days = serial < 60 ? serial + 1 : serial;
  const millis = Math.round((days - 25_569) * 86_400_000);
  return new Date(millis).toISOString().slice(0, -1);
}

/** Serial of a day or of a local date and time, the inverse of {@link localOfSerial}. */
export function serialOfLocal(local: string): number {
  const millis = Date.parse(local.length === 10 ? `${local}T00:00:00Z` : `${local}Z`);
  const serial = millis / 86_400_000 + 25_569;
  return serial < 61 ? serial - 1 : serial;
}

export type Instant = { readonly instant: string } | 'not-an-instant' | 'zone-needed';

const instantForm =
  /^(\d{4})(?:[-/.]|年)(\d{1,2})(?:[-/.]|月)(\d{1,2})日?(?:[t ]| ?)(\d{1,2})(?::|时|点)(\d{1,2})(?:(?::|分)(\d{1,2})(?:\.(\d{1,9}))?)?[秒分]?( ?z| ?[+-]\d{2}:?\d{2})?$/i;

/**
 * An instant as ISO 8601 in UTC. A time without zone is Asia/Shanghai's (+08:00), which had summer time until
 * September 1991: earlier times need their zone written (SEC-IN-11).
 */
export function parseInstant(text: string): Instant {
  const parts = instantForm.exec(tidy(text));
  if (!parts) return 'not-an-instant';
  const day = realDay(Number(parts[1]), Number(parts[2]), Number(parts[3]));
  const [hour, minute, second] = [Number(parts[4]), Number(parts[5]), Number(parts[6] ?? 0)];
  if (day === null || hour > 23 || minute > 59 || second > 59) return 'not-an-instant';
  const millis = Math.floor(Number(`0.${parts[7] ?? 0}`) * 1000);
  const local = `${day}T${twoDigits(hour)}:${twoDigits(minute)}:${twoDigits(second)}.${String(millis).padStart(3, '0')}`;
  const zone = parts[8]?.trim().toUpperCase();
  return zone === undefined ? inShanghai(local) : withZone(local, zone);
}

function withZone(local: string, zone: string): Instant {
  const offset = zone === 'Z' ? 'Z' : `${zone.slice(0, 3)}:${zone.slice(-2)}`;
  const millis = Date.parse(local + offset);
  return Number.isNaN(millis) ? 'not-an-instant' : { instant: new Date(millis).toISOString() };
}

/** A local date and time of Asia/Shanghai as an instant. */
export const inShanghai = (local: string): Instant =>
  local < '1992-01-01' ? 'zone-needed' : { instant: new Date(Date.parse(`${local}+08:00`)).toISOString() };

/** `YYYY-MM-DDTHH:MM:SS.sss` in Asia/Shanghai (since 1992) of an instant. */
export const shanghaiLocal = (instant: string): string =>
  new Date(Date.parse(instant) + 8 * 3_600_000).toISOString().slice(0, -1);
