import { newId, refuse, type Refusal, verb } from '@opengoa/kernel';
import { OpenStatement, StatementOpened } from './contract.ts';
import { formOn } from './form.ts';
import { gatherRecords } from './gather-records.ts';
import { dayAfterMonth, dueDayOf, firstDay, statementOf, taskToFill } from './statement.ts';
import { statementAt } from './statement-store.ts';
import { takeCells } from './take-cells.ts';

/** 生成统计月报: the form of an institution and a month that is over, pre-filled from the records; a job opens it when the month ends. */
export const openStatement = verb('energy.open-statement', {
  title: { zh: '生成月报', en: 'Open a statement' },
  input: OpenStatement,
  who: ['energy-clerk', 'job'],
  facts: [StatementOpened],
  refusals: ['not-an-institution', 'month-not-over', 'statement-exists'],
  async load(tx, { unit, month }, context) {
    const { organisation, standards } = context;
    const form = formOn(firstDay(month), organisation.place(unit), standards);
    return {
      id: newId(),
      form,
      there: await statementAt(tx, unit, month),
      cells: form ? takeCells(form, await gatherRecords(tx, unit, month, context)) : [],
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, form, there, cells }, { unit, month }, context) {
    const { organisation, today } = context;
    const name = organisation.unit(unit)?.name ?? '';
    if (organisation.unit(unit)?.kind !== 'institution') return refuse('not-an-institution', { unit: name });
    if (dayAfterMonth(month) > today || !form) return refuse('month-not-over', { month });
    if (there) return refuse('statement-exists', { unit: name, month }, { status: 409 }) satisfies Refusal;
    const dueDay = dueDayOf(month, unit, context);
    return [
      StatementOpened.of({ object: statementOf({ id }), unit, body: { month, form: form.from, dueDay, cells } }),
      ...taskToFill({ id, unit, month, dueDay }, context),
    ];
  },
});
