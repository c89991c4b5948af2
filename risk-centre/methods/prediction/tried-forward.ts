/**
 * How well next months were foretold: month by month, each from what was known before it, beside simple ways on the same months, with its reliability diagram.
 * What is stated is corrected by what earlier months of the trial became, as soon as enough of them did and did not happen.
 */
import { correctStated, type Correction } from '../evidence/correct-stated.ts';
import type { LookedInto } from '../evidence/calibrate.ts';
import { logit } from '../evidence-to-probability.ts';
import { type Reliability, reliability } from '../learning/reliability.ts';
import { rocAuc } from '../learning/ranking-quality.ts';
import { type MethodResult, insufficient, ok } from '../method-result.ts';
import type { SubjectMonth } from './history-features.ts';
import { bySubject, foretell, learnNextMonth } from './next-month.ts';

export interface TriedForward {
  readonly foretold: number;
  readonly happened: number;
  /** In deciles of what was stated. */
  readonly reliability: Reliability;
  readonly auc: number | null;
  /** Brier scores of simple ways on the very same months. */
  readonly baselines: Readonly<Record<'base-rate' | 'own-rate' | 'as-last-month' | 'as-a-year-ago', number>>;
  /** 1 − Brier / Brier of the base rate that was known at the time. */
  readonly skill: number;
  /** What the months tried say of the months to come: for probabilities of a model learned on all of them. */
  readonly correction: Correction;
}

/** @param from first month to be foretold. @param relearnEvery months after which it is learned anew */
export function triedForward(
  rows: readonly SubjectMonth[],
  from: number,
  measures: readonly string[],
  relearnEvery = 3,
): MethodResult<TriedForward> {
  const subjects = bySubject(rows);
  const last = Math.max(...rows.map(({ month }) => month));
  const stated: number[] = [];
  const came: number[] = [];
  const errors = { 'base-rate': 0, 'own-rate': 0, 'as-last-month': 0, 'as-a-year-ago': 0 };
  const cases: LookedInto[] = [];
  let correction = correctStated(cases);
  let model = learnNextMonth(subjects, from - 1, measures);
  for (let month = from; month <= last; month++) {
    if ((month - from) % relearnEvery === 0) {
      model = learnNextMonth(subjects, month - 1, measures);
      correction = correctStated(cases);
    }
    if (model.status !== 'ok') continue;
    const base = model.happened / model.learned;
    const ofMonth: LookedInto[] = [];
    for (const { subject, probability } of foretell(model, subjects, month - 1)) {
      const months = subjects.get(subject)!;
      const happened = months.find((each) => each.month === month)?.happened ?? null;
      if (happened === null) continue;
      const past = months.filter((each) => each.month < month && each.happened !== null);
      const times = past.filter((each) => each.happened === 1).length;
      const at = (when: number) => past.find((each) => each.month === when)?.happened ?? base;
      const logOdds = logit(probability);
      ofMonth.push({ logOdds, came: happened });
      stated.push(correction.probability(logOdds));
      came.push(happened);
      errors['base-rate'] += (base - happened) ** 2;
      errors['own-rate'] += ((times + 4 * base) / (past.length + 4) - happened) ** 2;
      errors['as-last-month'] += (at(month - 1) - happened) ** 2;
      errors['as-a-year-ago'] += (at(month - 12) - happened) ** 2;
    }
    cases.push(...ofMonth);
  }
  const n = stated.length;
  if (n === 0)
    return model.status === 'ok'
      ? insufficient({ zh: '没有可检验的月份', en: 'no month to be tried on', needed: 1, found: 0 })
      : model;
  const diagram = reliability(stated, came, 'cases');
  const mean = (sum: number) => sum / n;
  return ok({
    foretold: n,
    happened: came.reduce((sum, each) => sum + each, 0),
    reliability: diagram,
    auc: rocAuc(stated, came),
    baselines: {
      'base-rate': mean(errors['base-rate']),
      'own-rate': mean(errors['own-rate']),
      'as-last-month': mean(errors['as-last-month']),
      'as-a-year-ago': mean(errors['as-a-year-ago']),
    },
    skill: 1 - diagram.brier / mean(errors['base-rate']),
    correction: correctStated(cases),
  });
}
