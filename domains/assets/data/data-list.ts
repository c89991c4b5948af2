import { list, words } from '@opengoa/kernel';
import { cardStates, valueKinds } from '../cards/words.zh.ts';
import { readers } from '../readers.ts';
import { dataLevels, renewals, sharings } from './words.zh.ts';

/** 数据资产目录: cards that are data, with who answers for them, their value and who may have them. */
export const dataAssets = list('assets.data-assets', {
  title: words('数据资产目录', 'Data assets'),
  view: 'assets_read.data_asset_v1',
  who: readers,
  order: 'number',
  search: 'search',
  opens: '/assets/cards/{id}',
  columns: {
    number: { title: words('资产编号', 'Number'), kind: 'text', filter: true, sort: true },
    name: { title: words('名称', 'Name'), kind: 'text', filter: true },
    system: { title: words('来源系统', 'Comes from'), kind: 'text', filter: true },
    department_id: { title: words('责任部门', 'Department'), kind: 'unit', filter: true },
    steward_id: { title: words('责任人', 'Answers for it'), kind: 'person', filter: true },
    level: { title: words('数据级别', 'Level'), kind: 'choice', choices: dataLevels, filter: true },
    sharing: { title: words('共享属性', 'Sharing'), kind: 'choice', choices: sharings, filter: true },
    condition: { title: words('共享条件或理由', 'Conditions'), kind: 'text' },
    renewed: { title: words('更新频率', 'Renewed'), kind: 'choice', choices: renewals, filter: true },
    records: { title: words('记录数', 'Records'), kind: 'integer' },
    value_fen: { title: words('账面价值', 'Value'), kind: 'money-fen', sum: true },
    value_kind: { title: words('计价方式', 'Valued by'), kind: 'choice', choices: valueKinds, filter: true },
    certificate: { title: words('登记证书', 'Certificate'), kind: 'text' },
    subject: { title: words('主题', 'Subject'), kind: 'text', filter: true },
    unit_id: { title: words('持有单位', 'Held by'), kind: 'unit', filter: true },
    state: { title: words('使用状况', 'State'), kind: 'choice', choices: cardStates, filter: true },
    described_on: { title: words('登记日期', 'Described'), kind: 'day', filter: true },
    card_id: { title: words('卡片', 'Card'), kind: 'id', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({ verbs: ['assets.describe-data'], place: { unit: row['unit_id'] as string } }),
});
