import { analyticHierarchy } from '../../methods/evaluation/analytic-hierarchy.ts';
import { combinedScore, humanAdjustment } from '../../methods/evaluation/combined-score.ts';
import { couplingOf, levelsBehind } from '../../methods/evaluation/coupling-coordination.ts';
import { entropyWeights, weightedScores } from '../../methods/evaluation/entropy-weight.ts';
import { kendallW } from '../../methods/evaluation/kendall-w.ts';
import { weightedKappa } from '../../methods/evaluation/man-and-machine.ts';
import { scaledBySample } from '../../methods/evaluation/scale-indicator.ts';
import { orderDegree, synergyOf, synergyOverTime } from '../../methods/evaluation/synergy-degree.ts';
import { topsis } from '../../methods/evaluation/topsis.ts';
import { type Answers, beside, found, type Given } from './case.ts';

const moreIsBetter = (input: Given): boolean[] => input.nums('benefit').map((benefit) => benefit === 1);
const scaledIn = (input: Given) => scaledBySample(input.rows('matrix'), moreIsBetter(input));

export const evaluation: Answers = {
  'eval.entropy_weight': (input) => {
    const normalised = scaledIn(input);
    const { entropies, weights } = found(entropyWeights(normalised));
    return { normalised, entropy: entropies, weight: weights, score: weightedScores(normalised, weights) };
  },
  // Of the units of the case before it, shifted as it says in words: "Z*0.99+0.01".
  'eval.entropy_weight_shifted': (_input, _expected, others) => ({
    weight: found(entropyWeights(scaledIn(others('eval.entropy_weight')), 0.01)).weights,
  }),
  'eval.ewm_paradox': beforeAndAfter,
  'eval.ewm_paradox2': beforeAndAfter,
  'eval.topsis': (input) => {
    const units = topsis(input.rows('matrix'), moreIsBetter(input), input.nums('weight'));
    return {
      d_plus: units.map(({ toBest }) => toBest),
      d_minus: units.map(({ toWorst }) => toWorst),
      closeness: units.map(({ closeness }) => closeness),
    };
  },
  'eval.ahp': (input) => {
    const { lambdaMax, consistencyIndex, consistencyRatio, weights, byGeometricMean } = analyticHierarchy(
      input.rows('matrix'),
    );
    return {
      lambda_max: lambdaMax,
      CI: consistencyIndex,
      CR: consistencyRatio,
      weights,
      weights_geometric_mean: byGeometricMean,
    };
  },
  'eval.kendall_w': (input) => {
    const { s, w, chi2, p } = found(kendallW(input.rows('ranks(raters x items)')));
    return { S: s, W: w, chi2, p_chi2: p };
  },
  'eval.kendall_w_ties': (input) => {
    const { s, ties, w } = found(kendallW(input.rows('ranks')));
    return { S: s, 'T(sum t^3-t)': ties, W: w };
  },
  'eval.weighted_kappa': (input) => {
    const table = input.rows('confusion(human x machine)');
    return {
      unweighted: found(weightedKappa(table, 'none')).kappa,
      linear: found(weightedKappa(table, 'linear')).kappa,
      quadratic: found(weightedKappa(table, 'quadratic')).kappa,
    };
  },
  'eval.synergy_degree': synergy,
  'eval.synergy_one_unchanged': (input) => {
    const before = input.nums('order_degree_t0');
    const { changes, degree, linear } = synergyOf(input.nums('order_degree_t1').map((now, j) => now - before[j]!));
    return { delta: changes, geometric: degree, linear_equal_weights: linear };
  },
  'eval.synergy_two_declines': (input) => {
    const { sign, degree } = synergyOf(input.nums('delta'));
    return {
      product: beside('what a naive way rests on'),
      theta_min_rule: sign,
      synergy: degree,
      naive_without_theta: beside('what a naive way gives'),
    };
  },
  'eval.coupling': coupled,
  'eval.coupling_low_equal': coupled,
  'eval.coupling3': coupled,
  'eval.coupling_published_pairs': (input) => {
    const modified = input.nums('C_modified_2008');
    const levels = input.nums('C_original_2008').map((coupling, i) => levelsBehind(coupling, modified[i]!));
    return { implied_U_min_max: levels, all_in_0_1: levels.every((pair) => pair !== null) };
  },
  'eval.precision_weighting': (input) => {
    const { score, sd, divergence } = combinedScore(
      { score: input.num('machine'), sd: input.num('sd_machine') },
      { mean: input.num('human_mean'), sd: input.num('sd_human'), raters: input.num('raters') },
    );
    return { final: score, sd, divergence_z: divergence };
  },
  'eval.human_adjustment': (input) => {
    const moved = humanAdjustment(input.num('machine'), input.num('requested'), input.num('bound_pct'));
    return { applied: moved.applied, needs_second_reviewer: moved.needsSecondPerson };
  },
};

function beforeAndAfter(input: Given) {
  const of = (name: string) => {
    const { weights } = found(entropyWeights(input.rows(name)));
    return { weights, scores: weightedScores(input.rows(name), weights) };
  };
  const [before, after] = [of('before'), of('after')];
  return {
    weight_before: before.weights,
    weight_after: after.weights,
    score_before: before.scores,
    score_after: after.scores,
  };
}

function coupled(input: Given) {
  const { coupling, level, coordination, modified } = couplingOf(input.nums('U'));
  return {
    C: coupling,
    T: level,
    D: coordination,
    C_modified: modified.coupling,
    D_modified: modified.coordination,
    wrong_C_without_factor_2: beside('an error seen in print'),
  };
}

function synergy(input: Given) {
  const subsystems = input.in('subsystems');
  const names = Object.keys(subsystems.raw);
  const degrees = names.map((name) => {
    const own = subsystems.in(name);
    const [low, high, weight] = [own.nums('min'), own.nums('max'), own.nums('weight')];
    return own
      .rows('y')
      .map((values) =>
        orderDegree(values.map((value, i) => ({ value, low: low[i]!, high: high[i]!, weight: weight[i]! }))),
      );
  });
  const { adjacent, fixedBase } = synergyOverTime(degrees);
  return {
    order_degree: Object.fromEntries(names.map((name, j) => [name, degrees[j]])),
    delta_t0_t1: adjacent[0]?.changes,
    synergy_t0_t1: adjacent[0]?.degree,
    delta_t1_t2: adjacent[1]?.changes,
    synergy_t1_t2_adjacent: adjacent[1]?.degree,
    synergy_t0_t2_fixed_base: fixedBase[1]?.degree,
    linear_variant_t0_t1: adjacent[0]?.linear,
  };
}
