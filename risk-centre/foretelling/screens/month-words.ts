import { words } from '@opengoa/kernel/words';
import type { Words } from '@opengoa/kernel/contract';
import { number, percent } from '@opengoa/web-kit';

const own: Readonly<Record<string, Words>> = {
  'happened-lately': words('近半年发生的次数', 'how often it happened in the last half year'),
  'happened-last-month': words('上个月是否发生', 'whether it happened last month'),
  'happened-a-year-ago': words('去年同月是否发生', 'whether it happened in this month a year ago'),
  'own-share': words('一直以来发生的比例', 'how often it has happened at all'),
  'season-sin': words('季节', 'the season'),
  'season-cos': words('季节', 'the season'),
};

const measures: Readonly<Record<string, Words>> = {
  'against-last-year': words('与上年同期相比', 'use against a year before'),
  'budget-share': words('当月预算使用', 'share of the month’s budget'),
  'thousand-km': words('行驶里程（千公里）', 'distance driven (thousand km)'),
  'age-years': words('车龄（年）', 'age (years)'),
  'open-findings': words('未办结异常数', 'open findings'),
  'share-over': words('超标准的比例', 'share over the standard'),
};

const parts: Readonly<Record<string, Words>> = {
  level: words('近三个月水平', 'level of the last three months'),
  'against-own-year': words('与自身全年相比', 'against its own year'),
  slope: words('近三个月走势', 'where it is going'),
};

export const measureWords = (name: string): Words => measures[name] ?? words(name, name);

/** What a feature is called where people read why. */
export function featureWords(feature: string): Words {
  const part = Object.keys(parts).find((each) => feature.endsWith(`-${each}`));
  if (own[feature] || part === undefined) return own[feature] ?? words(feature, feature);
  const named = measureWords(feature.slice(0, -part.length - 1));
  const of = words(named.zh.replace(/（.*）$/, ''), named.en.replace(/ \(.*\)$/, ''));
  return words(`${of.zh}（${parts[part]!.zh}）`, `${of.en} (${parts[part]!.en})`);
}

export const baselineWords: Readonly<Record<string, Words>> = {
  'base-rate': words('只用历史比例', 'the base rate'),
  'own-rate': words('只用各自的历史比例', 'each one’s own rate'),
  'as-last-month': words('和上个月一样', 'as last month'),
  'as-a-year-ago': words('和去年同月一样', 'as a year ago'),
};

/** `2026-11-01` as a month. */
export const monthText = (day: string): Words =>
  words(`${day.slice(0, 4)}年${String(Number(day.slice(5, 7)))}月`, day.slice(0, 7));

/** From so many months of subjects on their share is told as one. */
const fewestForShare = 30;

/** The base rate as people say it, or only the count where it would rest on too little. */
export const baseText = (months: number, times: number): Words =>
  months < fewestForShare
    ? words(
        `${String(months)} 个对象月中 ${String(times)} 次，太少不计比例`,
        `${String(times)} of ${String(months)} months: too few for a share`,
      )
    : words(
        `${percent(times / months)}（${number(months)} 个对象月中 ${number(times)} 次）`,
        `${percent(times / months)} (${number(times)} of ${number(months)} months of subjects)`,
      );

/** Where the newest month that is known lies behind: what is foretold is not the present month. */
export const stale = (month: string, madeAt: string): boolean => month.slice(0, 7) < madeAt.slice(0, 7);
export const staleWords = words('数据没有更新到最近一个月', 'the data do not reach last month');
