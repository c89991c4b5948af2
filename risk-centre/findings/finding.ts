import { tableOfMoves, type Context, type Id, type Place } from '@opengoa/kernel';
import type { FindingState, Level, Outcome } from '../contract.ts';
import { stateWords } from '../words.ts';

/** One anomaly to be verified: a kit's verdict on a subject, and what became of it. */
export interface Finding {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly kit: string;
  readonly subjectName: string;
  readonly state: FindingState;
  readonly level: Level;
  /** Raised by a kit on trial: its owner alone reviews it. */
  readonly shadow: boolean;
  readonly due: Date | null;
  readonly answered: Date | null;
  readonly outcome: Outcome | null;
  readonly assignedTo: Id | null;
  readonly escalations: number;
  readonly escalatedUnit: Id | null;
  readonly version: number;
}

/** A finding's whole life. The unit speaks first; who raised it never decides alone, and nothing ends without a reason. */
export const findingMoves = tableOfMoves<FindingState>('risk-centre.finding', stateWords, 'raised', {
  raised: {
    'risk-centre.explain-finding': 'explained',
    'risk-centre.confirm-finding': 'confirmed',
    'risk-centre.dismiss-finding': 'dismissed',
    'risk-centre.escalate-finding': 'raised',
  },
  explained: {
    'risk-centre.confirm-finding': 'confirmed',
    'risk-centre.dismiss-finding': 'dismissed',
    'risk-centre.escalate-finding': 'explained',
  },
  confirmed: {
    'risk-centre.assign-finding': 'assigned',
    'risk-centre.close-finding': 'closed',
    'risk-centre.escalate-finding': 'confirmed',
  },
  assigned: { 'risk-centre.rectify-finding': 'rectified', 'risk-centre.escalate-finding': 'assigned' },
  rectified: { 'risk-centre.verify-finding': ['closed', 'assigned'], 'risk-centre.escalate-finding': 'rectified' },
  dismissed: {},
  closed: {},
});

/** Verbs open now: in the state, and, while the unit's time to speak runs, not yet the officer's decision. */
export function openVerbs(
  { state, shadow, due, answered, escalations }: Pick<Finding, 'state' | 'shadow' | 'due' | 'answered' | 'escalations'>,
  now: Date,
): readonly string[] {
  const verbs = findingMoves.from(state);
  return unitStillSpeaks({ state, shadow, due, answered, escalations }, now)
    ? verbs.filter((verb) => !decisions.has(verb))
    : verbs;
}

const decisions = new Set(['risk-centre.confirm-finding', 'risk-centre.dismiss-finding']);

/** The flagged unit answers first: until it has, or its time is over, nobody decides. */
export const unitStillSpeaks = (
  { state, shadow, due, answered, escalations }: Pick<Finding, 'state' | 'shadow' | 'due' | 'answered' | 'escalations'>,
  now: Date,
): boolean => !shadow && state === 'raised' && answered === null && escalations === 0 && due !== null && due > now;

export const findingOf = (finding: Pick<Finding, 'id'>) => ({ kind: 'risk-centre.finding', id: finding.id });

/** Rights on a finding are judged at the unit concerned; whoever rectifies it, it is also theirs. */
export const placeOf = ({ unit, assignedTo, id }: Pick<Finding, 'unit' | 'assignedTo' | 'id'>): Place => ({
  unit,
  person: assignedTo,
  object: id,
});

export type DeadlineItem = 'answer' | 'rectify' | 'verify' | 'escalate';

/** The close of office on the last working day that the standard gives for this step and level. */
export function dueFor(
  item: DeadlineItem,
  level: Level,
  unit: Id,
  { standards, organisation, calendar, today, now }: Context,
): Date {
  const workdays = standards.numberOn('risk-centre.finding-deadlines', today, organisation.place(unit), {
    item,
    level,
  });
  return calendar.deadlineAfterWorkdays(now, workdays);
}

/** Is the actor of the unit concerned, or below it? Such a person explains and rectifies, and never decides (RE-08). */
export function ofTheUnit(unit: Id, { actor, organisation }: Context): boolean {
  const institution = organisation.institutionOf(unit);
  const own = actor.unit === null ? undefined : organisation.institutionOf(actor.unit);
  return institution !== undefined && own?.id === institution.id && actor.kind === 'person';
}
