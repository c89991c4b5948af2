/** The three labelled sets of tenders, each as prices and a label. Ids serve the split and the count of meetings alone; dates, places and kinds are not read. */
import type { TenderPrices } from '../methods/procurement/tender-features.ts';
import { grouped, type Row, rowsOf } from './read-rows.ts';

export interface LabelledTender extends TenderPrices {
  readonly label: 0 | 1;
  /** Tenders of one group are never parted by the split. */
  readonly group: string;
  /** Firms, where the set names them. */
  readonly firms: readonly string[];
}

/** Tenders with the same amounts are the same tender written twice, and one group. The label is that of the tender, for all its bids. */
export function switzerland(): LabelledTender[] | null {
  const rows = rowsOf('bids-switzerland/bids.csv.gz');
  return rows && tendersOf(rows, (bids) => isOne(bids[0]!['Collusive_competitor']));
}

/** A tender is a one where any of its bids is. */
export function carWash(): LabelledTender[] | null {
  const rows = rowsOf('bids-brazil-carwash/bids.csv');
  return rows && tendersOf(rows, (bids) => bids.some((row) => isOne(row['Collusive_competitor'])));
}

/** Groups are sets of tenders that share a firm, however long the chain: no firm stands on both sides of a split. */
export function korea(): LabelledTender[] | null {
  const rows = rowsOf('bids-korea/tenders.csv');
  if (!rows) return null;
  const first = 'Firm_id_(1st_rank_Bidder)';
  const other = 'Firm_id_(Competing_Bidder)';
  const setOf = joined(rows.map((row) => [`t${row['bid_notice_id']}`, `f${row[first]}`, `f${row[other]}`]));
  return [...grouped(rows, (row) => row['bid_notice_id']!).entries()].map(([id, bids]) => {
    const winning = Number(bids[0]!['Bid_Price_(1st_rank_Bidder)']);
    const competing = bids.map((row) => Number(row['Bid_Price_(Competing_Bidder)']));
    return {
      amounts: [winning, ...competing].filter((amount) => amount > 0),
      winning,
      estimate: Number(bids[0]!['base_price']),
      bidCount: Number(bids[0]!['num_bidders']),
      label: isOne(bids[0]!['bid_rigging_label']) ? 1 : 0,
      group: setOf(`t${id}`),
      firms: [bids[0]![first]!, ...bids.map((row) => row[other]!)].filter(Boolean),
    };
  });
}

function tendersOf(rows: readonly Row[], label: (bids: readonly Row[]) => boolean): LabelledTender[] {
  return [...grouped(rows, (row) => row['Tender']!).values()].map((bids) => {
    const amounts = bids.map((row) => Number(row['Bid_value']));
    const estimate = Number(bids[0]!['Pre-Tender Estimate (PTE)'] ?? 0);
    const winner = bids.find((row) => isOne(row['Winner']));
    return {
      amounts,
      winning: winner && Number(winner['Bid_value']),
      estimate: estimate > 0 ? estimate : undefined,
      label: label(bids) ? 1 : 0,
      group: amounts.toSorted((a, b) => a - b).join(' '),
      firms: [],
    };
  });
}

const isOne = (text: string | undefined): boolean => Number(text) === 1;

/** Which set a name belongs to, where names in one list belong together (union-find). */
function joined(lists: readonly (readonly string[])[]): (name: string) => string {
  const parent = new Map<string, string>();
  const root = (name: string): string => {
    let at = name;
    while ((parent.get(at) ?? at) !== at) at = parent.get(at)!;
    parent.set(name, at);
    return at;
  };
  for (const [head, ...rest] of lists) for (const name of rest) parent.set(root(name), root(head!));
  return root;
}
