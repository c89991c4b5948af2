/** Local days and hours of instants in milliseconds, for loops over many readings. Asia/Shanghai is UTC+8 all year (since 1992). */
import { hoursOfDay } from '../methods/hour-series.ts';

export const hourMs = 3_600_000;
export const dayMs = 24 * hourMs;
const ahead = 8 * hourMs;

/** Days since 1970-01-01 of the local day that holds the instant. */
export const localDayNumber = (ms: number): number => Math.floor((ms + ahead) / dayMs);
/** 0 to 23. */
export const localHour = (ms: number): number => Math.floor((ms + ahead) / hourMs) - localDayNumber(ms) * hoursOfDay;
/** The instant at which a local day begins. */
export const dayBegins = (dayNumber: number): number => dayNumber * dayMs - ahead;
