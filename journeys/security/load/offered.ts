import { fork } from 'node:child_process';
import { join } from 'node:path';

/** Requests offered to a door: each comes when its time has come, whether or not earlier ones were answered. */
export interface Offer {
  readonly port: number;
  /** Asked for in turn. */
  readonly paths: readonly string[];
  readonly headers: Readonly<Record<string, string>>;
  readonly seconds: number;
  /** So many a second; null: as many as so many connections get answered, one after the other on each. */
  readonly perSecond: number | null;
  readonly connections: number;
}

export interface Told {
  readonly offered: number;
  /** Answered with 200 at all, and so many a second while the offer lasted. */
  readonly useful: number;
  readonly usefulPerSecond: number;
  readonly refused: number;
  /** Of the refused: told when to come back. */
  readonly withRetryAfter: number;
  /** Anything else: other answers, broken connections. */
  readonly others: number;
  readonly firstOther: string | null;
  /** Not even asked: every connection was waiting for an answer. */
  readonly unasked: number;
  /** Milliseconds of what was refused, and of what was done. */
  readonly refusedP50: number;
  readonly refusedP99: number;
  readonly usefulP50: number;
  readonly usefulP99: number;
}

/** Makes the load in a process of its own, so that the one under test has its thread to itself. */
export function offer(order: Offer): Promise<Told> {
  const maker = fork(join(import.meta.dirname, 'offer-apart.ts'), { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  return new Promise<Told>((done, fail) => {
    maker.once('message', (told: Told | { error: string }) =>
      'error' in told ? fail(new Error(told.error)) : done(told),
    );
    maker.once('exit', (code) => fail(new Error(`the load ended with ${code}`)));
    maker.send(order);
  }).finally(() => maker.kill());
}
