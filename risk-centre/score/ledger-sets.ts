/** Two real ledgers: invoices of a utility, and card payments of a government entity whose amounts are written `$1.083,65`. */
import { daysBetween } from '@opengoa/kernel/calendar';
import { type LedgerRow, payeeKeyOf } from '../analyse/ledger/ledger-rows.ts';
import { rowsOf } from './read-rows.ts';

const rowOf = (id: string, date: string, payee: string, amount: number, unit: string): LedgerRow => ({
  id,
  date,
  day: daysBetween('1970-01-01', date),
  payee,
  payeeKey: payeeKeyOf(payee) || payee,
  amount,
  category: '',
  unit,
});

export const corporatePayments = (): LedgerRow[] | null =>
  rowsOf('finance-benford/corporate_payments_2010.csv.gz')?.map((row) =>
    rowOf(row['InvNum']!, row['Date']!, row['VendorNum']!, Number(row['Amount']), ''),
  ) ?? null;

/** A card is who pays; the file numbers no payments. */
export const purchasingCards = (): LedgerRow[] | null =>
  rowsOf('finance-benford/purchasing_cards_2010.csv.gz')?.map((row, i) => {
    const [day, month, year] = row['DATE']!.split('/');
    const amount = Number(row['AMOUNT']!.replaceAll(/[$.\s]/g, '').replace(',', '.'));
    return rowOf(`p${i}`, `${year}-${month}-${day}`, row['MERCHDESCRIPTION']!, amount, row['CARDNUM']!);
  }) ?? null;
