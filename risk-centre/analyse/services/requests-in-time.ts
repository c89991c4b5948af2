import { daysBetween } from '@opengoa/kernel/calendar';
import type { TableShape } from '@opengoa/kernel/exchange';
import { breachChance, stillOpen, type StillOpen } from '../../methods/services/time-to-close.ts';
import {
  all,
  amount,
  day,
  insufficientAnswer,
  lastDay,
  maybeDay,
  name,
  numberIn,
  percent,
  textIn,
  toVerify,
} from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import type { AnalysisMethod, AnalysisRow } from '../method.ts';

const input: TableShape = {
  title: { zh: '诉求与工单', en: 'requests' },
  columns: {
    id: name('工单编号', 'Number', '编号'),
    class: name('类别', 'Class', '事项', '类型'),
    opened: day('受理日期', 'Opened', '首次受理'),
    closed: maybeDay('办结日期', 'Closed'),
    limit: amount('时限（天）', 'Limit in days', '时限'),
  },
};
/** Closed ones of a class from which a curve says something. */
const leastClosed = 10;

/** Whether what is open will be closed in time, by how long others of its class took (SV-02). What is still open is part of the curve and never dropped. */
export const requestsInTime: AnalysisMethod = {
  name: 'requests-in-time',
  about: {
    zh: '工单超时预警：按同类办结时间（含未办结）推算未办结工单超时的概率',
    en: 'Open requests and the chance that they run over their limit, by how long others of their class took',
  },
  input,
  settings: {
    on: { zh: '核查日（默认文件中最晚的一天）', en: 'the day that is judged (the latest of the file)' },
    'breach-chance': { zh: '从多大概率起提示', en: 'the chance from which one is told' },
  },
  output: ['id', 'class', 'age', 'limit'],
  async *run(rows, _files, settings, tools) {
    const known = await all(rows);
    const on = settings['on'] ?? lastDay(known.flatMap((row) => [textIn(row, 'opened'), textIn(row, 'closed')]));
    const from = (await checkLimits(settings, on))('breach-chance');
    const requests = known.flatMap((row) => {
      const closed = textIn(row, 'closed');
      const days = daysBetween(textIn(row, 'opened'), closed !== '' && closed <= on ? closed : on);
      if (days < 0) {
        tools.passOver(row, { zh: '办结或核查日早于受理', en: 'closed or judged before it was opened' });
        return [];
      }
      return [{ row, days, closed: closed !== '' && closed <= on }];
    });
    for (const own of Map.groupBy(requests, ({ row }) => textIn(row, 'class')).values()) {
      const curve = stillOpen(own);
      const closed = own.filter((each) => each.closed).length;
      for (const each of own) {
        if (each.closed) {
          yield closedOne(each.row, each.days);
          continue;
        }
        const limit = numberIn(each.row, 'limit')!;
        const values = valuesOf(each.row, each.days);
        // What is over is over, whatever is known of others.
        const chance =
          each.days >= limit
            ? 1
            : curve.status === 'ok' && closed >= leastClosed
              ? chanceOf(curve.steps, limit, each.days)
              : null;
        if (chance === null) {
          yield insufficientAnswer(values, [
            {
              zh: `同类办结${closed}件，至少需要${leastClosed}件，且有相近时长的先例`,
              en: `${closed} of its class were closed; ${leastClosed} are needed, some of them open as long`,
              needed: leastClosed,
              found: closed,
            },
          ]);
          continue;
        }
        const zh = `已${each.days}天，时限${limit}天，按同类推算超时概率${percent(chance)}%`;
        const en = `open ${each.days} of ${limit} days, ${percent(chance)} % to run over by others of its class`;
        yield {
          values,
          score: chance,
          flag: chance > from ? 1 : 0,
          reason: chance > from ? toVerify(zh, en) : { zh, en },
        };
      }
    }
  },
};

const valuesOf = (row: AnalysisRow, age: number) => ({
  id: textIn(row, 'id'),
  class: textIn(row, 'class'),
  age,
  limit: numberIn(row, 'limit'),
});
const chanceOf = (steps: readonly StillOpen[], limit: number, age: number) => breachChance(steps, limit, age);

function closedOne(row: AnalysisRow, days: number) {
  const late = days > numberIn(row, 'limit')!;
  return {
    values: valuesOf(row, days),
    score: late ? 1 : 0,
    flag: 0 as const,
    reason: late
      ? { zh: `已办结，用时${days}天，超出时限`, en: `closed after ${days} days, over its limit` }
      : { zh: `已办结，用时${days}天`, en: `closed after ${days} days` },
  };
}
