import type { TableShape } from '@opengoa/kernel/exchange';
import { wilson } from '@opengoa/kernel/wilson';
import { satisfactionBounds } from '../../methods/services/satisfaction.ts';
import { all, insufficientAnswer, maybeName, name, numberIn, percent, textIn, toVerify } from '../columns-and-cells.ts';
import type { AnalysisMethod } from '../method.ts';

const count = (zh: string, en: string, ...aliases: string[]) =>
  ({ type: 'integer', min: 0, required: true, title: { zh, en }, aliases }) as const;
const input: TableShape = {
  title: { zh: '满意度调查', en: 'ratings' },
  columns: {
    service: name('服务事项', 'Service', '事项', '服务点', 'team'),
    period: maybeName('时期', 'Period', '月份', '年度'),
    asked: count('发出份数', 'Asked', '发出', 'sent'),
    answered: count('收回份数', 'Answered', '收回'),
    satisfied: count('满意份数', 'Satisfied', '满意'),
  },
};

/** What a satisfaction says (SV-04): beside the rate among answers, what it can be of all who were asked, and whether it fell beyond chance. */
export const satisfaction: AnalysisMethod = {
  name: 'satisfaction',
  about: {
    zh: '满意度：收回率、未答复者可能改变的范围，及较上期下降是否超出偶然',
    en: 'Satisfaction with its response rate, what silence may hide, and whether it fell beyond chance',
  },
  input,
  output: ['service', 'period', 'rate', 'lowest', 'highest', 'response'],
  async *run(rows, _files, _settings, tools) {
    for (const own of Map.groupBy(await all(rows), (row) => textIn(row, 'service')).values()) {
      let before: { readonly lower: number; readonly rate: number } | null = null;
      for (const row of own.toSorted((a, b) => textIn(a, 'period').localeCompare(textIn(b, 'period')))) {
        const [asked, answered, content] = [
          numberIn(row, 'asked')!,
          numberIn(row, 'answered')!,
          numberIn(row, 'satisfied')!,
        ];
        if (content > answered) {
          tools.passOver(row, { zh: '满意份数多于收回份数', en: 'more are satisfied than answered' });
          continue;
        }
        const values = { service: textIn(row, 'service'), period: textIn(row, 'period') };
        const found = satisfactionBounds(asked, answered, content);
        if (found.status !== 'ok') {
          yield insufficientAnswer(
            { ...values, rate: null, lowest: null, highest: null, response: null },
            found.reasons,
          );
          continue;
        }
        const [lower, upper] = wilson(content, answered);
        const fell = before !== null && upper < before.lower;
        const zh = `收回率${percent(found.responseRate)}%，答复者中满意${percent(found.amongAnswered)}%，全体可能在${percent(found.lowest)}%至${percent(found.highest)}%之间`;
        const en = `${percent(found.responseRate)} % answered, ${percent(found.amongAnswered)} % of them content; of all between ${percent(found.lowest)} and ${percent(found.highest)} %`;
        yield {
          values: {
            ...values,
            rate: found.amongAnswered,
            lowest: found.lowest,
            highest: found.highest,
            response: found.responseRate,
          },
          score: fell ? Math.min(1, 0.5 + (before!.rate - found.amongAnswered)) : 0,
          flag: fell ? 1 : 0,
          reason: fell ? toVerify(`较上期下降超出偶然。${zh}`, `fell beyond chance. ${en}`) : { zh, en },
        };
        before = { lower, rate: found.amongAnswered };
      }
    }
  },
};
