import { nearestHolders, type Reminder } from '@opengoa/kernel';
import { overdueLeases } from './lease-reads.ts';

/** 租金逾期: told to whoever keeps the rooms of the unit, until it is recorded. */
export const rentReminder: Reminder = {
  name: 'rent-overdue',
  title: { zh: '租金逾期', en: 'Rent overdue' },
  async due(tx, context) {
    return (await overdueLeases(tx, context)).flatMap(({ lease, overdueFen, overdueSince }) => {
      const holders = nearestHolders(context.organisation, 'space-clerk', lease.unit);
      if (holders.length === 0) return [];
      return [
        {
          object: { kind: 'space.lease', id: lease.id },
          unit: lease.unit,
          dueAt: new Date(`${overdueSince}T09:00:00+08:00`),
          summary: `${lease.party} 租金 ${(overdueFen / 100).toFixed(2)} 元逾期未登记缴款`.slice(0, 500),
          holders,
          others: [],
          opens: `/space/leases/${lease.id}`,
        },
      ];
    });
  },
  verbs: ['space.record-rent'],
};
