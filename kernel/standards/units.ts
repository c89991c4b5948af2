/** How quantities read. A unit without words here is shown as it is written. */
import type { Words } from '../words.ts';
import type { StandardValue } from './standard.ts';

const unitWords: Readonly<Record<string, Words>> = {
  litres: { zh: '升', en: 'L' },
  years: { zh: '年', en: 'years' },
  months: { zh: '个月', en: 'months' },
  days: { zh: '天', en: 'days' },
  workdays: { zh: '个工作日', en: 'working days' },
  hours: { zh: '小时', en: 'h' },
  minutes: { zh: '分钟', en: 'min' },
  seconds: { zh: '秒', en: 's' },
  km: { zh: '公里', en: 'km' },
  metres: { zh: '米', en: 'm' },
  celsius: { zh: '℃', en: '°C' },
  persons: { zh: '人', en: 'persons' },
  vehicles: { zh: '辆', en: 'vehicles' },
  times: { zh: '次', en: 'times' },
  characters: { zh: '个字符', en: 'characters' },
  kinds: { zh: '类', en: 'kinds' },
  sessions: { zh: '个', en: 'sessions' },
  entries: { zh: '项', en: 'entries' },
  points: { zh: '分', en: 'points' },
  nights: { zh: '晚', en: 'nights' },
  percent: { zh: '%', en: '%' },
  rows: { zh: '行', en: 'rows' },
  names: { zh: '个', en: 'names' },
  workhours: { zh: '个工作小时', en: 'working hours' },
  bytes: { zh: '字节', en: 'bytes' },
  min: { zh: '分钟', en: 'min' },
  h: { zh: '小时', en: 'h' },
  d: { zh: '天', en: 'days' },
  tce: { zh: '吨标准煤', en: 'tce' },
  tCO2: { zh: '吨二氧化碳', en: 'tCO₂' },
  m3: { zh: 'm³', en: 'm³' },
  'kgce/kWh': { zh: 'kgce/kWh', en: 'kgce/kWh' },
  'kgce/m3': { zh: 'kgce/m³', en: 'kgce/m³' },
  'kgce/m2': { zh: 'kgce/㎡', en: 'kgce/m²' },
  'kgce/person': { zh: 'kgce/人', en: 'kgce/person' },
  'm3/person': { zh: 'm³/人', en: 'm³/person' },
  'kWh/m2': { zh: 'kWh/㎡', en: 'kWh/m²' },
  'kWh/(m2 a)': { zh: 'kWh/(㎡·年)', en: 'kWh/(m²·a)' },
  'kgCO2/m3': { zh: 'kgCO₂/m³', en: 'kgCO₂/m³' },
  'kgCO2/kg': { zh: 'kgCO₂/kg', en: 'kgCO₂/kg' },
  'kgCO2/kWh': { zh: 'kgCO₂/kWh', en: 'kgCO₂/kWh' },
  'tCO2/GJ': { zh: 'tCO₂/GJ', en: 'tCO₂/GJ' },
};

const silent = new Set(['yes-no', 'word', 'words', 'month-day', 'ratio', 'clock', 'period', 'number', 'count']);
const periods: Readonly<Record<string, Words>> = {
  yearly: { zh: '每年', en: 'yearly' },
  quarterly: { zh: '每季度', en: 'quarterly' },
  monthly: { zh: '每月', en: 'monthly' },
};

/** A value with its unit: fen read as yuan, shares as percent, yes and no as words. */
export function withUnit(value: StandardValue, unit: string): Words {
  if (Array.isArray(value)) return { zh: value.join('、'), en: value.join(', ') };
  if (typeof value === 'boolean') return value ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
  if (typeof value === 'string') return periods[value] ?? { zh: value, en: value };
  const number = value as number;
  if (unit === 'fen') return { zh: `${number / 100} 元`, en: `CNY ${number / 100}` };
  if (unit === 'share') {
    const percent = `${Number((number * 100).toPrecision(10))}%`;
    return { zh: percent, en: percent };
  }
  if (silent.has(unit)) return { zh: String(number), en: String(number) };
  const words = unitWords[unit] ?? { zh: unit, en: unit };
  return { zh: `${number} ${words.zh}`, en: `${number} ${words.en}` };
}
