import { refuse, type Context, type Refusal } from '@opengoa/kernel';
import { ofTheUnit, unitStillSpeaks, type Finding } from './finding.ts';

/** Before anybody decides: not the unit itself, and not before the unit has spoken or let its time pass. */
export function answeredFirst(finding: Finding, context: Context): Refusal | undefined {
  if (ofTheUnit(finding.unit, context)) return refuse('own-finding', {}, { status: 403 });
  if (unitStillSpeaks(finding, context.now))
    return refuse('unit-answers-first', { due: context.calendar.dayOf(finding.due!) }, { status: 409 });
  return undefined;
}
