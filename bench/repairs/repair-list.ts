import { list, type List } from '@opengoa/kernel';

const columns = {
  number: { title: { zh: '单号', en: 'Number' }, kind: 'text', filter: true },
  title: { title: { zh: '报修内容', en: 'What is broken' }, kind: 'text' },
  place: { title: { zh: '地点', en: 'Place' }, kind: 'text' },
  kind: {
    title: { zh: '类别', en: 'Kind' },
    kind: 'choice',
    filter: true,
    choices: {
      water: { zh: '水', en: 'Water' },
      power: { zh: '电', en: 'Power' },
      air: { zh: '空调', en: 'Air' },
      lift: { zh: '电梯', en: 'Lift' },
      network: { zh: '网络', en: 'Network' },
      furniture: { zh: '家具', en: 'Furniture' },
    },
  },
  urgency: {
    title: { zh: '缓急', en: 'Urgency' },
    kind: 'choice',
    filter: true,
    choices: { plain: { zh: '一般', en: 'Plain' }, urgent: { zh: '紧急', en: 'Urgent' } },
  },
  state: {
    title: { zh: '状态', en: 'State' },
    kind: 'choice',
    filter: true,
    choices: {
      reported: { zh: '已报', en: 'Reported' },
      assigned: { zh: '已派', en: 'Assigned' },
      done: { zh: '已修', en: 'Done' },
      closed: { zh: '已结', en: 'Closed' },
    },
  },
  cost_fen: { title: { zh: '费用', en: 'Cost' }, kind: 'money-fen', sum: true },
  reported_at: { title: { zh: '报修时间', en: 'Reported at' }, kind: 'instant', sort: true, filter: true },
  due_on: { title: { zh: '期限', en: 'Due on' }, kind: 'day', filter: true },
  unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', filter: true },
} satisfies List['columns'];

const ledger = {
  title: { zh: '报修台账', en: 'Repairs' },
  view: 'repairs_read.repair_v1',
  who: ['clerk', 'head'],
  order: '-reported_at',
  search: 'search',
  columns,
} as const;

/** The ledger to look at: nothing is masked and no row offers an act. */
export const repairs = list('repairs.repairs', ledger);

/** The same ledger as a desk: each row says what may be done with it now. */
export const repairDesk = list('repairs.repair-desk', {
  ...ledger,
  moves: (row) => ({
    verbs: row['state'] === 'reported' ? ['repairs.report-repair'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
