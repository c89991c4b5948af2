import { type Id, sql, stale, verb } from '@opengoa/kernel';
import { daysBetween } from '@opengoa/kernel/calendar';
import { LoanReturned, ReturnLoan } from './contract.ts';
import { loanMoves, loanOf } from './offer.ts';

/** 归还: whoever lent it takes it back and says how it is. */
export const returnLoan = verb('assets.return-loan', {
  title: { zh: '归还验收', en: 'Take back' },
  input: ReturnLoan,
  who: ['assets-clerk'],
  on: 'assets.loan',
  facts: [LoanReturned],
  refusals: ['not-now', 'stale-version'],
  load: (tx, { loan }) =>
    tx.one<{ id: Id; keeper: Id; offer: Id; card: Id; due: string; state: 'out' | 'returned'; version: number }>(sql`
      select l.id, l.keeper_id as keeper, l.offer_id as offer, o.card_id as card, l.due_day::text as due, l.state, l.version
        from assets.loan l join assets.offer o on (o.node_id, o.id) = (l.node_id, l.offer_id) where l.id = ${loan} for update of l`),
  at: ({ keeper }) => ({ unit: keeper }),
  decide(loan, { version, condition, said }, { today }) {
    const closed = loanMoves.refusal(loan.state, 'assets.return-loan');
    if (closed) return closed;
    if (version !== loan.version) return stale({ version: loan.version });
    const lateDays = Math.max(0, daysBetween(loan.due, today));
    return [
      LoanReturned.of({
        object: loanOf(loan.id),
        unit: loan.keeper,
        facets: { asset: { kind: 'assets.card', id: loan.card, state: 'pooled' } },
        body: { offer: loan.offer, condition, said, lateDays },
      }),
    ];
  },
});
