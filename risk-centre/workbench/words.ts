import type { Words } from '@opengoa/kernel/contract';
import { words as pair } from '@opengoa/kernel/words';
import type { BidPattern } from '../analyse/bid-answer.ts';
import type { LedgerFinding } from '../analyse/ledger/ledger-rows.ts';
import type { VehicleKind } from '../analyse/vehicle-answer.ts';
import type { TruthPattern } from '../methods/reports/truth-finding.ts';
import type { AnalysisState } from './contract.ts';

export const analysisStateWords: Readonly<Record<AnalysisState, Words>> = {
  looking: pair('读取文件', 'Looking at the files'),
  looked: pair('待核对各列', 'Columns to be checked'),
  waiting: pair('排队中', 'Waiting'),
  running: pair('计算中', 'Running'),
  done: pair('待保留或清除', 'To be kept or dropped'),
  kept: pair('已保留', 'Kept'),
  cancelled: pair('已取消', 'Cancelled'),
  failed: pair('未完成', 'Failed'),
  dropped: pair('已清除', 'Dropped'),
};

/** What columns of answers are called where people read them; columns that a method takes from its input bear the titles they have there. */
export const outputWords: Readonly<Record<string, Words>> = {
  from: pair('从', 'From'),
  to: pair('到', 'To'),
  pattern: pair('情形', 'Pattern'),
  parameter: pair('参数', 'Parameter'),
  kind: pair('类别', 'Kind'),
  km: pair('公里', 'km'),
  expected: pair('应有值', 'Expected'),
  forecast: pair('预测值', 'Forecast'),
  low: pair('下限', 'Low'),
  high: pair('上限', 'High'),
  savings: pair('节约量', 'Savings'),
  cvrmse: pair('CV(RMSE)', 'CV(RMSE)'),
  nmbe: pair('NMBE', 'NMBE'),
  uncertainty: pair('不确定度', 'Uncertainty'),
  other: pair('另一项', 'Other'),
  shared: pair('相同内容', 'Shared'),
  score: pair('分值', 'Score'),
  flag: pair('待核实', 'To be verified'),
  reason: pair('说明', 'Reason'),
};

/** All that methods call what they saw. */
type PatternCode = TruthPattern | BidPattern | LedgerFinding['pattern'] | VehicleKind;

/** Columns of answers that hold such a code. */
export const codeColumns: readonly string[] = ['pattern', 'kind'];

/** What they are called where people read them. */
export const patternWords: Readonly<Record<PatternCode, Words>> = {
  none: pair('无', 'none'),
  insufficient_data: pair('数据不足', 'insufficient data'),
  learned: pair('按已核实样本', 'as learned'),
  'close-prices': pair('报价接近', 'close prices'),
  'close-group': pair('部分报价接近', 'a close group'),
  'prices-apart': pair('报价偏离', 'prices apart'),
  'high-price': pair('中标价偏高', 'high price'),
  'known-bidders': pair('结伴投标', 'known bidders'),
  'identical-bids': pair('报价相同', 'identical bids'),
  progression: pair('报价等差', 'progression'),
  rotation: pair('轮流中标', 'rotation'),
  'co-bidding-pair': pair('成对投标', 'co-bidding pair'),
  'co-bidding-group': pair('成组投标', 'co-bidding group'),
  'loses-often': pair('只投不中', 'loses often'),
  'per-head-share': pair('按人头分摊', 'share per head'),
  'fixed-share': pair('固定比例分摊', 'fixed share'),
  'last-year-ratio': pair('上年乘比例', 'last year times a ratio'),
  'copied-forward': pair('照抄', 'copied forward'),
  digits: pair('数字分布', 'digits'),
  precision: pair('精度', 'precision'),
  'meter-gap': pair('与表计不符', 'differs from the meter'),
  'close-to-winner': pair('报价紧跟中标价', 'close to the winner'),
  'heavily-discounted': pair('中标价远低于其余', 'heavily discounted'),
  duplicate: pair('重复付款', 'paid twice'),
  split: pair('拆分', 'split'),
  'year-end-rush': pair('年底集中', 'year-end rush'),
  outlier: pair('离群金额', 'outlier'),
  stay: pair('停留', 'stay'),
  trip: pair('行程', 'trip'),
  'tracker-gap': pair('定位中断', 'tracker silent'),
  'out-of-hours': pair('非工作时间', 'out of hours'),
  'without-approval': pair('无审批单', 'without approval'),
  overrun: pair('超出审批时段', 'beyond the approved time'),
  'not-driven': pair('审批后未出行', 'approved and not driven'),
  'off-route': pair('偏离路线', 'off the route'),
  'fuel-mismatch': pair('加油不符', 'fuel mismatch'),
  'odometer-mismatch': pair('里程表不符', 'odometer mismatch'),
};

/** A code in words; nothing where it is none of ours. */
export const patternSaid = (code: string): Words | undefined =>
  Object.hasOwn(patternWords, code) ? patternWords[code as PatternCode] : undefined;

/** The name of a setting: what it says of itself, up to its first mark. */
export const settingName = ({ zh, en }: Words): Words => ({
  zh: zh.split(/[，；：（(]/, 1)[0]!.trim(),
  en: en.split(/[,;:(]/, 1)[0]!.trim(),
});

export const analysisRefusals: Readonly<Record<string, Words>> = {
  'method-unknown': pair('没有这个分析方法。', 'There is no such method.'),
  'analysis-input-missing': pair('请上传要分析的数据文件。', 'Bring the file that is to be analysed.'),
  'analysis-file-not-asked': pair(
    '这个方法不用「{role}」文件，或只用一个。',
    'The method takes no file “{role}”, or only one.',
  ),
  'analyses-open': pair(
    '您有 {most} 项分析未处理，请先保留、清除或取消一些。',
    'You have {most} analyses open; keep, drop or cancel some first.',
  ),
  'analysis-not-ready': pair(
    '文件还没有读完，或分析已经结束。',
    'The files are not read yet, or the analysis is over.',
  ),
  'analysis-waiting': pair(
    '已有分析在进行，请等它结束或先取消。',
    'An analysis is under way; wait for it or cancel it first.',
  ),
  'analysis-column-unknown': pair('「{file}」中没有「{column}」这一列。', '“{file}” has no column “{column}”.'),
  'analysis-column-twice': pair(
    '「{file}」有两列都对应「{column}」，请只选一列。',
    'Two columns of “{file}” are taken for “{column}”; choose one.',
  ),
  'analysis-column-missing': pair('「{file}」还没有指明：{columns}。', '“{file}” still lacks: {columns}.'),
  'analysis-setting-unknown': pair('这个方法没有设置「{name}」。', 'The method has no setting “{name}”.'),
  'analysis-over': pair('这项分析已经结束。', 'This analysis is over.'),
  'analysis-not-done': pair('分析完成后才能保留，且只保留一次。', 'It can be kept once, when it is done.'),
  'analysis-name-taken': pair(
    '本单位已有名为「{name}」的数据集，请换一个名称。',
    'Your unit has a dataset named “{name}”; choose another name.',
  ),
  'analysis-under-way': pair('分析正在进行，请先取消。', 'It is under way; cancel it first.'),
};
