/** Rows of bids as a file gives them, and the tenders they make. */
import type { TableShape } from '@opengoa/kernel/exchange';
import type { AnalysisRow, AnalysisTools } from './method.ts';

export interface BidRow {
  readonly tender: string;
  /** Empty where the file does not name bidders. */
  readonly bidder: string;
  readonly amount: number;
  readonly winner: boolean;
  /** Anything that sorts by time; empty where there is none, and the order of the file stands in. */
  readonly date: string;
  readonly estimate: number | null;
  readonly region: string;
  /** What is known of the tender, where the file is given to learn from. */
  readonly label: 0 | 1 | null;
}

const yes = /^(?:1|1\.0+|true|yes|y|是|中标)$/i;
const no = /^(?:|0|0\.0+|false|no|n|否|未中标)$/i;
/** Files of statistics write 1.0 for yes. */
const oneOrZero = (text: string) =>
  yes.test(text) || no.test(text) ? null : { zh: `“${text}”不是1或0`, en: `“${text}” is neither 1 nor 0` };

const price = { type: 'decimal', decimals: 'as-measured', min: 0 } as const;

export const bidShape: TableShape = {
  title: { zh: '投标报价', en: 'bids' },
  columns: {
    tender: {
      type: 'text',
      required: true,
      maxLength: 200,
      title: { zh: '项目编号', en: 'Tender' },
      aliases: ['标段', '项目'],
    },
    bidder: { type: 'text', maxLength: 200, title: { zh: '投标人', en: 'Bidder' }, aliases: ['供应商', '投标单位'] },
    amount: { ...price, required: true, title: { zh: '报价', en: 'Amount' }, aliases: ['投标报价', '金额'] },
    winner: {
      type: 'text',
      maxLength: 20,
      title: { zh: '是否中标', en: 'Winner' },
      aliases: ['中标'],
      check: oneOrZero,
    },
    date: { type: 'text', maxLength: 40, takesDates: true, title: { zh: '开标日期', en: 'Date' } },
    estimate: { ...price, title: { zh: '预算价', en: 'Estimate' }, aliases: ['控制价', '最高限价'] },
    region: { type: 'text', maxLength: 200, title: { zh: '地区', en: 'Region' } },
  },
};

/** The same with what is known of each tender. */
export const labelledBidShape: TableShape = {
  title: { zh: '已核实的投标报价', en: 'bids whose outcome is known' },
  columns: {
    ...bidShape.columns,
    label: {
      type: 'text',
      required: true,
      maxLength: 20,
      title: { zh: '已核实为串通', en: 'Label' },
      aliases: ['标签'],
      check: oneOrZero,
    },
  },
};

export async function bidsOf(rows: AsyncIterable<AnalysisRow>, tools: AnalysisTools): Promise<BidRow[]> {
  const found: BidRow[] = [];
  for await (const row of rows) {
    const text = (name: string) => (row.values[name] === null ? '' : String(row.values[name] ?? ''));
    const amount = Number(row.values['amount']);
    const estimate = Number(row.values['estimate'] ?? 0);
    if (amount > 0)
      found.push({
        tender: text('tender'),
        bidder: text('bidder'),
        amount,
        winner: yes.test(text('winner')),
        date: text('date'),
        estimate: estimate > 0 ? estimate : null,
        region: text('region'),
        label: text('label') === '' ? null : yes.test(text('label')) ? 1 : 0,
      });
    else tools.passOver(row, { zh: '报价须大于0', en: 'a bid must be above 0' });
  }
  return found;
}

/** One tender with all its bids. */
export interface Tender {
  readonly id: string;
  readonly bids: readonly BidRow[];
  readonly amounts: readonly number[];
  readonly winning: number | undefined;
  readonly estimate: number | undefined;
  readonly bidders: readonly string[];
  readonly winner: string;
  readonly region: string;
}

/** Tenders in order of time where rows are dated, else of the file. */
export function tendersOf(rows: readonly BidRow[]): Tender[] {
  const found = [...Map.groupBy(rows, ({ tender }) => tender)].map(([id, bids]) => {
    const won = bids.find(({ winner }) => winner);
    return {
      id,
      bids,
      amounts: bids.map(({ amount }) => amount),
      winning: won?.amount,
      estimate: bids.find(({ estimate }) => estimate !== null)?.estimate ?? undefined,
      bidders: [...new Set(bids.map(({ bidder }) => bidder).filter(Boolean))],
      winner: won?.bidder ?? '',
      region: bids[0]!.region,
    };
  });
  const at = (tender: Tender) => tender.bids.find(({ date }) => date)?.date ?? '';
  const numeric = found.every((tender) => Number.isFinite(Number(at(tender))));
  return found.toSorted((a, b) => (numeric ? Number(at(a)) - Number(at(b)) : at(a).localeCompare(at(b))));
}
