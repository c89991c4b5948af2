import { isCreditCode, isIdNumber, isVin } from '@opengoa/kernel/exchange';
import { wilson } from '@opengoa/kernel/wilson';
import { deliveryScores } from '../../../domains/energy/methods/completeness.ts';
import { fellegiSunter } from '../../methods/data-quality/fellegi-sunter.ts';
import { jaroWinkler } from '../../methods/data-quality/jaro-winkler.ts';
import { type Answers, beside, found } from './case.ts';

/** All digits that make a code whole: to be exactly one. */
const fitting = (digits: string, isWhole: (digit: string) => boolean): string =>
  [...digits].filter((digit) => isWhole(digit)).join('');

export const dataQuality: Answers = {
  'dq.uscc_check': (input) => ({
    check: fitting('0123456789ABCDEFGHJKLMNPQRTUWXY', (digit) => isCreditCode(input.text('code17') + digit)),
    weights: beside('inside the check'),
  }),
  'dq.id18_check': (input) => ({
    check: fitting('0123456789X', (digit) => isIdNumber(input.text('id17') + digit)),
  }),
  'dq.vin_check': (input) => {
    const vin = input.text('vin');
    return { check_digit: fitting('0123456789X', (digit) => isVin(vin.slice(0, 8) + digit + vin.slice(9))) };
  },
  'dq.jaro_winkler': (input) => {
    const pairs = input.raw['pairs'] as readonly (readonly [string, string])[];
    const likeness = pairs.map(([a, b]) => jaroWinkler(a, b));
    return {
      jaro: likeness.map(({ jaro }) => jaro),
      jaro_winkler: likeness.map(({ jaroWinkler: both }) => both),
    };
  },
  'dq.fellegi_sunter': (input) => {
    const fields = input.rows('fields(m,u,agree)').map(([m, u, agrees]) => ({ m: m!, u: u!, agrees: agrees === 1 }));
    const pair = fellegiSunter(fields, input.num('prior_match'));
    return {
      weights_bits: pair.weights,
      prior_bits: pair.prior,
      total_bits: pair.total,
      probability: pair.probability,
    };
  },
  'dq.scores': (input) => {
    const scores = found(
      deliveryScores({
        expectedRecords: input.num('expected_records'),
        received: input.num('received'),
        onTime: input.num('on_time'),
        requiredCells: input.num('required_cells'),
        filledCells: input.num('filled'),
      }),
    );
    const [consistent, checked] = [input.num('consistent'), input.num('checked_pairs')];
    return {
      record_completeness: scores.recordCompleteness,
      cell_completeness: scores.cellCompleteness,
      timeliness: scores.timeliness,
      consistency: consistent / checked,
      consistency_wilson_lower: wilson(consistent, checked)[0],
    };
  },
};
