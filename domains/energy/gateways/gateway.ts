import type { Id } from '@opengoa/kernel';
import type { Point } from './contract.ts';

/** A device that answers Modbus TCP and stands before meters. */
export interface Gateway {
  readonly id: Id;
  readonly unit: Id;
  readonly name: string;
  readonly host: string;
  readonly port: number;
  readonly station: number;
  readonly everyMinutes: number;
  readonly timeoutMs: number;
  readonly running: boolean;
  readonly points: readonly Point[];
  readonly version: number;
  readonly triedAt: Date | null;
  /** Times in a row that it did not answer. */
  readonly failures: number;
}

export const gatewayOf = ({ id }: Pick<Gateway, 'id'>) => ({ kind: 'energy.gateway', id });

const minuteMs = 60_000;
const longestPauseMinutes = 60;

/** Is it to be asked now? One that does not answer is asked less and less often, and never less than once an hour, or its own rhythm. */
export function isDue({ everyMinutes, triedAt, failures, running }: Gateway, now: Date): boolean {
  if (!running) return false;
  if (triedAt === null) return true;
  const pause = Math.max(everyMinutes, Math.min(longestPauseMinutes, everyMinutes * 2 ** Math.min(failures, 10)));
  // Half a minute of slack: a clock that ticks each minute is never quite on time.
  return now.getTime() - triedAt.getTime() >= pause * minuteMs - minuteMs / 2;
}
