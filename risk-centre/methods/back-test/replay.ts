/**
 * RE-14, a kit replayed month by month: on each day it sees rows and verdicts known by that day, and nothing else; its alarms are queued within the hours of that month.
 * What became of them is read only afterwards (`score-replay.ts`).
 */
import { byExpectedLossPerHour } from '../expected-loss.ts';
import { asOf, type KnownRow } from './as-of.ts';

export interface ReplayAlarm {
  readonly subject: string;
  readonly probability: number;
  readonly lossFen: number;
  /** Hours of a check, above 0. */
  readonly hours: number;
}

/** What people found of a subject, and when that was known. */
export interface LaterVerdict {
  readonly subject: string;
  /** First day of what was found; an alarm before it was early. */
  readonly since: string;
  /** 1 true, ½ partly, 0 not. */
  readonly came: number;
  readonly lossFen: number;
}

/** All that a kit may know on a day. */
export interface KnownPast<Row> {
  readonly day: string;
  readonly rows: readonly Row[];
  /** For what is fitted to closed cases. */
  readonly verdicts: readonly LaterVerdict[];
}

export interface ReplayedDay {
  readonly day: string;
  readonly looked: number;
  /** All alarms, dearest for each hour first; the first `within` of them fit the hours. */
  readonly alarms: readonly ReplayAlarm[];
  readonly within: number;
  readonly hoursUsed: number;
}

export interface Replay<Row> {
  readonly rows: readonly KnownRow<Row>[];
  readonly verdicts: readonly KnownRow<LaterVerdict>[];
  readonly days: readonly string[];
  readonly hours: number;
  /** The kit: fits what it fits, judges, and answers its alarms. */
  readonly look: (past: KnownPast<Row>) => readonly ReplayAlarm[];
}

export function replay<Row>({ rows, verdicts, days, hours, look }: Replay<Row>): ReplayedDay[] {
  return days.toSorted().map((day) => {
    const past: KnownPast<Row> = { day, rows: asOf(rows, day), verdicts: asOf(verdicts, day) };
    const found = new Map(look(past).map((alarm) => [alarm.subject, alarm]));
    const order = byExpectedLossPerHour([...found.values()].map((alarm) => ({ id: alarm.subject, ...alarm })));
    const alarms = order.map(({ id }) => found.get(id)!);
    let [within, hoursUsed] = [0, 0];
    while (within < alarms.length && hoursUsed + alarms[within]!.hours <= hours) hoursUsed += alarms[within++]!.hours;
    return { day, looked: past.rows.length, alarms, within, hoursUsed };
  });
}
