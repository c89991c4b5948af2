import type { Id } from '@opengoa/kernel';

/** One line of one submitted statement, amounts in the line's unit. */
export interface Reported {
  readonly unit: Id;
  readonly statement: Id;
  /** `2026-10` */
  readonly month: string;
  readonly line: string;
  readonly value: number;
  /** Stands as it was taken from the records: nobody wrote it. */
  readonly asTaken: boolean;
  readonly basis: string | null;
}
