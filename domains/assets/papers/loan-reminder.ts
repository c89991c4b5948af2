import { nearestHolders, type Reminder, sql } from '@opengoa/kernel';

/** 借出应还: what is due back, and what should have been. */
export const loanReminder: Reminder = {
  name: 'loan-due',
  title: { zh: '借出资产应还', en: 'A loan is due back' },
  verbs: [],
  async due(tx, { organisation, calendar, now }) {
    const soon = calendar.deadlineAfterWorkdays(now, 3).toISOString().slice(0, 10);
    const loans = await tx.rows<{
      paper: string;
      unit: string;
      number: string;
      dueOn: string;
      borrower: string | null;
      cards: number;
    }>(sql`
      select paper_id as paper, unit_id as unit, paper as number, due_on as "dueOn", max(borrower) as borrower, count(*)::int as cards
        from assets_read.lent_card_v1 where due_on is not null and due_on <= ${soon} group by 1, 2, 3, 4 order by 4, 1 limit 2000`);
    return loans.map(({ paper, unit, number, dueOn, borrower, cards }) => ({
      object: { kind: 'assets.paper', id: paper },
      unit,
      dueAt: new Date(`${dueOn}T23:59:59+08:00`),
      summary: `${number} ${borrower ?? ''} 借用 ${cards} 项，应于 ${dueOn} 归还`,
      holders: nearestHolders(organisation, 'assets-clerk', unit),
      others: [],
      opens: `/assets/papers/${paper}`,
    }));
  },
};
