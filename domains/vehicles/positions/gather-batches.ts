import { isRefusal, type Refusal, type VerbAnswer } from '@opengoa/kernel';
import type { Position } from './contract.ts';
import { receivePositions } from './receive-positions.ts';

/** `stored`: committed. `refused`: not this terminal's to send. `failed`: not stored now; the device is to keep it and send it again. */
export type Outcome = 'stored' | 'refused' | 'failed';

interface Waiting {
  readonly number: string;
  readonly positions: readonly Position[];
  readonly done: (outcome: Outcome) => void;
}

/** Positions of one transaction. */
const most = 4_000;
const patienceMs = 5;

/**
 * Puts what many devices send singly into one transaction: while one is being committed the next gathers. Nobody is answered before the
 * commit (SEC-TE-01), and a device that the store refuses does not spoil the others' batch.
 */
export class BatchGatherer {
  #waiting: Waiting[] = [];
  #running: Promise<void> | undefined;
  readonly #run: (verb: string, input: unknown) => Promise<VerbAnswer | Refusal>;
  readonly #onFault: (fault: Error) => void;

  constructor(run: (verb: string, input: unknown) => Promise<VerbAnswer | Refusal>, onFault: (fault: Error) => void) {
    this.#run = run;
    this.#onFault = onFault;
  }

  take(number: string, positions: readonly Position[]): Promise<Outcome> {
    return new Promise((done) => {
      this.#waiting.push({ number, positions, done });
      this.#running ??= this.#work();
    });
  }

  /** Comes back when everything taken is answered. */
  async idle(): Promise<void> {
    await this.#running;
  }

  async #work(): Promise<void> {
    while (this.#waiting.length > 0) {
      // Those just answered send their next at once: a moment's patience and they go together.
      await new Promise((done) => setTimeout(done, patienceMs));
      let size = 0;
      let count = 0;
      for (const { positions } of this.#waiting) {
        if (count > 0 && size + positions.length > most) break;
        size += positions.length;
        count += 1;
      }
      await this.#store(this.#waiting.splice(0, count));
    }
    this.#running = undefined;
  }

  async #store(batch: readonly Waiting[]): Promise<void> {
    const outcome = await this.#send(batch);
    if (outcome !== 'refused' || batch.length === 1) for (const { done } of batch) done(outcome);
    else
      for (const own of Map.groupBy(batch, ({ number }) => number).values()) {
        const theirs = await this.#send(own);
        for (const { done } of own) done(theirs);
      }
  }

  async #send(batch: readonly Waiting[]): Promise<Outcome> {
    const terminals = [...Map.groupBy(batch, ({ number }) => number)].map(([number, own]) => ({
      number,
      positions: own.flatMap(({ positions }) => positions),
    }));
    try {
      const refused = await receivePositions(this.#run, { terminals });
      if (!refused) return 'stored';
      return isRefusal(refused) && refused.status >= 500 ? 'failed' : 'refused';
    } catch (fault) {
      this.#onFault(fault as Error);
      return 'failed';
    }
  }
}
