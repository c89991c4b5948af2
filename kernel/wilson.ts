/** Wilson's interval of a share at 95 % (E. B. Wilson, 1927); the whole range where nothing was counted. */
export function wilson(found: number, of: number): readonly [low: number, high: number] {
  if (of === 0) return [0, 1];
  const z = 1.959964;
  const share = found / of;
  const middle = share + (z * z) / (2 * of);
  const half = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const over = 1 + (z * z) / of;
  return [Math.max(0, (middle - half) / over), Math.min(1, (middle + half) / over)];
}
