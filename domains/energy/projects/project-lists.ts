import { words } from '@opengoa/kernel/words';
import { list } from '@opengoa/kernel';
import { statementReaders } from '../statistics/statement-readers.ts';
import { carriers } from '../words.zh.ts';
import type { ProjectKind, ProjectState } from './contract.ts';
import { offersFor } from './project.ts';
import { projectKinds, projectStates } from './words.zh.ts';

/** 节能项目台账. */
export const projectList = list('energy.projects', {
  title: words('节能项目', 'Saving projects'),
  view: 'energy_read.project_v1',
  who: statementReaders,
  order: 'name',
  opens: '/energy/projects/{id}',
  columns: {
    name: { title: words('项目', 'Project'), kind: 'text', filter: true, sort: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    kind: { title: words('方式', 'Kind'), kind: 'choice', choices: projectKinds, filter: true },
    state: { title: words('状态', 'State'), kind: 'choice', choices: projectStates, filter: true },
    contractor: { title: words('节能服务公司', 'Contractor'), kind: 'text', filter: true },
    investment_fen: { title: words('投资', 'Invested'), kind: 'money-fen', sum: true },
    carrier: { title: words('能源', 'Carrier'), kind: 'choice', choices: carriers, filter: true },
    meters: { title: words('表计', 'Meters'), kind: 'integer' },
    reporting_from: { title: words('投运', 'Runs since'), kind: 'day', filter: true },
    contract_from: { title: words('合同开始', 'Contract from'), kind: 'day' },
    contract_to: { title: words('合同结束', 'Contract to'), kind: 'day', filter: true },
    baseline_from: { title: words('基准期开始', 'Baseline from'), kind: 'day', hidden: true },
    baseline_to: { title: words('基准期结束（不含）', 'Baseline until'), kind: 'day', hidden: true },
    settlements: { title: words('结算次数', 'Settled'), kind: 'integer' },
    paid_fen: { title: words('结算金额', 'Payable so far'), kind: 'money-fen', sum: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) =>
    offersFor({
      unit: row['unit_id'] as string,
      state: row['state'] as ProjectState,
      kind: row['kind'] as ProjectKind,
    }),
});
