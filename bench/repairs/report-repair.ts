import { newId, refuse, verb } from '@opengoa/kernel';
import { RepairReported, ReportRepair } from './contract.ts';

const workdays = { plain: 3, urgent: 1 } as const;

/** 报修: somebody says what is broken and where; the day it is due follows from the working days. */
export const reportRepair = verb('repairs.report-repair', {
  title: { zh: '报修', en: 'Report a repair' },
  input: ReportRepair,
  who: ['staff'],
  facts: [RepairReported],
  refusals: ['unit-closed'],
  load: async (_tx, { unit, urgency }, { organisation, calendar, today }) => ({
    unit: organisation.unit(unit),
    dueOn: calendar.addWorkdays(today, workdays[urgency]),
  }),
  at: (_known, { unit }) => ({ unit }),
  decide({ unit, dueOn }, { place, title, kind, urgency }) {
    if (!unit || unit.validTo !== null) return refuse('unit-closed', {}, { status: 409 });
    const id = newId();
    const number = `BX-${id.slice(0, 8)}-${id.slice(-8)}`;
    return [
      RepairReported.of({
        object: { kind: 'repair', id },
        unit: unit.id,
        body: { number, place, title, kind, urgency, dueOn },
      }),
    ];
  },
});
