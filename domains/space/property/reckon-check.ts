import type { Words } from '@opengoa/kernel/words';
import type { Dimension, GivenMark, WeighedMark } from './contract.ts';
import { dimensions } from './words.zh.ts';

/** How a check is reckoned, from the standards of its day. Points of 100, a share of one. */
export interface CheckLines {
  readonly resultLine: number;
  readonly markLine: number;
  readonly leastShare: number;
}
export interface ReckonedCheck {
  readonly marks: WeighedMark[];
  /** Covered and not marked: not checked, which is not 0. */
  readonly unmarked: Dimension[];
  /** Weighted mean of what was marked, to a hundredth; null where too little was, or nothing marked has weight. */
  readonly result: number | null;
  /** Something is to be put right: the result, or a single mark, is below its line. */
  readonly below: boolean;
  /** What a rectification is about. */
  readonly weak: WeighedMark[];
}

const hundredth = (value: number): number => Math.round(value * 100) / 100;

/** 考评结果: the weighted mean of the dimensions marked. @param weights by dimension */
export function reckonCheck(
  covered: readonly Dimension[],
  given: readonly GivenMark[],
  weights: Readonly<Record<Dimension, number>>,
  { resultLine, markLine, leastShare }: CheckLines,
): ReckonedCheck {
  const marks = covered.flatMap((dimension) =>
    given.filter((each) => each.dimension === dimension).map((each) => ({ ...each, weight: weights[dimension] })),
  );
  const unmarked = covered.filter((dimension) => !marks.some((mark) => mark.dimension === dimension));
  const weight = marks.reduce((sum, mark) => sum + mark.weight, 0);
  const enough = weight > 0 && marks.length >= leastShare * covered.length;
  const result = enough ? hundredth(marks.reduce((sum, mark) => sum + mark.mark * mark.weight, 0) / weight) : null;
  const short = result !== null && result < resultLine;
  const weak = marks.filter(({ mark }) => mark < (short ? resultLine : markLine));
  return { marks, unmarked, result, below: short || weak.length > 0, weak };
}

/** (90×1 + 80×1) ÷ 2 = 85; and what was not checked. */
export function formulaOf({ marks, unmarked, result }: Pick<ReckonedCheck, 'marks' | 'unmarked' | 'result'>): Words {
  const sum = marks.map(({ dimension, mark, weight }) => ({
    zh: `${dimensions[dimension].zh} ${mark}×${weight}`,
    en: `${dimensions[dimension].en} ${mark}×${weight}`,
  }));
  const weight = hundredth(marks.reduce((all, mark) => all + mark.weight, 0));
  const left = {
    zh: unmarked.length > 0 ? `；未考评：${unmarked.map((each) => dimensions[each].zh).join('、')}` : '',
    en: unmarked.length > 0 ? `; not checked: ${unmarked.map((each) => dimensions[each].en).join(', ')}` : '',
  };
  const written = (language: 'zh' | 'en') => `(${sum.map((each) => each[language]).join(' + ')}) ÷ ${weight}`;
  return result === null
    ? {
        zh: `考评项目不足，不出结果${left.zh}`,
        en: `Too little was marked: no result${left.en}`,
      }
    : { zh: `${written('zh')} = ${result}${left.zh}`, en: `${written('en')} = ${result}${left.en}` };
}

/** What the company is asked to put right, in the words of the check. */
export const whatIsWrong = (
  month: string,
  { result, weak }: Pick<ReckonedCheck, 'result' | 'weak'>,
  resultLine: number,
): string =>
  [
    result !== null && result < resultLine
      ? `${month} 考评结果 ${result} 分，低于 ${resultLine} 分。`
      : `${month} 考评：`,
    weak
      .map(({ dimension, mark, note }) => `${dimensions[dimension].zh} ${mark} 分${note && `（${note}）`}`)
      .join('；'),
  ]
    .join('')
    .slice(0, 1000);
