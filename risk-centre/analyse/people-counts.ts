import type { TableShape } from '@opengoa/kernel/exchange';
import { besideOthers } from '@opengoa/kernel/agreeing-counts';
import { all, amount, insufficientAnswer, name, numberIn, pastLimit, textIn, toVerify } from './columns-and-cells.ts';
import { checkLimits } from './file-checks.ts';
import type { AnalysisMethod } from './method.ts';

const input: TableShape = {
  title: { zh: '各台账人数', en: 'people by register' },
  columns: {
    unit: name('单位', 'Unit', '机构'),
    period: name('时期', 'Period', '月份', '年度'),
    register: name('台账', 'Register', '来源', 'office', 'source'),
    people: amount('人数', 'People', 'heads'),
  },
};

/** People of a unit and period as several registers keep them (DQ-04): each register is held against those of the others that agree. */
export const peopleCounts: AnalysisMethod = {
  name: 'people-counts',
  about: {
    zh: '同一单位在能耗填报、人事、座位、食堂等台账中的人数相互核对',
    en: 'The people of a unit in the energy form, personnel, desks and the canteen held against each other',
  },
  input,
  settings: {
    'people-share': { zh: '容许相差的占比', en: 'share that two counts may differ by' },
    'people-least': { zh: '容许相差的人数', en: 'people that two counts may differ by' },
  },
  output: ['unit', 'period', 'register', 'people', 'others'],
  async *run(rows, _files, settings) {
    const limit = await checkLimits(settings, '2026-01-01');
    const [share, least] = [limit('people-share'), limit('people-least')];
    const byUnit = Map.groupBy(await all(rows), (row) => `${textIn(row, 'unit')}\u0000${textIn(row, 'period')}`);
    for (const own of byUnit.values())
      for (const [at, row] of own.entries()) {
        const people = numberIn(row, 'people')!;
        const others = own.filter((each, i) => i !== at && numberIn(each, 'people')! > 0);
        const values = {
          unit: textIn(row, 'unit'),
          period: textIn(row, 'period'),
          register: textIn(row, 'register'),
          people,
          others: others.map((each) => `${textIn(each, 'register')} ${numberIn(each, 'people')}`).join('；'),
        };
        const counts = others.map((each) => numberIn(each, 'people')!);
        const found = counts.length > 0 ? besideOthers(people, counts, share, least) : null;
        if (!found || found.agreeing.length < 2) {
          const agree = found?.agreeing.length ?? 0;
          yield insufficientAnswer(values, [
            {
              zh: `相互一致的其他台账${agree}项，至少需要2项`,
              en: `${agree} other registers agree; 2 are needed`,
              needed: 2,
              found: agree,
            },
          ]);
          continue;
        }
        const { gap, middle, room, isApart } = found;
        const zh = `${values.register}${people}人，其他${found.agreeing.length}项居中${middle}人，相差${Math.abs(gap)}人（容许${room.toFixed(1)}人）`;
        const en = `${people} beside ${middle} in ${found.agreeing.length} others: ${Math.abs(gap)} apart (up to ${room.toFixed(1)} is usual)`;
        yield {
          values,
          score: pastLimit(Math.abs(gap), room),
          flag: isApart ? 1 : 0,
          reason: isApart
            ? toVerify(`${zh}。请说明人数口径或更正`, `${en}. Say who is counted, or correct it`)
            : { zh, en },
        };
      }
  },
};
