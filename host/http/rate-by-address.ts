/** Counts by a key in a sliding window, in the memory of this process. What is forgotten after the window was never written anywhere. */
export interface Rate {
  /** False when the key has had its share; true counts one more. */
  take(key: string, most: number, nowMs: number): boolean;
}

/** Keys kept at most: a flood of addresses costs a bounded memory, and then everybody shares one count. */
const mostKeys = 20_000;

/** @param windowMs how long a count lasts */
export function rateIn(windowMs: number): Rate {
  const taken = new Map<string, number[]>();
  return {
    take(key, most, nowMs) {
      const known = taken.has(key) || taken.size < mostKeys ? key : 'everybody';
      const recent = (taken.get(known) ?? []).filter((at) => nowMs - at < windowMs);
      const open = recent.length < most;
      if (open) recent.push(nowMs);
      taken.delete(known);
      taken.set(known, recent);
      // The oldest keys stand first; those whose window is over go.
      for (const [old, times] of taken) {
        if (nowMs - (times.at(-1) ?? 0) < windowMs) break;
        taken.delete(old);
      }
      return open;
    },
  };
}

/** An IPv6 subscriber has a whole /64: its addresses count as one. */
export const addressKey = (address: string): string =>
  address.includes(':') && !address.startsWith('::ffff:') ? address.split(':').slice(0, 4).join(':') : address;
