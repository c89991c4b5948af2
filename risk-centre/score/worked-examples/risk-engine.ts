import { conformalP } from '../../methods/conformal.ts';
import { populationStability } from '../../methods/drift.ts';
import { llrOfPrecision, noisyOr, posterior } from '../../methods/evidence-to-probability.ts';
import { atStake, byExpectedLossPerHour, riskMatrix } from '../../methods/expected-loss.ts';
import { discoveries } from '../../methods/false-discovery.ts';
import { precisionOf, recurrence, shareAtMost } from '../../methods/indicator-precision.ts';
import { type Answers, beside, found } from './case.ts';

const odds = (p: number): number => p / (1 - p);

export const riskEngine: Answers = {
  'risk.noisy_or': (input) => ({ p: noisyOr(input.nums('p'), input.num('leak')) }),
  'risk.log_odds': (input) => {
    const [prior, ratios] = [input.num('prior'), input.nums('log_likelihood_ratios')];
    const independent = posterior(prior, ratios);
    return {
      posterior_independent: independent,
      posterior_discounted: posterior(prior, ratios, input.nums('correlation_group_discount')),
      odds_multiplier: odds(independent) / odds(prior),
    };
  },
  'risk.precision_to_llr': (input) => ({ llr: llrOfPrecision(input.num('precision'), input.num('prior')) }),
  'risk.beta_precision': (input) => {
    const precision = found(
      precisionOf({
        confirmed: input.num('confirmed'),
        'partly-confirmed': 0,
        explained: input.num('rejected'),
        'data-problem': 0,
        'not-verifiable': 0,
      }),
    );
    return {
      mean: precision.mean,
      q05: precision.lower,
      q95: precision.upper,
      'P_precision_gt_0.5': precision.aboveFloor,
    };
  },
  'risk.bh': (input) => {
    const [p, q] = [input.nums('p_sorted'), input.num('q')];
    const { count, adjusted } = discoveries(p, q);
    return { rejected_bh: count, rejected_by_dependence_any: discoveries(p, q, 'any').count, adjusted };
  },
  'risk.conformal_p': (input) => {
    const clean = input.nums('calibration_scores');
    return {
      p: input.nums('new').map((score) => conformalP(clean, score)),
      smallest_possible_p: conformalP(clean, Number.MAX_VALUE),
    };
  },
  'risk.expected_loss_queue': (input) => {
    const items = input.raw['items(id,p,loss,hours)'] as readonly (readonly [string, number, number, number])[];
    const order = byExpectedLossPerHour(
      items.map(([id, probability, lossFen, hours]) => ({ id, probability, lossFen, hours })),
    );
    return {
      expected_loss: Object.fromEntries(order.map(({ id, expectedLossFen }) => [id, expectedLossFen])),
      per_hour: Object.fromEntries(order.map(({ id, perHourFen }) => [id, perHourFen])),
      order_by_expected_loss_per_hour: order.map(({ id }) => id),
    };
  },
  'risk.entity_aggregate': (input) => {
    const episodes = input.rows('episodes(p,loss)');
    const stake = atStake(episodes.map(([probability, lossFen]) => ({ probability: probability!, lossFen: lossFen! })));
    return { p_any: stake.anyProbability, expected_loss: stake.expectedLossFen };
  },
  'risk.psi': (input) => populationStability(input.nums('expected'), input.nums('observed')),
  'risk.recurrence': (input) => {
    const [a, b] = input.nums('prior') as [number, number];
    return { p: recurrence(input.num('fixed_then_recurred'), input.num('fixed_total'), { a, b }).probability };
  },
  'risk.matrix': (input) => ({
    score: riskMatrix(input.num('likelihood_1to5'), input.num('impact_1to5'), { red: 15, orange: 10, yellow: 5 }).score,
    level_rule: beside('handed in'),
  }),
  'risk.clopper_pearson_zero': (input) => ({ upper95: shareAtMost(input.num('false_alarms'), input.num('n')) }),
};
