import type { TableShape } from '@opengoa/kernel/exchange';
import { invoiceSequence } from '../../methods/ledger/invoice-sequence.ts';
import { all, day, insufficientAnswer, name, textIn, toVerify } from '../columns-and-cells.ts';
import type { AnalysisMethod, AnalysisRow } from '../method.ts';

const input: TableShape = {
  title: { zh: '发票', en: 'invoices' },
  columns: {
    payee: name('开票方', 'Payee', '收款人', '供应商'),
    number: {
      ...name('发票号码', 'Invoice number', '号码'),
      check: (text: string) =>
        /^\d{1,15}$/.test(text) ? null : { zh: `“${text}”不是发票号码`, en: `“${text}” is no invoice number` },
    } as TableShape['columns'][string],
    date: day('开票日期', 'Date', '日期'),
  },
};

/** Consecutive invoice numbers of one payee on distant days (FI-04): it issues to nobody else. A question for small retailers alone. */
export const invoiceRuns: AnalysisMethod = {
  name: 'invoice-runs',
  about: {
    zh: '连号发票：同一开票方相隔较久而号码相连（仅适用于零星小额商户）',
    en: 'Consecutive invoice numbers of one payee over distant days (of small retailers alone)',
  },
  input,
  output: ['payee', 'numbers', 'pairs', 'days'],
  async *run(rows) {
    for (const [payee, own] of Map.groupBy(await all(rows), (row) => textIn(row, 'payee'))) {
      if (own.length < 3) {
        yield insufficientAnswer({ payee, numbers: '', pairs: null, days: null }, [
          {
            zh: `发票${own.length}张，至少需要3张`,
            en: `${own.length} invoices; 3 are needed`,
            needed: 3,
            found: own.length,
          },
        ]);
        continue;
      }
      const runs = runsOf(own);
      const longest = runs.reduce((most, run) => (run.length > most.length ? run : most), runs[0]!);
      const found = invoiceSequence(longest.map((row) => ({ number: numberOf(row), day: textIn(row, 'date') })));
      const flag = found.isDistant ? 1 : 0;
      const zh = `最长连号${longest.length}张，前后相隔${found.spanDays}天`;
      const en = `${longest.length} consecutive numbers over ${found.spanDays} days`;
      yield {
        values: {
          payee,
          numbers: longest.length > 1 ? `${textIn(longest[0]!, 'number')}-${textIn(longest.at(-1)!, 'number')}` : '',
          pairs: found.consecutivePairs,
          days: found.spanDays,
        },
        score: flag ? Math.min(1, 0.5 + found.consecutivePairs / 10) : Math.min(0.49, found.consecutivePairs / 10),
        flag,
        reason: flag ? toVerify(`${zh}。请核对业务是否发生`, `${en}. See what was bought`) : { zh, en },
      };
    }
  },
};

const numberOf = (row: AnalysisRow): number => Number(textIn(row, 'number'));

/** Rows cut where a number is missing. */
function runsOf(own: readonly AnalysisRow[]): AnalysisRow[][] {
  const runs: AnalysisRow[][] = [];
  for (const row of own.toSorted((a, b) => numberOf(a) - numberOf(b))) {
    const last = runs.at(-1)?.at(-1);
    if (last && numberOf(row) === numberOf(last) + 1) runs.at(-1)!.push(row);
    else if (!last || numberOf(row) !== numberOf(last)) runs.push([row]);
  }
  return runs;
}
