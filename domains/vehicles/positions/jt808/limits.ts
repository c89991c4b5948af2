/** How much a stranger, or a broken terminal, may take of the program. */
export interface Limits {
  readonly connections: number;
  /** Many terminals come from one carrier's address. */
  readonly perAddress: number;
  /** Milliseconds of silence; terminals send a heartbeat every minute or three. */
  readonly idleMs: number;
  /** Milliseconds until a code must have been shown, and messages until then. */
  readonly unknownMs: number;
  readonly unknownMessages: number;
  /** Frames that cannot be read, on one connection. */
  readonly faults: number;
  /** Messages a second of one terminal, and how many at once after a silence. */
  readonly perSecond: number;
  readonly burst: number;
  /** Messages of one terminal that wait to be stored. */
  readonly inHand: number;
  /** Bytes of answers that a terminal has not taken. */
  readonly unreadBytes: number;
}

export const usualLimits: Limits = {
  connections: 10_000,
  perAddress: 2_000,
  idleMs: 6 * 60_000,
  unknownMs: 20_000,
  unknownMessages: 8,
  faults: 50,
  perSecond: 40,
  burst: 400,
  inHand: 64,
  unreadBytes: 64 * 1024,
};
