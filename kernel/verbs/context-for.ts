import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { dayOf } from '../calendar/calendar.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { casesIn } from '../tasks/cases.ts';

/** What a verb or read may know, as of this instant. */
export function contextFor(kernel: Kernel, actor: Actor, requestId: Id): Context {
  const now = kernel.clock();
  const today = dayOf(now);
  const organisation = kernel.registers.organisation(today);
  const standards = kernel.registers.standards();
  const calendar = kernel.registers.calendar();
  return {
    actor,
    now,
    today,
    requestId,
    organisation,
    standards,
    calendar,
    kits: kernel.kits,
    roles: kernel.roles,
    labelled: kernel.labelled,
    cases: casesIn({ definitions: kernel.registers.steps(), organisation, standards, calendar, actor, now }),
  };
}
