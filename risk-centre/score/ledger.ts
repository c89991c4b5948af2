/** Digits of real payments against figures in print, and payments planted in real ledgers. Nothing is learned, so there is no split; the seed is fixed. */
import { seeded } from '@opengoa/kernel/seeded';
import { duplicatesIn } from '../analyse/ledger/duplicates.ts';
import type { LedgerFinding, LedgerRow } from '../analyse/ledger/ledger-rows.ts';
import { splitsIn } from '../analyse/ledger/splits.ts';
import { yearEndsIn } from '../analyse/ledger/year-ends.ts';
import { digitTest, mantissaArc } from '../methods/ledger/first-digits.ts';
import { corporatePayments, purchasingCards } from './ledger-sets.ts';
import {
  naiveDecember,
  naiveDuplicates,
  naiveSplits,
  withDuplicates,
  withRush,
  withSplits,
} from './planted-payments.ts';
import { notThere, type Score, type ScoreLine, scoreLine } from './score-line.ts';

export const ledgerScore: Score = {
  name: 'ledger',
  about: 'digits of payments, and payments paid twice, split or crowded into December (ledger-anomalies)',
  lines,
  remarks: [
    'Published: benford.analysis 0.1.5 (C. Cinelli), corporate.payment, first two digits of positive amounts. Its chi-squared is of digits that floating-point',
    'products misplace in places; of the decimal digits as written it is 32100.9, within 0.1 %.',
    'Planted: real ledgers bear no marks, so that what is flagged beside the planted is not known to be wrong; its share of all payments is told.',
    'A payee that is paid one price every few days hides a second payment of it: those are the twice-paid that are missed. The cards’ rush of two months’',
    'spending is missed as well: June alone was two and a half usual months, and one year knows no other December to ask.',
  ],
};

function* lines(): Generator<ScoreLine> {
  const payments = corporatePayments();
  if (payments) yield* benfordLines(payments.map(({ amount }) => amount));
  else yield notThere('corporate payments 2010');
  const cards = purchasingCards();
  for (const [name, rows] of [
    ['corporate payments 2010', payments],
    ['purchasing cards 2010', cards],
  ] as const) {
    if (rows) yield* plantedLines(name, rows);
    else if (name !== 'corporate payments 2010') yield notThere(name);
  }
}

const published = {
  n: 185_083,
  mad: 0.002336614,
  arc: 0.0039958,
  chi2: 32_094,
  deviations: [
    [50, 5938.25],
    [11, 3331.98],
    [10, 2811.92],
    [14, 1043.68],
    [98, 889.95],
  ],
} as const;

function* benfordLines(amounts: readonly number[]): Generator<ScoreLine> {
  const set = `corporate payments 2010, ${amounts.length} invoices`;
  const found = digitTest(amounts, 'first-two');
  const line = (metric: string, ours: string, print: string, target = 'equal'): ScoreLine =>
    scoreLine({ set, metric: `first two digits, ${metric}`, ours, published: print, target, ok: ours === print });
  yield line('amounts above 0', String(found.n), String(published.n));
  yield line('mean absolute deviation', found.mad.toFixed(9), published.mad.toFixed(9));
  yield line('conformity by MAD', found.conformity, 'nonconformity');
  yield line('mantissa arc, L2', mantissaArc(amounts).l2.toFixed(7), published.arc.toFixed(7));
  const widest = found.counts
    .map(({ digit, count, expected }) => [digit, Math.abs(count - expected)] as const)
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, 5);
  const shown = (all: readonly (readonly [number, number])[]) =>
    all.map(([digit, apart]) => `${digit} ${apart.toFixed(2)}`).join(', ');
  yield line('five largest deviations', shown(widest), shown(published.deviations));
  yield {
    ...line('chi-squared (df 89)', found.chi2.toFixed(1), published.chi2.toFixed(0), 'within 0.1 %'),
    ok: Math.abs(found.chi2 / published.chi2 - 1) <= 0.001 && found.df === 89,
  };
}

type Finder = (rows: readonly LedgerRow[]) => readonly LedgerFinding[];

/** Of the cards' file too, whose counts are in dollars: a limit as half of all single buyers have it. */
const stepOf = (rows: readonly LedgerRow[]): number => {
  const sorted = rows.map(({ amount }) => amount).toSorted((a, b) => a - b);
  return Math.ceil(sorted[Math.floor(0.95 * sorted.length)]! / 1000) * 1000;
};

function* plantedLines(name: string, rows: readonly LedgerRow[]): Generator<ScoreLine> {
  const step = stepOf(rows);
  const source = { zh: '所给限额', en: 'the limit given' };
  const splits: Finder = (some) => splitsIn(some, { limits: [step], days: 15, source });
  yield plantedLine(name, 'paid twice, 0 to 5 days later', rows, withDuplicates, duplicatesIn, naiveDuplicates);
  yield plantedLine(
    name,
    `split in 3 below ${step} within 10 days`,
    rows,
    (own, random) => withSplits(own, step, random),
    splits,
    (own) => naiveSplits(own, step, 15),
  );
  yield plantedLine(name, 'crowded into the last days of December', rows, withRush, yearEndsIn, naiveDecember);
}

interface Planted {
  readonly rows: readonly LedgerRow[];
  /** Places of what was planted. */
  readonly planted: readonly number[];
}

function plantedLine(
  name: string,
  what: string,
  rows: readonly LedgerRow[],
  plant: (rows: readonly LedgerRow[], random: () => number) => Planted,
  find: Finder,
  naive: (rows: readonly LedgerRow[]) => ReadonlySet<number>,
): ScoreLine {
  const made = plant(rows, seeded(20_261_123));
  const flagged = new Set(find(made.rows).flatMap(({ at, flag }) => (flag === 1 && at !== null ? [at] : [])));
  const told = (found: ReadonlySet<number>) => {
    const hits = made.planted.filter((at) => found.has(at)).length;
    const rest = (found.size - hits) / (made.rows.length - made.planted.length);
    return `recall ${(hits / made.planted.length).toFixed(3)}, others ${(100 * rest).toFixed(2)} %`;
  };
  return scoreLine({
    set: `${name}, ${made.planted.length} planted in ${rows.length}`,
    metric: what,
    ours: told(flagged),
    baselines: `naive rule: ${told(naive(made.rows))}`,
  });
}
