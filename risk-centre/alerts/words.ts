import type { Words } from '@opengoa/kernel/contract';
import type { WhyLevel } from '../register/judge-level.ts';
import type { Standing } from './contract.ts';

export const standingOfAlertWords: Readonly<Record<Standing, Words>> = {
  sent: { zh: '本周提示', en: 'Sent' },
  'too-uncertain': { zh: '把握不够', en: 'Too uncertain' },
  'no-capacity': { zh: '超出承载', en: 'Beyond capacity' },
};

/** Why a colour, in the words of the standard. */
export const levelReasonWords: Readonly<Record<WhyLevel, Words>> = {
  'documentary-with-impact': {
    zh: '两份记录不能同时为真，且涉及廉洁、安全或保密',
    en: 'two records cannot both be true, and integrity, safety or secrecy is touched',
  },
  'limit-broken': { zh: '已超过限额', en: 'a limit is broken already' },
  'expected-loss': { zh: '概率乘以损失达到红色界限', en: 'probability times loss reaches the limit of red' },
  'probability-and-loss': {
    zh: '概率和损失都达到该颜色的界限',
    en: 'probability and loss both reach the limits of the colour',
  },
  'breach-ahead': { zh: '期末前很可能超过限额', en: 'a limit is likely to be broken before the period ends' },
  'earlier-signal': {
    zh: '以前的信号达到该颜色，后来较弱的信号不降低',
    en: 'an earlier signal reached the colour; a fainter one later does not take it back',
  },
  'below-all': { zh: '没有达到黄色界限', en: 'below the limits of yellow' },
  'shadow-or-data': { zh: '试运行规则或数据问题', en: 'a kit on trial, or a matter of data' },
};
