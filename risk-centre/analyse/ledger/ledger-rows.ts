/** Rows of a ledger as a file gives them. */
import { daysBetween } from '@opengoa/kernel/calendar';
import type { TableShape } from '@opengoa/kernel/exchange';
import type { Words } from '@opengoa/kernel/words';
import type { AnalysisRows, AnalysisTools } from '../method.ts';

export interface LedgerRow {
  readonly id: string;
  /** YYYY-MM-DD, and the same as days since 1970. */
  readonly date: string;
  readonly day: number;
  readonly payee: string;
  /** The name without what spelling varies in: width, case, spaces and marks. */
  readonly payeeKey: string;
  /** In yuan, or whatever the file counts in; below 0 where it was paid back. */
  readonly amount: number;
  /** Empty where the file has none. */
  readonly category: string;
  readonly unit: string;
}

/** What was found on one row, or on the ledger or a part of it as a whole. */
export interface LedgerFinding {
  /** Place of the row; null for the whole. */
  readonly at: number | null;
  readonly pattern: 'duplicate' | 'split' | 'year-end-rush' | 'digits' | 'outlier';
  /** In [0, 1]; null where the data do not allow one. */
  readonly score: number | null;
  readonly flag: 0 | 1;
  readonly reason: Words;
}

const text = { type: 'text', maxLength: 200 } as const;
/** Books of a ministry go into the hundred billions; more is a slip. */
const mostFen = 100_000_000_000_000;

export const ledgerShape: TableShape = {
  title: { zh: '付款台账', en: 'ledger' },
  columns: {
    id: {
      ...text,
      required: true,
      title: { zh: '凭证号', en: 'Id' },
      aliases: ['编号', '发票号', '单据号', 'invoice', 'voucher'],
    },
    date: { type: 'day', required: true, title: { zh: '日期', en: 'Date' }, aliases: ['付款日期', '记账日期'] },
    payee: {
      ...text,
      required: true,
      title: { zh: '收款人', en: 'Payee' },
      aliases: ['供应商', '收款单位', 'vendor', 'supplier'],
    },
    amount: {
      type: 'money-fen',
      required: true,
      minFen: -mostFen,
      maxFen: mostFen,
      title: { zh: '金额', en: 'Amount' },
      aliases: ['付款金额', '支出金额'],
    },
    category: { ...text, title: { zh: '科目', en: 'Category' }, aliases: ['类别', '支出科目', '费用类型'] },
    unit: { ...text, title: { zh: '单位', en: 'Unit' }, aliases: ['部门', '预算单位'] },
  },
};

export const payeeKeyOf = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}]/gu, '');

/** @returns rows in the order of the files; a payment of 0 is passed over */
export async function ledgerRowsOf(rows: AnalysisRows, tools: AnalysisTools): Promise<LedgerRow[]> {
  const found: LedgerRow[] = [];
  for await (const row of rows) {
    const said = (name: string) => (row.values[name] === null ? '' : String(row.values[name] ?? ''));
    const amount = Number(row.values['amount']) / 100;
    if (amount === 0) {
      tools.passOver(row, { zh: '金额为0', en: 'the amount is 0' });
      continue;
    }
    const [date, payee] = [said('date'), said('payee')];
    found.push({
      id: said('id'),
      date,
      day: daysBetween('1970-01-01', date),
      payee,
      payeeKey: payeeKeyOf(payee) || payee,
      amount,
      category: said('category'),
      unit: said('unit'),
    });
  }
  return found;
}

export const money = (amount: number): string => amount.toFixed(2);
