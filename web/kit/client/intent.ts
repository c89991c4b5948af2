import { uuid } from './uuid.ts';

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
