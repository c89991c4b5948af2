import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import type { StatementState } from './contract.ts';
import { openTo, placeOf, reviewing } from './statement.ts';
import { statementReaders } from './statement-readers.ts';
import { statementStates } from './words.zh.ts';

/** 统计月报 of all units in reach; late is a state of a row, not a list of its own. */
export const statements = list('energy.statements', {
  title: words('能源资源消费统计月报', 'Monthly statements'),
  view: 'energy_read.statement_v1',
  who: statementReaders,
  order: '-month',
  opens: '/energy/statements/{id}',
  columns: {
    month: { title: words('月份', 'Month'), kind: 'day', filter: true, sort: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: statementStates, filter: true },
    late: { title: words('逾期', 'Late'), kind: 'yes-no', filter: true },
    due_day: { title: words('应报日期', 'Due'), kind: 'day', filter: true },
    electricity: { title: words('电（千瓦时）', 'Electricity (kWh)'), kind: 'decimal', sum: true },
    water: { title: words('水（吨）', 'Water (t)'), kind: 'decimal', sum: true },
    natural_gas: { title: words('天然气（立方米）', 'Gas (m³)'), kind: 'decimal', sum: true },
    cost_fen: { title: words('费用', 'Cost'), kind: 'money-fen', sum: true },
    corrected: { title: words('更正格数', 'Cells corrected'), kind: 'integer', filter: true },
    submitted_name: { title: words('报送人', 'Submitted by'), kind: 'text' },
    submitted_at: { title: words('报送时间', 'Submitted at'), kind: 'instant' },
    decided_name: { title: words('审核人', 'Reviewed by'), kind: 'text' },
    opinion: { title: words('审核意见', 'Opinion'), kind: 'text' },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    // Whether a row is the reader's own only its page knows: there it is reviewed.
    verbs: openTo(row['state'] as StatementState).filter((verb) => !reviewing.has(verb)),
    place: placeOf({ unit: row['unit_id'] as string, id: row['id'] as string }),
  }),
});
