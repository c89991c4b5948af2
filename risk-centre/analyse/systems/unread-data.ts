import { daysBetween } from '@opengoa/kernel/calendar';
import type { TableShape } from '@opengoa/kernel/exchange';
import { all, amount, lastDay, maybeDay, name, numberIn, pastLimit, textIn, toVerify } from '../columns-and-cells.ts';
import { checkLimits } from '../file-checks.ts';
import type { AnalysisMethod } from '../method.ts';

const input: TableShape = {
  title: { zh: '数据集读写', en: 'reads and writes of data sets' },
  columns: {
    dataset: name('数据集', 'Data set', '数据表', '目录'),
    written: maybeDay('最近写入日期', 'Last written', '最近更新'),
    read: maybeDay('最近读取日期', 'Last read', '最近使用'),
    writes: amount('写入次数', 'Writes', '写入'),
    reads: amount('读取次数', 'Reads', '读取'),
  },
};

/** Data that is stored and not read (IS-03). */
export const unreadData: AnalysisMethod = {
  name: 'unread-data',
  about: {
    zh: '存而不析：长期写入而无人读取的数据集',
    en: 'Data sets that are written and not read by anybody',
  },
  input,
  settings: {
    on: { zh: '核查日（默认文件中最晚的一天）', en: 'the day that is judged (the latest of the file)' },
    'unread-days': { zh: '多少天未读取提示', en: 'days without a read from which one is told' },
  },
  output: ['dataset', 'days', 'readsAWrite'],
  async *run(rows, _files, settings) {
    const known = await all(rows);
    const on = settings['on'] ?? lastDay(known.flatMap((row) => [textIn(row, 'written'), textIn(row, 'read')]));
    const limit = (await checkLimits(settings, on))('unread-days');
    for (const row of known) {
      const [read, writes, reads] = [textIn(row, 'read'), numberIn(row, 'writes')!, numberIn(row, 'reads')!];
      const days = read === '' ? null : daysBetween(read, on);
      const written = textIn(row, 'written');
      // What nobody writes any more is an archive, and not read because it is not asked for.
      const alive = written !== '' && daysBetween(written, on) < limit;
      const unread = reads === 0 || (days !== null && days >= limit);
      const flag = alive && unread ? 1 : 0;
      const since = days === null ? '无读取记录' : `${days}天未读取`;
      const zh = `写入${writes}次、读取${reads}次，${since}${alive ? '' : '；已停止写入'}`;
      const en = `${writes} writes, ${reads} reads, ${days === null ? 'never read' : `not read for ${days} days`}${alive ? '' : '; no longer written'}`;
      yield {
        values: { dataset: textIn(row, 'dataset'), days, readsAWrite: writes > 0 ? reads / writes : null },
        score: alive ? (days === null ? (unread ? 1 : 0) : pastLimit(days, limit)) : 0,
        flag,
        reason: flag ? toVerify(`${zh}。请说明用途`, `${en}. Say what it is for`) : { zh, en },
      };
    }
  },
};
