import { type Id, newId, refuse, sql, verb } from '@opengoa/kernel';
import { topClasses } from '../cards/words.zh.ts';
import { ledgersOf } from '../equipment/headcount-store.ts';
import { Reconcile, Reconciled } from './contract.ts';
import { differencesOf } from './differences.ts';

/** 卡账核对: cards on the day beside the sums of the ledger, class by class; what differs is listed and waits for its explanation. A class without an entered balance is named, without a difference. */
export const reconcile = verb('assets.reconcile', {
  title: { zh: '核对', en: 'Reconcile' },
  input: Reconcile,
  who: ['assets-clerk', 'clerk'],
  facts: [Reconciled],
  refusals: ['unit-unknown', 'month-ahead', 'no-ledger-sums'],
  async load(tx, { unit, monthEnd }, context) {
    const units = ledgersOf(context.organisation.institutionOf(unit)?.id ?? unit, context);
    return {
      id: newId(),
      units,
      ledger: await tx.rows<{ class: string; fen: number }>(
        sql`select class, amount_fen as fen from assets.ledger_sum where unit_id = ${unit} and month_end = ${monthEnd} order by class`,
      ),
      cards: await tx.rows<{ class: string; fen: number }>(sql`
        select left(class, 3) as class, sum(value_fen)::bigint as fen from assets.card
         where unit_id = any (${units}::uuid[]) and coalesce(booked_on, acquired_on) <= ${monthEnd}::date
           and (disposed_on is null or disposed_on > ${monthEnd}::date)
         group by 1 order by 1`),
      ended: await tx.rows<{ class: string | null; card: Id | null; cardsFen: number; otherFen: number | null }>(sql`
        select class, card_id as card, cards_fen as "cardsFen", other_fen as "otherFen" from assets.difference
         where unit_id = ${unit} and month_end = ${monthEnd} and state <> 'open'`),
    };
  },
  at: (_known, { unit }) => ({ unit }),
  decide({ id, units, ledger, cards, ended }, { unit, monthEnd }, { organisation, today }) {
    if (!organisation.unit(unit)) return refuse('unit-unknown', {}, { status: 404 });
    if (monthEnd > today) return refuse('month-ahead', { day: monthEnd });
    if (ledger.length === 0) return refuse('no-ledger-sums', { day: monthEnd });
    const named = (code: string) => topClasses[code as keyof typeof topClasses]?.zh ?? code;
    const found = differencesOf(cards, ledger)
      // What was explained with these very figures is not asked about again.
      .filter(
        (each) =>
          !ended.some(
            (old) => old.class === each.class && old.cardsFen === each.cardsFen && old.otherFen === each.ledgerFen,
          ),
      )
      .map((each) => ({
        id: newId(),
        side: 'ledger' as const,
        what: `${each.class} ${named(each.class)}${each.ledgerFen === null ? '（未录入账面余额）' : ''}`,
        class: each.class,
        card: null,
        cardsFen: each.cardsFen,
        otherFen: each.ledgerFen,
      }));
    const body = { monthEnd, units: [...units], found };
    return [Reconciled.of({ object: { kind: 'assets.reconciliation', id }, unit, body })];
  },
});
