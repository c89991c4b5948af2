import { dayOf, minuteOfDay } from '@opengoa/kernel/calendar';

/** `2026-03-02 09:05`, as clocks in China show an instant. */
export function chinaClock(instant: string): string {
  const at = new Date(instant);
  const minute = minuteOfDay(at);
  const two = (part: number) => String(part).padStart(2, '0');
  return `${dayOf(at)} ${two(Math.floor(minute / 60))}:${two(minute % 60)}`;
}
