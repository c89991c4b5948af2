/** Why a tender stands out, in words: the figures, where they stand in the own market, and what is to be looked at. */
import type { Words } from '@opengoa/kernel/words';
import type { Features } from '../methods/procurement/tender-features.ts';
import type { Tender } from './bid-rows.ts';
import type { TenderSignal } from './tender-signals.ts';

const percent = (share: number, digits = 1): string => `${(100 * share).toFixed(digits)}%`;

const signalSaid: Readonly<Record<TenderSignal['kind'], (value: number) => readonly [zh: string, en: string]>> = {
  'close-prices': (cv) => [`离散系数${percent(cv)}`, `coefficient of variation ${percent(cv)}`],
  'close-group': (cv) => [`最接近的三家离散系数${percent(cv, 2)}`, `closest three within ${percent(cv, 2)}`],
  'prices-apart': (gap) => [`最低两家相差${percent(gap, 2)}`, `lowest two ${percent(gap, 2)} apart`],
  'high-price': (over) => [
    `中标价为预算价的${percent(1 + over)}`,
    `winning bid at ${percent(1 + over)} of the estimate`,
  ],
  'known-bidders': (mean) => [
    `各投标人两两在其他项目相遇平均${(Math.exp(mean) - 1).toFixed(1)}次`,
    `pairs of bidders met ${(Math.exp(mean) - 1).toFixed(1)} times elsewhere on average`,
  ],
};

export function reasonOfSignals(
  { id, amounts }: Tender,
  signals: readonly TenderSignal[],
  features: Features,
  tenders: number,
  enough: boolean,
): Words {
  if (signals.length === 0)
    return {
      zh: `项目${id}共${amounts.length}家报价，数据不足，无法判断`,
      en: `tender ${id}: ${amounts.length} bids, insufficient data`,
    };
  const gap = features['diffp']!;
  const figures = signals.map(({ kind, value, rank }) => [signalSaid[kind](value), Math.ceil(100 * rank)] as const);
  const [zh, en] = Number.isNaN(gap)
    ? ['', '']
    : [`，最低两家相差${percent(gap, 2)}`, `; lowest two ${percent(gap, 2)} apart`];
  const few = enough ? ['', ''] : ['同类项目不足，仅列示。', ' Too few tenders to compare: shown, not flagged.'];
  return {
    zh: `项目${id}共${amounts.length}家报价${zh}；${figures.map(([[words], at]) => `${words}（${tenders}个项目中异常程度第${at}百分位）`).join('，')}。${few[0]}以上为异常线索，需核对投标文件与关联关系`,
    en: `tender ${id}: ${amounts.length} bids${en}; ${figures.map(([[, words], at]) => `${words} (stands out at percentile ${at} of ${tenders} tenders)`).join(', ')}.${few[1]} To be verified against bid documents and ties`,
  };
}

/** Features of a tender by the beginning of their names, the first that fits. */
const featureWords: readonly (readonly [RegExp, zh: string, en: string])[] = [
  [/^met/, '投标人在其他项目相遇', 'bidders that met elsewhere'],
  [/ToEstimate$/, '与预算价的差距', 'distance to the estimate'],
  [/^(belowWinner|winnerToNext)/, '中标价与其他报价的差距', 'the winning bid beside the others'],
  [/^round/, '报价取整', 'round bids'],
  [/^size/, '项目规模', 'size of the tender'],
  [/^n$/, '投标家数', 'number of bids'],
  [/[34](Least|Middle|Most)$/, '部分报价的分布', 'spread within groups of bids'],
  [/^(lnCv|spd)$/, '报价离散程度', 'spread of bids'],
  [/^(diffp|lnRd|lnAltRd|normRd|firstOverOthers)$/, '最低两家的差距', 'distance of the lowest two'],
  [/^(skew|kurt|ks)$/, '报价分布形状', 'shape of the distribution of bids'],
  [/^(gap|step|lowest|highest)/, '报价之间的间隔', 'gaps between bids'],
];
const featureSaid = (name: string): readonly [zh: string, en: string] => {
  const [, zh, en] = featureWords.find(([form]) => form.test(name)) ?? [null, name, name];
  return [zh, en];
};

/** @param pulls features that raise the linear part of the answer most */
export function reasonOfModel(
  id: string,
  bids: number,
  score: number,
  pulls: readonly { readonly name: string; readonly pull: number }[],
): Words {
  // Several features may say the same to a reader.
  const said = Map.groupBy(pulls, ({ name }) => featureSaid(name)[0]);
  const drawn = [...said.values()].map((same) => ({
    words: featureSaid(same[0]!.name),
    pull: same.reduce((sum, each) => sum + each.pull, 0).toFixed(2),
  }));
  const zh = drawn.map(({ words, pull }) => `${words[0]} +${pull}`).join('、');
  const en = drawn.map(({ words, pull }) => `${words[1]} +${pull}`).join(', ');
  return {
    zh: `项目${id}共${bids}家报价，按已核实样本学得的概率为${score.toFixed(2)}（两类等频时）；主要因素：${zh || '无'}。以上为异常线索，需核对投标文件与关联关系`,
    en: `tender ${id}: ${bids} bids; learned probability ${score.toFixed(2)} (both kinds equally frequent); drawn up most by ${en || 'nothing'}. To be verified against bid documents and ties`,
  };
}
