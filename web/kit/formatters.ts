/** How numbers, amounts and times are written. Empty is always `—`, never 0. All times are Asia/Shanghai. */

export type Language = 'zh' | 'en';

export const EMPTY = '—';

type Maybe<T> = T | null | undefined;

const missing = (value: unknown): value is null | undefined =>
  value === null || value === undefined || value === '' || (typeof value === 'number' && !Number.isFinite(value));

const groups = new Map<number, Intl.NumberFormat>();

function grouped(value: number, digits: number, digitsMin = digits): string {
  const key = digits * 100 + digitsMin;
  let format = groups.get(key);
  if (!format) {
    format = new Intl.NumberFormat('en-US', { maximumFractionDigits: digits, minimumFractionDigits: digitsMin });
    groups.set(key, format);
  }
  return format.format(value);
}

/** `1234.5` -> `1,234.5`. Without `digits`, up to two places and none that are not needed. */
export function number(value: Maybe<number | string>, digits?: number): string {
  if (missing(value)) return EMPTY;
  const amount = Number(value);
  if (!Number.isFinite(amount)) return String(value);
  return digits === undefined ? grouped(amount, 2, 0) : grouped(amount, digits);
}

let spoken: Language = 'zh';
/** In which language the units of amounts are written from now on; the words of the kit say it when they change. */
export const writeAmountsIn = (language: Language): void => {
  spoken = language;
};
const moneyMarks = { zh: { yuan: '元', wan: '万元' }, en: { yuan: 'CNY', wan: '× 10,000 CNY' } } as const;
/** 元 or CNY, as the reader's language writes it. */
export const yuanMark = (): string => moneyMarks[spoken].yuan;
/** A unit that was said as 元 or 万元, in the reader's language; every other stands as it is. */
export const moneyUnit = (unit: string): string =>
  unit === '元' ? moneyMarks[spoken].yuan : unit === '万元' ? moneyMarks[spoken].wan : unit;

const withUnit = (text: string, unit: string) => (text === EMPTY ? text : `${text} ${unit}`);

/** Integer fen as yuan: `123456` -> `1,234.56`. The unit stands in the header; `元` (in English CNY) follows where asked. */
export function yuan(fen: Maybe<number | string>, unit = false): string {
  if (missing(fen)) return EMPTY;
  const text = grouped(Number(fen) / 100, 2);
  return unit ? withUnit(text, moneyMarks[spoken].yuan) : text;
}

/** Integer fen as 万元: `123456789` -> `123.46`. */
export function wanYuan(fen: Maybe<number | string>, unit = false): string {
  if (missing(fen)) return EMPTY;
  const text = grouped(Number(fen) / 1_000_000, 2);
  return unit ? withUnit(text, moneyMarks[spoken].wan) : text;
}

/** Fen in the unit that reads best: below 100,000 yuan `1,234.56 元`, from there `12.35 万元`; English has no 万 and stays with CNY. */
export const money = (fen: Maybe<number | string>): string =>
  missing(fen) ? EMPTY : spoken === 'en' || Math.abs(Number(fen)) < 10_000_000 ? yuan(fen, true) : wanYuan(fen, true);

export const area = (m2: Maybe<number | string>): string => withUnit(number(m2, 1), '㎡');
export const energy = (kwh: Maybe<number | string>): string => withUnit(number(kwh), 'kWh');
export const distance = (km: Maybe<number | string>): string => withUnit(number(km), 'km');

/** A ratio with one decimal: `0.1234` -> `12.3%`. */
export const percent = (ratio: Maybe<number | string>): string =>
  missing(ratio) ? EMPTY : `${grouped(Number(ratio) * 100, 1)}%`;

const weekdays = { zh: '日一二三四五六', en: ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'] } as const;

function weekdayOf(text: string, language: Language): string {
  const index = new Date(`${text}T00:00:00Z`).getUTCDay();
  return language === 'zh' ? `周${weekdays.zh[index] ?? ''}` : (weekdays.en[index] ?? '');
}

/** `2026-03-05` -> `2026-03-05 周四`. */
export function day(value: Maybe<string>, language: Language = 'zh'): string {
  if (missing(value)) return EMPTY;
  const text = value.slice(0, 10);
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text} ${weekdayOf(text, language)}` : value;
}

const shanghai = new Intl.DateTimeFormat('en-CA', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** An instant's Shanghai day `2026-03-05` and clock `08:00:00`. */
export function shanghaiParts(instantValue: string | number | Date): { day: string; clock: string } | undefined {
  const at = new Date(instantValue);
  if (Number.isNaN(at.getTime())) return undefined;
  const part = Object.fromEntries(shanghai.formatToParts(at).map(({ type, value }) => [type, value]));
  return {
    day: `${part['year']}-${part['month']}-${part['day']}`,
    clock: `${part['hour']}:${part['minute']}:${part['second']}`,
  };
}

/** `2026-03-05T00:00:00Z` -> `2026-03-05 周四 08:00`. */
export function instant(value: Maybe<string | Date>, language: Language = 'zh'): string {
  if (missing(value)) return EMPTY;
  const parts = shanghaiParts(value);
  return parts ? `${day(parts.day, language)} ${parts.clock.slice(0, 5)}` : String(value);
}

/** Only the clock: `08:00`. */
export function clock(value: Maybe<string | Date>): string {
  if (missing(value)) return EMPTY;
  return shanghaiParts(value)?.clock.slice(0, 5) ?? String(value);
}

/** Two instants, the day once when it is the same: `2026-03-05 周四 08:00–17:30`. */
export function span(from: Maybe<string | Date>, to: Maybe<string | Date>, language: Language = 'zh'): string {
  if (missing(from)) return EMPTY;
  if (missing(to)) return instant(from, language);
  const sameDay = shanghaiParts(from)?.day === shanghaiParts(to)?.day;
  return `${instant(from, language)}–${sameDay ? clock(to) : instant(to, language)}`;
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

function lengthOf(ms: number, language: Language): string {
  const [amount, zh, en] =
    ms >= DAY_MS
      ? [Math.floor(ms / DAY_MS), '天', 'd']
      : ms >= HOUR_MS
        ? [Math.floor(ms / HOUR_MS), '小时', 'h']
        : [Math.max(1, Math.floor(ms / MINUTE_MS)), '分钟', 'min'];
  return `${amount} ${language === 'zh' ? zh : en}`;
}

/** Time left or gone past: `剩余 3 天`, `超期 2 小时`. */
export function due(value: Maybe<string | Date>, now: Date = new Date(), language: Language = 'zh'): string {
  if (missing(value)) return EMPTY;
  const ms = new Date(value).getTime() - now.getTime();
  const length = lengthOf(Math.abs(ms), language);
  if (language === 'en') return ms >= 0 ? `${length} left` : `${length} overdue`;
  return ms >= 0 ? `剩余 ${length}` : `超期 ${length}`;
}

/** How long ago: `刚刚`, `5 分钟前`, and the day itself after a week. */
export function ago(value: Maybe<string | Date>, now: Date = new Date(), language: Language = 'zh'): string {
  if (missing(value)) return EMPTY;
  const ms = now.getTime() - new Date(value).getTime();
  if (ms < MINUTE_MS) return language === 'zh' ? '刚刚' : 'just now';
  if (ms >= 7 * DAY_MS) return instant(value, language);
  return language === 'zh' ? `${lengthOf(ms, language)}前` : `${lengthOf(ms, language)} ago`;
}

/** Yuan as typed (`1,234.56`) to integer fen; `undefined` when it is no amount or finer than a fen. */
export function fenFromYuan(text: string): number | undefined {
  const match = /^(-?)(\d+)(?:\.(\d{1,2}))?$/.exec(text.replaceAll(/[,，\s]/g, ''));
  if (!match) return undefined;
  const [, sign = '', whole = '0', cents = ''] = match;
  const fen = Number(whole) * 100 + Number(cents.padEnd(2, '0'));
  return Number.isSafeInteger(fen) ? (sign ? -fen : fen) : undefined;
}

/** Fen as an amount to be edited: `123456` -> `1234.56`. */
export const yuanToEdit = (fen: Maybe<number>): string =>
  missing(fen) ? '' : (fen / 100).toFixed(2).replace(/\.00$/, '');

/** Units as people write them; one that has no mark of its own stands as it is. */
const unitMarks: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  celsius: { zh: '℃', en: '℃' },
  m2: { zh: '㎡', en: '㎡' },
  yuan: { zh: '元', en: 'CNY' },
  fen: { zh: '分', en: 'fen' },
  percent: { zh: '%', en: '%' },
  days: { zh: '天', en: 'days' },
  hours: { zh: '小时', en: 'hours' },
  minutes: { zh: '分钟', en: 'minutes' },
  min: { zh: '分钟', en: 'min' },
  years: { zh: '年', en: 'years' },
  litres: { zh: 'L', en: 'L' },
  people: { zh: '人', en: 'people' },
  persons: { zh: '人', en: 'people' },
  places: { zh: '处', en: 'places' },
  offices: { zh: '处办公室', en: 'offices' },
  units: { zh: '家单位', en: 'units' },
  workdays: { zh: '个工作日', en: 'working days' },
  months: { zh: '个月', en: 'months' },
  nights: { zh: '晚', en: 'nights' },
  rounds: { zh: '轮', en: 'rounds' },
  stretches: { zh: '段', en: 'stretches' },
  fixes: { zh: '个定位点', en: 'fixes' },
  quotes: { zh: '份报价', en: 'quotes' },
  wins: { zh: '次成交', en: 'wins' },
  pieces: { zh: '件', en: 'pieces' },
  cards: { zh: '张卡片', en: 'cards' },
  assets: { zh: '件资产', en: 'assets' },
  share: { zh: '（占比）', en: '(share)' },
  probability: { zh: '（概率）', en: '(probability)' },
  'tail probability': { zh: '（尾概率）', en: '(tail probability)' },
  hhi: { zh: '（集中度 HHI）', en: '(HHI)' },
  cv: { zh: '（变异系数）', en: '(coefficient of variation)' },
  diffp: { zh: '（前两名价差率）', en: '(gap of the two lowest)' },
  times: { zh: '次', en: 'times' },
  z: { zh: '个标准差', en: 'standard deviations' },
  sigma: { zh: '个标准差', en: 'standard deviations' },
};

/** `minutes` -> `分钟` */
export const unitMark = (unit: string, language: Language = 'zh'): string => unitMarks[unit]?.[language] ?? unit;
