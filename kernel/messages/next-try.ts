/**
 * When a failed delivery is tried again: twice as long after each try, up to the longest pause, and of that a part by chance, so that those who failed
 * together do not come back together.
 * @param tries how often it was tried; at least 1
 * @param chance 0 to 1
 */
export function nextTry(
  now: Date,
  tries: number,
  { firstPause, longestPause }: { readonly firstPause: number; readonly longestPause: number },
  chance: number,
): Date {
  const whole = Math.min(longestPause, firstPause * 2 ** Math.min(30, tries - 1));
  return new Date(now.getTime() + Math.round(whole * 1_000 * (0.5 + chance / 2)));
}
