import type { Words } from '@opengoa/kernel/contract';

/** Ways in which the same energy may be counted twice. Each says what was found and what to do. */
export const doubleRules = {
  'number-twice': { zh: '同一表号同时在两处', en: 'One number at two places at once' },
  'number-alike': { zh: '表号只差符号或前导零', en: 'Numbers that differ by a sign or leading noughts' },
  'register-twice': { zh: '同一寄存器接到两块表', en: 'One register bound to two meters' },
  'same-readings': { zh: '两块表每天用量完全相同', en: 'Two meters with the same use every day' },
  'mains-side-by-side': { zh: '同一建筑同一能源有多块总表', en: 'Several main meters of one carrier in a building' },
  'below-over-parent': { zh: '分表之和大于上级表', en: 'Those below measure more than the meter above' },
} as const satisfies Record<string, Words>;

export const doubleToDo = {
  'number-twice': {
    zh: '核对表身编号；确为同一块表的，停用其中一处。',
    en: 'Check the number on the instrument; if it is one instrument, take one of the two out of service.',
  },
  'number-alike': {
    zh: '核对表身编号；是两块表的不必处理，是同一块表的停用其中一处。',
    en: 'Check the numbers; two instruments are fine, one instrument is to be kept once.',
  },
  'register-twice': {
    zh: '在采集器的测点表中改正其中一个地址。',
    en: 'Correct one of the addresses in the gateway’s register map.',
  },
  'same-readings': {
    zh: '通常是同一数据源接到了两块表；查网关或导入文件，停用重复的一块。',
    en: 'Usually one source is bound to two meters: look at the gateway or the file, and take one out of service.',
  },
  'mains-side-by-side': {
    zh: '总表都会计入建筑用量。不同进线的不必处理；装在另一块总表之后的，改为分项表并选上级表。',
    en: 'Every main meter counts. Separate feeds are fine; one that stands behind another is to become its sub-meter.',
  },
  'below-over-parent': {
    zh: '分表可能挂错上级、倍率有误，或同一负荷挂了两次。',
    en: 'One may hang below the wrong meter, have the wrong multiplier, or hang there twice.',
  },
} as const satisfies Record<keyof typeof doubleRules, Words>;

export const doubleRefusals: Readonly<Record<string, Words>> = {
  'register-bound-elsewhere': {
    zh: '该设备站号 {station} 的地址 {address} 已由采集器“{place}”采集，再次登记会重复计量。',
    en: 'Address {address} of station {station} of that device is asked by the gateway “{place}” already; asked twice it would count twice.',
  },
};
