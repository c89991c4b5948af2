import type { TableShape } from '@opengoa/kernel/exchange';
import { waiting } from '../../methods/services/waiting.ts';
import { all, amount, maybeName, name, numberIn, pastLimit, percent, textIn, toVerify } from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import type { AnalysisMethod } from '../method.ts';

const input: TableShape = {
  title: { zh: '窗口业务量', en: 'work of desks' },
  columns: {
    desk: name('窗口', 'Desk', '服务点'),
    period: maybeName('时期', 'Period', '周', '月份'),
    arrivals: amount('每小时到达', 'Arrivals an hour', '到达'),
    minutes: amount('每件时长（分钟）', 'Minutes each', '时长'),
    staff: {
      type: 'integer',
      min: 1,
      required: true,
      title: { zh: '席位数', en: 'Places' },
      aliases: ['席位', 'staff'],
    },
  },
};

/** Whether the places of a desk are enough for what comes (SV-03): one queue, arrivals by chance. The desk is judged, never who sits at it. */
export const deskWaiting: AnalysisMethod = {
  name: 'desk-waiting',
  about: {
    zh: '窗口席位与业务量：等待超过若干分钟的概率',
    en: 'Places at a desk beside what comes: the chance to wait longer than some minutes',
  },
  input,
  settings: {
    'wait-minutes': { zh: '等待多少分钟算久', en: 'minutes that are a long wait' },
    'wait-share': { zh: '久等占比从多少起提示', en: 'share of long waits from which a desk is told' },
  },
  output: ['desk', 'period', 'load', 'waiting', 'longer'],
  async *run(rows, _files, settings) {
    const limit = await checkLimits(settings, '2026-01-01');
    const [minutes, share] = [limit('wait-minutes'), limit('wait-share')];
    for (const row of await all(rows)) {
      const [arrivals, each, staff] = [numberIn(row, 'arrivals')!, numberIn(row, 'minutes')!, numberIn(row, 'staff')!];
      const values = { desk: textIn(row, 'desk'), period: textIn(row, 'period'), load: (arrivals * each) / 60 };
      const found = each > 0 ? waiting(arrivals, each, staff, minutes) : null;
      if (found?.status !== 'ok') {
        const [why] = found?.reasons ?? [{ zh: '时长须大于0', en: 'minutes must be above 0' }];
        // More work than places is not too little data: the queue grows without end.
        yield {
          values: { ...values, waiting: found ? 1 : null, longer: found ? 1 : null },
          score: found ? 1 : null,
          flag: found ? 1 : 0,
          reason: found
            ? toVerify(why!.zh, why!.en)
            : { zh: `数据不足：${why!.zh}`, en: `insufficient_data: ${why!.en}` },
        };
        continue;
      }
      const longer = found.chanceToWaitLonger;
      const zh = `${staff}个席位，等待超过${minutes}分钟的概率${percent(longer)}%`;
      const en = `${staff} places, ${percent(longer)} % wait longer than ${minutes} min`;
      yield {
        values: { ...values, waiting: found.chanceToWait, longer },
        score: pastLimit(longer, share),
        flag: longer > share ? 1 : 0,
        reason: longer > share ? toVerify(`${zh}。请核对席位安排`, `${en}. See whether places are enough`) : { zh, en },
      };
    }
  },
};
