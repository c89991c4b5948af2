import { nearestHolders, type Reminder, sql } from '@opengoa/kernel';

/** 处置收入应缴: what came of a disposal and is not paid in to the treasury yet. */
export const incomeReminder: Reminder = {
  name: 'disposal-income',
  title: { zh: '处置收入应上缴', en: 'Income of a disposal is due' },
  verbs: ['assets.record-income'],
  async due(tx, { organisation, today }) {
    const owed = await tx.rows<{ id: string; unit: string; number: string; owedFen: number; payBy: string }>(sql`
      select id, unit_id as unit, number, proceeds_fen - paid_fen as "owedFen", pay_by as "payBy"
        from assets.paper where proceeds_fen > paid_fen and pay_by is not null and pay_by <= ${today}::date + 5 order by pay_by, id limit 2000`);
    return owed.map(({ id, unit, number, owedFen, payBy }) => ({
      object: { kind: 'assets.paper', id },
      unit,
      dueAt: new Date(`${payBy}T23:59:59+08:00`),
      summary: `${number} 处置收入 ${(owedFen / 100).toFixed(2)} 元应于 ${payBy} 前上缴国库`,
      holders: nearestHolders(organisation, 'assets-clerk', unit),
      others: [],
      opens: `/assets/papers/${id}`,
    }));
  },
};
