import { nearestHolders, type Reminder, sql } from '@opengoa/kernel';
import { addDays, daysBetween } from '@opengoa/kernel/calendar';
import { daysOfNotice } from './check-lines.ts';
import { contractsWhere } from './property-store.ts';

/** 物业合同到期: told to its keeper so many days before it ends, so that there is time to tender again. */
export const contractReminder: Reminder = {
  name: 'property-contract-ends',
  title: { zh: '物业合同到期', en: 'A property contract ends' },
  verbs: ['space.end-service-contract'],
  async due(tx, context) {
    const { organisation, today } = context;
    const soon = await contractsWhere(tx, sql`state = 'in-force' and to_day <= ${addDays(today, 365)}::date`);
    return soon
      .filter(({ unit, to }) => daysBetween(today, to) <= daysOfNotice(unit, context))
      .map(({ id, unit, number, supplier, to }) => ({
        object: { kind: 'space.service-contract', id },
        unit,
        dueAt: new Date(`${to}T23:59:59+08:00`),
        summary: `${supplier} 物业合同 ${number} 于 ${to} 到期，请安排续签或重新采购`.slice(0, 500),
        holders: nearestHolders(organisation, 'space-clerk', unit),
        others: [],
        opens: `/space/property-contracts/${id}`,
      }));
  },
};

/** 物业整改: on the keeper's desk until the company has answered. */
export const rectificationReminder: Reminder = {
  name: 'property-rectification-due',
  title: { zh: '物业整改待答复', en: 'Property service is to be put right' },
  verbs: ['space.answer-rectification'],
  async due(tx, { organisation }) {
    const open = await tx.rows<{ id: string; unit: string; supplier: string; what: string; due: string }>(sql`
      select id, unit_id as unit, supplier, what, due_day as due from space_read.service_rectification_v1 where state = 'open' order by due_day, id limit 2000`);
    return open.map(({ id, unit, supplier, what, due }) => ({
      object: { kind: 'space.service-rectification', id },
      unit,
      dueAt: new Date(`${due}T18:00:00+08:00`),
      summary: `${supplier}：${what}`.slice(0, 500),
      holders: nearestHolders(organisation, 'space-clerk', unit),
      others: [],
      opens: '/space/property-rectifications',
    }));
  },
};
