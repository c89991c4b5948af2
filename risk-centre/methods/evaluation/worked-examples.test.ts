import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { near } from '../worked-examples.ts';
import { analyticHierarchy } from './analytic-hierarchy.ts';
import { combinedScore, humanAdjustment } from './combined-score.ts';
import { couplingOf, levelsBehind } from './coupling-coordination.ts';
import { entropyWeights, weightedScores } from './entropy-weight.ts';
import { kendallW } from './kendall-w.ts';
import { weightedKappa } from './man-and-machine.ts';
import { scaledBySample } from './scale-indicator.ts';
import { orderDegree, synergyOf, synergyOverTime } from './synergy-degree.ts';
import { topsis } from './topsis.ts';
import examples from './worked-examples.json' with { type: 'json' };

const same = (actual: number | null | undefined, expected: number) => expect(actual).toSatisfy(near(expected));
const all = (actual: readonly (number | null)[], expected: readonly number[]) => {
  expect(actual).toHaveLength(expected.length);
  for (const [i, value] of expected.entries()) same(actual[i], value);
};
const weightsOf = (rows: readonly (readonly number[])[], shift = 0) => {
  const found = entropyWeights(rows, shift);
  if (found.status !== 'ok') throw new Error(found.status);
  return found;
};

describe('EV-03 weights by entropy', () => {
  const { input, expected } = examples['eval.entropy_weight'];
  const scaled = scaledBySample(
    input.matrix,
    input.benefit.map((benefit) => benefit === 1),
  );

  test('eval.entropy_weight', () => {
    for (const [i, row] of scaled.entries()) all(row, expected.normalised[i]!);
    const { entropies, weights } = weightsOf(scaled);
    all(entropies, expected.entropy);
    all(weights, expected.weight);
    all(weightedScores(scaled, weights), expected.score);
  });

  test('eval.entropy_weight_shifted: a shift against zeros changes the weights', () => {
    all(weightsOf(scaled, 0.01).weights, examples['eval.entropy_weight_shifted'].expected.weight);
  });

  test.each(['eval.ewm_paradox', 'eval.ewm_paradox2'] as const)(
    '%s: everything improves, and the weight jumps to the other column',
    (name) => {
      const { input: rows, expected: known } = examples[name];
      const [before, after] = [weightsOf(rows.before), weightsOf(rows.after)];
      all(before.weights, known.weight_before);
      all(after.weights, known.weight_after);
      all(weightedScores(rows.before, before.weights), known.score_before);
      all(weightedScores(rows.after, after.weights), known.score_after);
    },
  );
});

test('EV-04 eval.ahp', () => {
  const { input, expected } = examples['eval.ahp'];
  const found = analyticHierarchy(input.matrix);
  same(found.lambdaMax, expected.lambda_max);
  same(found.consistencyIndex, expected.CI);
  same(found.consistencyRatio, expected.CR);
  all(found.weights, expected.weights);
  all(found.byGeometricMean, expected.weights_geometric_mean);
  expect(found.isConsistent).toBe(true);
});

test('EV-05 eval.topsis', () => {
  const { input, expected } = examples['eval.topsis'];
  const found = topsis(
    input.matrix,
    input.benefit.map((benefit) => benefit === 1),
    input.weight,
  );
  all(
    found.map(({ toBest }) => toBest),
    expected.d_plus,
  );
  all(
    found.map(({ toWorst }) => toWorst),
    expected.d_minus,
  );
  all(
    found.map(({ closeness }) => closeness),
    expected.closeness,
  );
});

describe('EV-08 agreement', () => {
  test('eval.kendall_w', () => {
    const { input, expected } = examples['eval.kendall_w'];
    const found = kendallW(input['ranks(raters x items)']);
    if (found.status !== 'ok') throw new Error(found.status);
    same(found.s, expected.S);
    same(found.w, expected.W);
    same(found.chi2, expected.chi2);
    same(found.p, expected.p_chi2);
    expect(found.hasCommonView).toBe(true);
  });

  test('eval.kendall_w_ties', () => {
    const { input, expected } = examples['eval.kendall_w_ties'];
    const found = kendallW(input.ranks);
    if (found.status !== 'ok') throw new Error(found.status);
    same(found.s, expected.S);
    same(found.ties, expected['T(sum t^3-t)']);
    same(found.w, expected.W);
  });

  test('eval.weighted_kappa: which weights is said', () => {
    const { input, expected } = examples['eval.weighted_kappa'];
    for (const [weights, value] of [
      ['none', expected.unweighted],
      ['linear', expected.linear],
      ['quadratic', expected.quadratic],
    ] as const) {
      const found = weightedKappa(input['confusion(human x machine)'], weights);
      if (found.status !== 'ok') throw new Error(found.status);
      same(found.kappa, value);
    }
  });
});

describe('EV-09 people and machine', () => {
  test('eval.precision_weighting', () => {
    const { input, expected } = examples['eval.precision_weighting'];
    const found = combinedScore(
      { score: input.machine, sd: input.sd_machine },
      { mean: input.human_mean, sd: input.sd_human, raters: input.raters },
    );
    same(found.score, expected.final);
    same(found.sd, expected.sd);
    same(found.divergence, expected.divergence_z);
    expect(found.needsReview).toBe(false);
  });

  test('eval.human_adjustment', () => {
    const { input, expected } = examples['eval.human_adjustment'];
    const found = humanAdjustment(input.machine, input.requested, input.bound_pct);
    same(found.applied, expected.applied);
    expect(found.needsSecondPerson).toBe(expected.needs_second_reviewer);
  });
});

describe('EV-10 synergy', () => {
  test('eval.synergy_degree: adjacent periods and a fixed base', () => {
    const { input, expected } = examples['eval.synergy_degree'];
    const names = ['energy', 'vehicle', 'space'] as const;
    const degrees = names.map((name) => {
      const { min, max, weight, y } = input.subsystems[name];
      return y.map((values) =>
        orderDegree(values.map((value, i) => ({ value, low: min[i]!, high: max[i]!, weight: weight[i]! }))),
      );
    });
    for (const [j, name] of names.entries()) all(degrees[j]!, expected.order_degree[name]);
    const { adjacent, fixedBase } = synergyOverTime(degrees);
    all(adjacent[0]!.changes, expected.delta_t0_t1);
    same(adjacent[0]!.degree, expected.synergy_t0_t1);
    same(adjacent[0]!.linear, expected.linear_variant_t0_t1);
    all(adjacent[1]!.changes, expected.delta_t1_t2);
    same(adjacent[1]!.degree, expected.synergy_t1_t2_adjacent);
    same(fixedBase[1]!.degree, expected.synergy_t0_t2_fixed_base);
  });

  test('eval.synergy_one_unchanged: 0 whatever the others do, and the linear form beside it is not', () => {
    const { input, expected } = examples['eval.synergy_one_unchanged'];
    const found = synergyOf(input.order_degree_t1.map((now, j) => now - input.order_degree_t0[j]!));
    all(found.changes, expected.delta);
    expect(found.degree).toBe(expected.geometric);
    same(found.linear, expected.linear_equal_weights);
  });

  test('eval.synergy_two_declines: their product is above 0, the degree is not', () => {
    const { input, expected } = examples['eval.synergy_two_declines'];
    const found = synergyOf(input.delta);
    expect(found.sign).toBe(expected.theta_min_rule);
    same(found.degree, expected.synergy);
  });

  test('never outside −1 to 1; a change below its measuring error neither lowers nor raises', () => {
    const changes = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(changes, (some) => {
        const { degree, linear } = synergyOf(some);
        expect(Math.abs(degree)).toBeLessThanOrEqual(1);
        expect(Math.abs(degree)).toBeLessThanOrEqual(Math.abs(linear) + 1e-12);
      }),
    );
    expect(synergyOf([0.3, -0.001]).sign).toBe(-1);
    expect(synergyOf([0.3, -0.001], { error: 0.01 })).toMatchObject({ sign: 0, degree: 0, linear: 0.15 });
  });
});

describe('EV-11 coupling', () => {
  test('eval.coupling', () => {
    const { input, expected } = examples['eval.coupling'];
    const found = couplingOf(input.U);
    same(found.coupling, expected.C);
    same(found.level, expected.T);
    same(found.coordination, expected.D);
    same(found.modified.coupling, expected.C_modified);
    same(found.modified.coordination, expected.D_modified);
  });

  test('eval.coupling_low_equal: both equally bad', () => {
    const { input, expected } = examples['eval.coupling_low_equal'];
    const found = couplingOf(input.U);
    same(found.coupling, expected.C);
    same(found.coordination, expected.D);
    same(found.modified.coupling, expected.C_modified);
    same(found.modified.coordination, expected.D_modified);
    expect(found.tenth).toBe(2);
  });

  test('eval.coupling3', () => {
    const { input, expected } = examples['eval.coupling3'];
    const found = couplingOf(input.U);
    same(found.coupling, expected.C);
    same(found.coordination, expected.D);
    same(found.modified.coupling, expected.C_modified);
    same(found.modified.coordination, expected.D_modified);
  });

  test('eval.coupling_published_pairs: levels that solve both formulas lie in (0, 1)', () => {
    const { input, expected } = examples['eval.coupling_published_pairs'];
    for (const [i, coupling] of input.C_original_2008.entries()) {
      const found = levelsBehind(coupling, input.C_modified_2008[i]!);
      if (!found) throw new Error(`pair ${i}`);
      all(found, expected.implied_U_min_max[i]!);
    }
  });

  test('levels that are put in come out again', () => {
    const level = fc.double({ min: 0.02, max: 0.98, noNaN: true });
    fc.assert(
      fc.property(level, level, (a, b) => {
        fc.pre(Math.abs(a - b) > 0.02);
        const { coupling, modified } = couplingOf([a, b]);
        const found = levelsBehind(coupling, modified.coupling)!;
        expect(found[0]).toBeCloseTo(Math.min(a, b), 5);
        expect(found[1]).toBeCloseTo(Math.max(a, b), 5);
      }),
    );
    expect(levelsBehind(1, 1)).toBeNull();
    expect(couplingOf([0, 0])).toMatchObject({ coupling: 0, coordination: 0, tenth: 0 });
    expect(() => couplingOf([0.5, 1.2])).toThrow(RangeError);
  });
});
