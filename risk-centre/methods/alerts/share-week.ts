/**
 * One week of several offices that the same people look after: every office has its own false-alarm budget, the people have one number of hours.
 *
 * In a first round each office with something to say gets an equal part of what the people can handle; what is left then goes to the gravest that was held back for want of it.
 * A second round continues the first as alerts that were sent earlier (`WeekBudget.sent`), so that the budget of each office and colour holds after both.
 */
import {
  alertColours,
  alertsOfWeek,
  type AlertCandidate,
  type AlertColour,
  type HeldAlert,
  type SentAlert,
} from './alert-budget.ts';

export interface OfficeOfWeek {
  readonly office: string;
  readonly candidates: readonly AlertCandidate[];
  /** Sent earlier in the same week. */
  readonly sent: readonly AlertCandidate[];
}

export interface SharedBudget {
  readonly falseShare: Readonly<Record<AlertColour, number>>;
  /** Most alerts of one office. */
  readonly officeAlerts: number;
  /** What all people together can handle; what was carried over from earlier weeks is already taken off. */
  readonly alerts: number;
  readonly hours: number;
}

export interface OfficeAlerts {
  readonly office: string;
  readonly alerts: readonly SentAlert[];
  readonly held: readonly HeldAlert[];
}

const hoursOf = (alerts: readonly AlertCandidate[]): number => alerts.reduce((sum, { hours }) => sum + hours, 0);

/** @throws RangeError on a probability or a number of hours that is none */
export function shareWeek(offices: readonly OfficeOfWeek[], budget: SharedBudget): OfficeAlerts[] {
  const before = offices.flatMap(({ sent }) => sent);
  let left = { alerts: Math.max(0, budget.alerts - before.length), hours: Math.max(0, budget.hours - hoursOf(before)) };
  const speaking = offices.filter(({ candidates }) => candidates.length > 0).length;
  const equal = { alerts: Math.floor(left.alerts / speaking), hours: left.hours / speaking };
  const round = (
    one: OfficeOfWeek,
    candidates: readonly AlertCandidate[],
    sent: readonly AlertCandidate[],
    more: typeof left,
  ) => {
    const week = alertsOfWeek(candidates, {
      falseShare: budget.falseShare,
      alerts: Math.min(budget.officeAlerts, sent.length + more.alerts),
      hours: hoursOf(sent) + more.hours,
      sent,
    });
    left = { alerts: left.alerts - week.alerts.length, hours: left.hours - hoursOf(week.alerts) };
    return { one, alerts: week.alerts, held: week.held };
  };
  const first = offices.map((one) => round(one, one.candidates, one.sent, equal));
  return first
    .toSorted((a, b) => gravestHeld(a.held) - gravestHeld(b.held) || (a.one.office < b.one.office ? -1 : 1))
    .map(({ one, alerts, held }) => {
      const second = round(one, held, [...one.sent, ...alerts], left);
      return { office: one.office, alerts: [...alerts, ...second.alerts], held: second.held };
    });
}

/** Of what was held back for want of people: the gravest colour, an office with none last. */
function gravestHeld(held: readonly HeldAlert[]): number {
  const places = held.flatMap(({ why, colour }) => (why === 'no-capacity' ? [alertColours.indexOf(colour)] : []));
  return Math.min(alertColours.length, ...places);
}
