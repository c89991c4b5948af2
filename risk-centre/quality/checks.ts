import type { Words } from '@opengoa/kernel/contract';
import { words as pair } from '@opengoa/kernel/words';

/** What is told of findings and entries of the register, row by row. */
export const rowChecks = [
  'closed-without-evidence',
  'decided-before-answer',
  'rectification-overdue',
  'acceptance-expired',
] as const;
export type RowCheck = (typeof rowChecks)[number];

/** What is told of kits. */
export const kitChecks = ['never-run', 'silent', 'no-verdicts', 'moved-without-evidence'] as const;
export type KitCheck = (typeof kitChecks)[number];

export const checkWords: Readonly<Record<RowCheck | KitCheck, Words>> = {
  'closed-without-evidence': pair('销号时没有附材料', 'Closed without a paper'),
  'decided-before-answer': pair(
    '单位说明期内、未经说明即作结论',
    'Decided before the unit had spoken, within its time',
  ),
  'rectification-overdue': pair('整改逾期', 'Rectification overdue'),
  'acceptance-expired': pair('风险接受已到期', 'Acceptance of a risk expired'),
  'never-run': pair('从未运行', 'Never run'),
  silent: pair('近期都因数据不足未作判断', 'Judged nothing lately for want of data'),
  'no-verdicts': pair('提出的异常久无核实结论', 'No verdict for long on what it raised'),
  'moved-without-evidence': pair('调整参数未附核实结论', 'Settings moved without verdicts behind it'),
};

/** One kit as far as the asker sees it. */
export interface KitWork {
  readonly state: string;
  readonly runs: number;
  /** Over the days of the standard. */
  readonly judged: number;
  readonly insufficient: number;
  /** Findings still without a verdict, raised before the days of the standard. */
  readonly waiting: number;
  readonly lastVerdict: Date | null;
  readonly bareMoves: number;
}

/** Which checks a kit does not pass, and how often. Kits that are not to run are asked about nothing but their moves. */
export function checksOfKit(work: KitWork, verdictsSince: Date): { readonly check: KitCheck; readonly n: number }[] {
  const found: { check: KitCheck; n: number }[] = [];
  if (work.state === 'live' || work.state === 'shadow') {
    if (work.runs === 0) found.push({ check: 'never-run', n: 1 });
    else if (work.judged === 0 && work.insufficient > 0) found.push({ check: 'silent', n: work.insufficient });
    if (work.waiting > 0 && (work.lastVerdict === null || work.lastVerdict < verdictsSince))
      found.push({ check: 'no-verdicts', n: work.waiting });
  }
  if (work.bareMoves > 0) found.push({ check: 'moved-without-evidence', n: work.bareMoves });
  return found;
}
