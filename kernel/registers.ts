import type { Calendar } from './calendar/calendar.ts';
import type { Organisation } from './organisation/organisation.ts';
import type { StandardSet } from './standards/standards.ts';
import type { StepsDefinitions } from './tasks/cases.ts';

/** What every process keeps in memory and refreshes when its revision moves. */
export interface Registers {
  organisation(day: string): Organisation;
  standards(): StandardSet;
  calendar(): Calendar;
  steps(): StepsDefinitions;
  /** Reads the revisions again and reloads what moved. Called after a verb that changed a register, and on a clock. */
  refresh(): Promise<void>;
}
