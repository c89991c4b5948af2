import { logit } from '../methods/evidence-to-probability.ts';
import type { InsufficientData } from '../methods/method-result.ts';
import type { SubjectMonth } from '../methods/prediction/history-features.ts';
import { bySubject, foretell, learnNextMonth, type Foretold } from '../methods/prediction/next-month.ts';
import { triedForward, type TriedForward } from '../methods/prediction/tried-forward.ts';

export interface ToldOutcome {
  /** The month foretold: the one after the newest that is known. */
  readonly month: number;
  readonly status: 'model' | 'base-rate';
  readonly months: number;
  readonly times: number;
  readonly tried: TriedForward | null;
  readonly why: InsufficientData['reasons'];
  readonly subjects: ReadonlyMap<string, { readonly months: number; readonly times: number }>;
  /** Of a model alone. */
  readonly foretold: ReadonlyMap<string, Foretold>;
}

/**
 * The next month of one outcome: learned on all months, and told as a model where it was tried forward on the later half of them and erred less than the base rate.
 * @param fewest months on which it has to have been tried
 * @returns undefined where no month is known
 */
export function foretellOutcome(rows: readonly SubjectMonth[], fewest: number): ToldOutcome | undefined {
  const known = rows.filter(({ happened }) => happened !== null);
  if (known.length === 0) return undefined;
  const at = known.map(({ month }) => month);
  const [first, last] = [Math.min(...at), Math.max(...at)];
  const measures = [...new Set(rows.flatMap((row) => Object.keys(row.measures)))].toSorted();
  // A subject that is no longer told of is no longer foretold.
  const current = new Set(known.filter(({ month }) => month === last).map(({ subject }) => subject));
  const subjects = new Map(
    [...bySubject(known)]
      .filter(([subject]) => current.has(subject))
      .map(([subject, months]) => [
        subject,
        { months: months.length, times: months.filter(({ happened }) => happened === 1).length },
      ]),
  );
  const base = {
    month: last + 1,
    months: known.length,
    times: known.filter(({ happened }) => happened === 1).length,
    subjects,
  };
  const none = new Map<string, Foretold>();
  const found = triedForward(rows, Math.ceil((first + last + 1) / 2), measures);
  if (found.status !== 'ok') return { ...base, status: 'base-rate', tried: null, why: found.reasons, foretold: none };
  const why = [
    ...(found.foretold < fewest
      ? [
          {
            zh: `逐月向前检验至少需要${fewest}个月份，现有${found.foretold}个`,
            en: `${fewest} months have to be tried on; ${found.foretold} could be`,
            needed: fewest,
            found: found.foretold,
          },
        ]
      : []),
    ...(found.skill > 0
      ? []
      : [
          {
            zh: '检验中误差没有小于只用历史比例，不用模型',
            en: 'when tried, the model erred no less than the base rate alone',
            needed: 0,
            found: found.skill,
          },
        ]),
  ];
  const model = learnNextMonth(bySubject(rows), last, measures);
  if (why.length > 0 || model.status !== 'ok')
    return {
      ...base,
      status: 'base-rate',
      tried: found,
      why: model.status === 'ok' ? why : [...why, ...model.reasons],
      foretold: none,
    };
  const told = foretell(model, bySubject(rows), last)
    .filter(({ subject }) => current.has(subject))
    .map((each) => ({ ...each, probability: found.correction.probability(logit(each.probability)) }));
  return {
    ...base,
    status: 'model',
    tried: found,
    why: [],
    foretold: new Map(told.map((each) => [each.subject, each])),
  };
}
