import type { Context } from '../context.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';

/** One entry of a person's calendar. */
export interface AgendaEntry {
  /** Stable for the life of the thing: `trip-<id>`. */
  readonly uid: string;
  readonly startsAt: Date;
  /** Left out: a moment, such as a time by which something is due. */
  readonly endsAt?: Date;
  readonly title: string;
  readonly place?: string;
  readonly note?: string;
  readonly opens?: string;
  /** Counts up with every change (RFC 5545 3.8.7.4). */
  readonly sequence: number;
  readonly changedAt: Date;
  readonly cancelled?: boolean;
  /** Somebody else's: only that the time is taken is told, and the room says so itself by leaving everything else out. */
  readonly busy?: boolean;
  /** Minutes before at which the calendar rings. */
  readonly alarmMinutes?: number;
}

export interface AgendaOf {
  readonly person: Id;
  /** The units of the person's posts. */
  readonly units: readonly Id[];
  readonly from: Date;
  readonly to: Date;
  /** Asked for as well: when the vehicles of one's unit are taken. */
  readonly fleet: boolean;
}

/** What a room puts into calendars. It reads as a job that sees everything: what it may tell this person is its own to judge. */
export interface Agenda {
  readonly name: string;
  entries(tx: Tx, of: AgendaOf, context: Context): Promise<readonly AgendaEntry[]>;
}
