import { refuse, Refused } from '../refusal.ts';

export interface BoundedQueueSize {
  /** How many pieces of work run at once. */
  readonly running: number;
  /** How many may wait behind them; one more is refused at once. */
  readonly waiting: number;
  /** How many of those that wait may come from one origin, so that one address cannot fill the queue. */
  readonly waitingPerOrigin: number;
  /** How long a piece of work waits before it is refused, in milliseconds. */
  readonly patienceMs: number;
}

export interface BoundedQueue {
  /**
   * Runs the work when its turn comes.
   * @throws Refused `busy` (503, `retryAfterSeconds`) when the queue is full or the wait too long: a burst gives waiting or a
   *   refusal, never exhausted memory (SEC-ID-06)
   */
  run<T>(work: () => Promise<T>, origin?: string): Promise<T>;
  readonly figures: { readonly running: number; readonly waiting: number; readonly refused: number };
}

interface Waiter {
  readonly origin: string;
  go(): void;
}

/** A queue whose length, width and patience all have a bound. */
export function boundedQueue(size: BoundedQueueSize): BoundedQueue {
  const waiters: Waiter[] = [];
  let running = 0;
  let refused = 0;

  const busy = (): Refused => {
    refused += 1;
    return new Refused(
      refuse('busy', { retryAfterSeconds: Math.max(1, Math.ceil(size.patienceMs / 2000)) }, { status: 503 }),
    );
  };

  function turn(origin: string): Promise<void> {
    if (running < size.running) {
      running += 1;
      return Promise.resolve();
    }
    const ofOrigin = waiters.filter((waiter) => waiter.origin === origin).length;
    if (waiters.length >= size.waiting || ofOrigin >= size.waitingPerOrigin) return Promise.reject(busy());
    return new Promise((resolve, reject) => {
      const waiter: Waiter = {
        origin,
        go() {
          clearTimeout(patience);
          resolve();
        },
      };
      const patience = setTimeout(() => {
        waiters.splice(waiters.indexOf(waiter), 1);
        reject(busy());
      }, size.patienceMs);
      patience.unref();
      waiters.push(waiter);
    });
  }

  function leave(): void {
    const next = waiters.shift();
    // The place passes straight to the next in line: `running` stays as it is.
    if (next) next.go();
    else running -= 1;
  }

  return {
    async run(work, origin = '') {
      await turn(origin);
      try {
        return await work();
      } finally {
        leave();
      }
    },
    get figures() {
      return { running, waiting: waiters.length, refused };
    },
  };
}
