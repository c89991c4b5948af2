/** The same day so many years later, or earlier; the 29th of February becomes the 28th. */
export function yearsLater(day: string, years: number): string {
  const later = `${Number(day.slice(0, 4)) + years}${day.slice(4)}`;
  const leap = new Date(Date.UTC(Number(later.slice(0, 4)), 2, 0)).getUTCDate() === 29;
  return later.endsWith('-02-29') && !leap ? `${later.slice(0, 8)}28` : later;
}
