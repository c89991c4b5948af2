/** A random UUID that also works on plain http inside an office's network, where `crypto.randomUUID` is missing. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x40;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-${hex.slice(12, 16)}-${hex.slice(16, 20)}-${hex.slice(20)}`;
}

/** How long after an answer the same input still counts as the same wish: the second half of a slow double click. */
const SAME_WISH_MS = 1500;

/**
 * What one person means by one press of one button. The key stands for the wish, not for the request: a double click, a
 * second press after the network was lost and an automatic retry all carry the same Idempotency-Key (SEC-WB-08).
 */
export interface Intent {
  /** Sends the input once; the same input while it is under way, or right after, gets the same answer. */
  send<T>(input: unknown, send: (key: string) => Promise<T>, isRefusal: (caught: unknown) => boolean): Promise<T>;
  /** The wish is over; the next press means a new one. */
  forget(): void;
}

/** @param firstKey a key kept with a draft, so that two tabs on one draft make one submission */
export function intent(firstKey?: string, now: () => number = Date.now): Intent {
  let key: string | undefined = firstKey;
  let wish: string | undefined;
  let under: Promise<unknown> | undefined;
  let answeredAt: number | undefined;

  const forget = () => {
    key = wish = under = answeredAt = undefined;
  };

  return {
    forget,
    send<T>(input: unknown, send: (key: string) => Promise<T>, isRefusal: (caught: unknown) => boolean): Promise<T> {
      const text = JSON.stringify(input ?? null);
      if (answeredAt !== undefined && now() - answeredAt > SAME_WISH_MS) forget();
      if (wish !== undefined && wish !== text) forget();
      if (under) return under as Promise<T>;
      key ??= uuid();
      wish = text;
      const sent = send(key).then(
        (answer) => {
          answeredAt = now();
          return answer;
        },
        (caught: unknown) => {
          // After a refusal the official changes something or waits: that is a new wish. After silence it is the old one.
          if (isRefusal(caught)) forget();
          else under = undefined;
          throw caught;
        },
      );
      under = sent;
      return sent;
    },
  };
}
