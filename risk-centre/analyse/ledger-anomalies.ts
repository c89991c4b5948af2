/**
 * `ledger-anomalies`: rows of payments in; one answer for each row or for each pattern found on it, and rows without an id on the ledger as a whole.
 * An answer is an anomaly to be verified (待核实异常).
 */
import { join } from 'node:path';
import { findStandards, loadStandards } from '@opengoa/kernel/standards';
import { digitsIn } from './ledger/digits.ts';
import { duplicatesIn } from './ledger/duplicates.ts';
import { type LedgerFinding, type LedgerRow, ledgerRowsOf, ledgerShape } from './ledger/ledger-rows.ts';
import { outliersIn } from './ledger/outliers.ts';
import { type SplitLimits, splitsIn } from './ledger/splits.ts';
import { yearEndsIn } from './ledger/year-ends.ts';
import { type AnalysisMethod, SettingRefused } from './method.ts';

/** Payments that stand out in a ledger: paid twice, split, crowded into December, with odd digits, far from their kind. See `methods/ledger`. */
export const ledgerAnomalies: AnalysisMethod = {
  name: 'ledger-anomalies',
  about: {
    zh: '付款台账：重复付款、拆分、年底集中、首位数字、离群金额；每笔一行，整体情况另列（凭证号为空）',
    en: 'Payments: paid twice, split, crowded into December, digits, far from their kind; the whole stands in rows without an id',
  },
  input: ledgerShape,
  settings: {
    'split-limit': {
      zh: '拆分核对的审批限额（元，可用逗号分隔多个；默认取资产购置审批标准）',
      en: 'approval limits in yuan that payments may be split below, parted by commas (the standard of buying assets)',
    },
    'split-days': {
      zh: '多少天内合并核对拆分（默认取账目核查口径标准）',
      en: 'days within which payments are looked at together (the standard of checks of a ledger)',
    },
    'outlier-floor': {
      zh: '与中位数相差多少元以上才提示离群（默认取账目核查口径标准）',
      en: 'yuan from the middle of its kind from which an amount is told (the standard of checks of a ledger)',
    },
  },
  output: ['id', 'pattern'],
  async *run(rows, _files, settings, tools) {
    const limits = [...listed('split-limit', settings['split-limit'])];
    const [days] = listed('split-days', settings['split-days']);
    const [floor] = listed('outlier-floor', settings['outlier-floor']);
    const known = await ledgerRowsOf(rows, tools);
    const checks = await ledgerChecks(known, { limits, days, floor });
    for (const { id, pattern, score, flag, reason } of analyseLedger(known, checks))
      yield { values: { id, pattern }, score, flag, reason };
  },
};

function* listed(name: string, text: string | undefined): Generator<number> {
  for (const part of text?.split(',') ?? []) {
    const value = Number(part);
    if (!(value > 0))
      throw new SettingRefused({ zh: `--${name} 须为大于0的数。`, en: `--${name} takes numbers above 0.` });
    yield value;
  }
}

export interface LedgerChecks {
  readonly split: SplitLimits;
  readonly outlierFloor: number;
}

interface SaidChecks {
  readonly limits: readonly number[];
  readonly days: number | undefined;
  readonly floor: number | undefined;
}

/** What was said on the command, and for the rest the standards as they stood on the last day of the ledger. */
async function ledgerChecks(rows: readonly LedgerRow[], { limits, days, floor }: SaidChecks): Promise<LedgerChecks> {
  const standards = loadStandards(await findStandards(join(import.meta.dirname, '..', '..')));
  const last = rows.reduce((latest, { date }) => (date > latest ? date : latest), '2000-01-01');
  const of = (id: string, item: string) => standards.numberOn(id, last, [], { item });
  return {
    split: {
      limits: limits.length > 0 ? limits : [of('assets.purchase-rules', 'head') / 100],
      days: days ?? of('risk-centre.ledger-checks', 'split-days'),
      source:
        limits.length > 0
          ? { zh: '所给限额', en: 'the limit given' }
          : { zh: '标准 assets.purchase-rules', en: 'standard assets.purchase-rules' },
    },
    outlierFloor: floor ?? of('risk-centre.ledger-checks', 'outlier-floor') / 100,
  };
}

export interface LedgerAnswer extends Omit<LedgerFinding, 'at' | 'pattern'> {
  /** Empty where the answer is on the whole. */
  readonly id: string;
  /** Empty where nothing was found on the row. */
  readonly pattern: LedgerFinding['pattern'] | '';
}

/** @returns the whole first, then rows in their order: each pattern found on a row, or one answer that nothing was */
export function* analyseLedger(rows: readonly LedgerRow[], checks: LedgerChecks): Generator<LedgerAnswer> {
  const findings = [
    ...duplicatesIn(rows),
    ...splitsIn(rows, checks.split),
    ...yearEndsIn(rows),
    ...digitsIn(rows),
    ...outliersIn(rows, checks.outlierFloor),
  ];
  const byRow = Map.groupBy(findings, ({ at }) => at);
  for (const { at: _at, ...answer } of byRow.get(null) ?? []) yield { id: '', ...answer };
  for (const [at, { id }] of rows.entries()) {
    const own = byRow.get(at) ?? [];
    const found = own.filter(({ flag }) => flag === 1);
    for (const { at: _at, ...answer } of found) yield { id, ...answer };
    if (found.length > 0) continue;
    const most = own.reduce<LedgerFinding | null>(
      (best, each) => ((each.score ?? 0) > (best?.score ?? -1) ? each : best),
      null,
    );
    // Below the flag a score stays below one half, so that scores order rows across patterns.
    yield { id, pattern: '', score: Math.min(0.49, most?.score ?? 0), flag: 0, reason: nothing(most) };
  }
}

const nothing = (most: LedgerFinding | null) =>
  most && (most.score ?? 0) >= 0.3
    ? { zh: `未达提示标准：${most.reason.zh}`, en: `below what is told: ${most.reason.en}` }
    : { zh: '未见异常', en: 'nothing out of the way' };
