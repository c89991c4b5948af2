/** Rules as somebody types them, one a line. What cannot be read becomes a rule without its hours, which the server refuses with words. */

export interface TypedRule {
  readonly when: 'off-hours' | 'hours' | 'forecast-over';
  readonly days: 'any' | 'workday' | 'rest-day';
  readonly fromHour: number | null;
  readonly toHour: number | null;
  readonly kw: number | null;
  readonly value: number;
}

const days = {
  每天: 'any',
  工作日: 'workday',
  休息日: 'rest-day',
  any: 'any',
  workday: 'workday',
  'rest-day': 'rest-day',
} as const;
const daysZh = { any: '每天', workday: '工作日', 'rest-day': '休息日' } as const;
const number = (text: string | undefined): number =>
  text === undefined || text.trim() === '' ? Number.NaN : Number(text);

const unread: TypedRule = { when: 'hours', days: 'any', fromHour: null, toHour: null, kw: null, value: 0 };

/**
 * `非工作时段 = 30`, `工作日 12-13 = 28`, `预测负荷 150 = 28`.
 */
export function rulesOf(text: string): TypedRule[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [left = '', right] = line.replaceAll('＝', '=').replaceAll('：', '=').split('=');
      const value = number(right);
      const rule = { days: 'any', fromHour: null, toHour: null, kw: null, value } as const;
      const what = left.trim();
      const hours = /^(\S+)\s+(\d{1,2})\s*[-–—至]\s*(\d{1,2})$/.exec(what);
      const kind = hours && days[hours[1] as keyof typeof days];
      const forecast = /^(?:预测负荷|forecast-over)\s+(\d+(?:\.\d+)?)$/.exec(what);
      if (Number.isNaN(value)) return unread;
      if (what === '非工作时段' || what === 'off-hours') return { ...rule, when: 'off-hours' as const };
      if (hours && kind)
        return { ...rule, when: 'hours' as const, days: kind, fromHour: Number(hours[2]), toHour: Number(hours[3]) };
      if (forecast) return { ...rule, when: 'forecast-over' as const, kw: Number(forecast[1]) };
      return unread;
    });
}

/** The same the other way round. */
export const lineOf = ({ when, days: of, fromHour, toHour, kw, value }: TypedRule): string =>
  when === 'off-hours'
    ? `非工作时段 = ${value}`
    : when === 'hours'
      ? `${daysZh[of]} ${fromHour}-${toHour} = ${value}`
      : `预测负荷 ${kw} = ${value}`;
