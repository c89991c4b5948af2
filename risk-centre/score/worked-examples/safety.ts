import { countAtLeast, countAtLeastByChance, placeRate } from '../../methods/safety/incident-rates.ts';
import { fewFindings, startRegularity, walkingSpeeds } from '../../methods/safety/inspection-rounds.ts';
import { overdueIndex } from '../../methods/safety/overdue-hazards.ts';
import { type Answers, beside, found } from './case.ts';

export const safety: Answers = {
  'safety.walking_speed': (input, expected) => {
    const walked = found(walkingSpeeds(input.nums('points_m'), input.nums('times_s'), expected.num('limit_m_s')));
    return { speed_m_s: walked.speeds, limit_m_s: beside('handed in'), impossible_legs: walked.impossibleLegs };
  },
  'safety.regular_start': (input) => {
    const starts = found(startRegularity(input.nums('start_minute_of_day')));
    return { sd_min: starts.sdMinutes, mode_share: starts.modeShare };
  },
  'safety.zero_finding_inspector': (input) => {
    const few = found(
      fewFindings(
        input.num('peer_rate_findings_per_inspection'),
        input.num('inspections'),
        input.num('findings'),
        0.05,
      ),
    );
    return { p_binomial: few.pBinomial, 'p_with_beta_binomial_mean.12_rho.05': few.pBetaBinomial };
  },
  'safety.gamma_poisson': (input) => {
    const exposure = input.nums('exposure');
    const [shape, rate] = [input.num('prior_shape'), input.num('prior_rate')];
    const places = input.nums('events').map((events, i) => placeRate(events, exposure[i]!, shape, rate, 1.5));
    return {
      raw: places.map(({ raw }) => raw),
      shrunk: places.map(({ shrunk }) => shrunk),
      'P_rate_gt_1.5': places.map(({ chanceAbove }) => chanceAbove),
    };
  },
  'safety.negbin': (input) => ({
    P_ge_8_negbin: countAtLeast(input.num('threshold'), input.num('mean'), input.num('size')),
    P_ge_8_poisson: countAtLeastByChance(input.num('threshold'), input.num('mean')),
  }),
  'safety.overdue_index': (input) => ({
    index: overdueIndex(
      input.each('items').map((item) => ({ grade: item.num('grade'), daysOver: item.num('days_over') })),
      input.in('weight').raw as Readonly<Record<string, number>>,
      input.num('tau'),
    ),
  }),
};
