import { daysBetween } from '@opengoa/kernel/calendar';
import type { TableShape } from '@opengoa/kernel/exchange';
import { inspectionUse, useRates } from '../../methods/systems/use-of-system.ts';
import {
  all,
  amount,
  day,
  insufficientAnswer,
  lastDay,
  maybeAmount,
  name,
  numberIn,
  pastLimit,
  percent,
  textIn,
  toVerify,
} from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import type { AnalysisAnswer, AnalysisMethod, AnalysisRow } from '../method.ts';

const input: TableShape = {
  title: { zh: '系统每日业务操作', en: 'acts of business in systems by day' },
  columns: {
    system: name('系统', 'System', '信息系统', '平台'),
    date: day('日期', 'Date'),
    actions: amount('业务操作数（登录不计）', 'Acts of business, no log-ins', '操作数'),
    users: maybeAmount('当日使用人数', 'Users of the day', '人数'),
  },
};
const systems: TableShape = {
  title: { zh: '系统台账', en: 'the systems' },
  columns: {
    system: name('系统', 'System', '信息系统', '平台'),
    entitled: amount('应用人数', 'Entitled users', '应使用人数'),
    active: amount('月活跃人数', 'Active users of a month', '月活'),
    items: amount('业务总量', 'Items in all', '业务量'),
    through: amount('系统办理量', 'Items through the system', '线上办理量'),
    cost: amount('年度费用', 'Cost of the year', '费用'),
  },
};
const inspections: TableShape = {
  title: { zh: '检查日', en: 'days of announced inspections' },
  columns: { date: day('日期', 'Date', '检查日期') },
};

/** Use of systems (IS-01, IS-02): how much of the business goes through one, whether it lies idle, and whether it is used for inspections alone. */
export const systemUse: AnalysisMethod = {
  name: 'system-use',
  about: {
    zh: '信息系统使用：业务经系统办理的占比、是否闲置、使用是否集中在检查前后',
    en: 'Use of systems: what of the business goes through one, whether it is idle, whether it is used around inspections alone',
  },
  input,
  files: { systems, inspections },
  settings: {
    'idle-through': { zh: '经系统办理占比低于多少算闲置', en: 'share through the system below which it is idle' },
    'idle-days': { zh: '多少天无业务操作算闲置', en: 'days without an act after which it is idle' },
    'inspection-share': { zh: '检查日使用占比', en: 'share of the use on days of inspection' },
    'inspection-times': { zh: '检查日为平日的倍数', en: 'times of an ordinary day' },
  },
  output: ['system', 'pattern', 'value', 'limit'],
  async *run(rows, files, settings) {
    const known = await all(rows);
    const last = lastDay(known.map((row) => textIn(row, 'date')));
    const limit = await checkLimits(settings, last);
    const visits = new Set((await all(files['inspections'])).map((row) => textIn(row, 'date')));
    for (const [system, own] of Map.groupBy(known, (row) => textIn(row, 'system'))) {
      yield idle(system, own, last, limit('idle-days'));
      if (visits.size > 0)
        yield visited(system, own, visits, [limit('inspection-share'), limit('inspection-times')], last);
    }
    for (const row of await all(files['systems'])) yield through(row, limit('idle-through'));
  },
};

function idle(system: string, own: readonly AnalysisRow[], last: string, days: number): AnalysisAnswer {
  const used = own.filter((row) => numberIn(row, 'actions')! > 0).map((row) => textIn(row, 'date'));
  const first = own.reduce((least, row) => (textIn(row, 'date') < least ? textIn(row, 'date') : least), last);
  const since = daysBetween(used.length > 0 ? lastDay(used) : first, last);
  const zh = `截至${last}已${since}天没有业务操作（提示线${days}天）；每年填报一次的系统属于季节性使用`;
  const en = `no act of business for ${since} days until ${last} (told from ${days}); one of yearly reports is seasonal`;
  const flag = since >= days ? 1 : 0;
  return {
    values: { system, pattern: 'idle', value: since, limit: days },
    score: pastLimit(since, days),
    flag,
    reason: flag ? toVerify(zh, en) : { zh, en },
  };
}

function visited(
  system: string,
  own: readonly AnalysisRow[],
  visits: ReadonlySet<string>,
  [share, times]: readonly [number, number],
  last: string,
): AnalysisAnswer {
  const acts = new Map<string, number>();
  for (const row of own) {
    const date = textIn(row, 'date');
    acts.set(date, (acts.get(date) ?? 0) + numberIn(row, 'actions')!);
  }
  const first = [...acts.keys()].reduce((least, date) => (date < least ? date : least), last);
  const span = daysBetween(first, last) + 1;
  // A day without a row is a day without use.
  const ofDay = Array.from({ length: span }, () => 0);
  for (const [date, count] of acts) ofDay[daysBetween(first, date)] = count;
  const days = [...visits].map((date) => daysBetween(first, date)).filter((at) => at >= 0 && at < span);
  const found = inspectionUse(ofDay, days);
  const values = { system, pattern: 'around-inspections', value: null, limit: share };
  if (found.status !== 'ok') return insufficientAnswer(values, found.reasons);
  const over = found.overMedian ?? Number.POSITIVE_INFINITY;
  const flag = found.share > share && over > times ? 1 : 0;
  const told = found.overMedian === null ? '平日中位数为0' : `为平日的${found.overMedian.toFixed(1)}倍`;
  const zh = `检查日占全部使用的${percent(found.share)}%，${told}`;
  const en = `${percent(found.share)} % of the use is on days of inspection, ${found.overMedian?.toFixed(1) ?? 'without use on'} times an ordinary day`;
  return {
    values: { ...values, value: found.share },
    score: Math.min(pastLimit(found.share, share), over === Number.POSITIVE_INFINITY ? 1 : pastLimit(over, times)),
    flag,
    reason: flag ? toVerify(zh, en) : { zh, en },
  };
}

function through(row: AnalysisRow, least: number): AnalysisAnswer {
  const found = useRates({
    entitledUsers: numberIn(row, 'entitled')!,
    activeUsersOfMonth: numberIn(row, 'active')!,
    activeUsersOfDayMean: 0,
    itemsInAll: numberIn(row, 'items')!,
    itemsThroughSystem: numberIn(row, 'through')!,
    costOfYear: numberIn(row, 'cost')!,
  });
  const values = { system: textIn(row, 'system'), pattern: 'through', value: null, limit: least };
  if (found.status !== 'ok') return insufficientAnswer(values, found.reasons);
  const cost = found.costPerItem === null ? '' : `，每件${found.costPerItem.toFixed(2)}`;
  const zh = `业务经系统办理${percent(found.through)}%，人员使用率${percent(found.reach)}%${cost}`;
  const en = `${percent(found.through)} % of the business goes through it, ${percent(found.reach)} % of its users are active`;
  const flag = found.through < least ? 1 : 0;
  return {
    values: { ...values, value: found.through },
    score: Math.max(0, 1 - found.through / (2 * Math.max(least, 1e-9))),
    flag,
    reason: flag ? toVerify(`${zh}。请说明`, `${en}. Please say why`) : { zh, en },
  };
}
