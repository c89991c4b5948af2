import { median, medianAbsoluteDeviation } from '@opengoa/kernel/robust-statistics';
import { budgetBurn } from '../../methods/ledger/budget-burn.ts';
import { modifiedZ } from '../../methods/ledger/cost-outliers.ts';
import { envelopments } from '../../methods/ledger/data-envelopment.ts';
import { invoiceSequence } from '../../methods/ledger/invoice-sequence.ts';
import { piecesOf, textLikeness } from '../../methods/ledger/text-likeness.ts';
import { yearEnd } from '../../methods/ledger/year-end-rush.ts';
import { type Answers, beside, found } from './case.ts';

type Units = Parameters<typeof envelopments>[0];
const thetas = async (units: Units, returns: 'constant' | 'variable') =>
  (await envelopments(units, returns)).map(({ theta }) => theta);

export const ledger: Answers = {
  'fin.robust_z': (input) => ({
    median: median(input.nums('unit_cost')),
    mad: medianAbsoluteDeviation(input.nums('unit_cost')),
    'modified_z(0.6745)': modifiedZ(input.nums('unit_cost')),
    classical_z_of_900: beside('what the outlier itself hides'),
  }),
  'fin.year_end': (input) => {
    const year = yearEnd(input.nums('monthly'));
    return { dec_share: year.decemberShare, dec_over_mean_of_jan_nov: year.decemberRatio, gini: year.gini };
  },
  'fin.invoice_sequence': (input) => {
    const days = input.texts('dates');
    const run = invoiceSequence(input.nums('numbers').map((number, i) => ({ number, day: days[i]! })));
    return { consecutive_pairs: run.consecutivePairs, span_days: run.spanDays, flag: run.isDistant };
  },
  'fin.dea_ratio': async (input) => {
    const outputs = input.nums('output');
    const units = input.nums('input').map((used, i) => ({ inputs: [used], outputs: [outputs[i]!] }));
    return { ccr: await thetas(units, 'constant') };
  },
  'fin.dea_2in_1out': async (input) => {
    const outputs = input.nums('output');
    const units = input.rows('inputs').map((inputs, i) => ({ inputs, outputs: [outputs[i]!] }));
    return { ccr: await thetas(units, 'constant'), bcc: await thetas(units, 'variable') };
  },
  'fin.fuzzy_invoice_text': (input) => {
    const [a, b, gram] = [input.text('a'), input.text('b'), input.num('gram')];
    return { grams_a: piecesOf(a, gram).size, grams_b: piecesOf(b, gram).size, jaccard: textLikeness(a, b, gram) };
  },
  'fin.budget_burn': (input) => {
    const burn = found(
      budgetBurn(input.num('budget'), input.num('spent_to_month_8'), input.nums('historical_share_by_month_8')),
    );
    return { expected_share: burn.expectedShare, projected_full_year: burn.projected, over_pct: 100 * burn.over };
  },
};
