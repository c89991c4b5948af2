/** The minute of a day in Asia/Shanghai as an instant. */
export const minuteOf = (day: string, minuteOfDay: number): Date =>
  new Date(Date.parse(`${day}T00:00:00+08:00`) + minuteOfDay * 60_000);

export const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * 86_400_000).toISOString().slice(0, 10);
