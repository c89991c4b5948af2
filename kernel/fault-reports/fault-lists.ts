import { words } from '../words.ts';
import { list } from '../reads/list.ts';
import { faultMoves, type FaultState } from './fault-report.ts';
import { faultStates } from './words.ts';

/** 报修: what was reported of the things of one's units; and each person's own reports. */
export const faultReports = list('kernel.fault-reports', {
  title: words('扫码报修', 'Fault reports'),
  view: 'kernel.fault_report_v1',
  who: ['room-clerk', 'head', 'leader', 'self'],
  order: '-reported_at',
  search: 'search',
  opens: '/faults/{id}',
  columns: {
    number: { title: words('编号', 'Number'), kind: 'text', always: true, filter: true },
    thing: { title: words('对象', 'Thing'), kind: 'text', always: true, filter: true },
    said: { title: words('情况', 'What is wrong'), kind: 'text', always: true },
    state: { title: words('状态', 'State'), kind: 'choice', always: true, choices: faultStates, filter: true },
    overdue: { title: words('逾期', 'Overdue'), kind: 'yes-no', filter: true },
    reported_at: { title: words('报修时间', 'Reported'), kind: 'instant', sort: true, filter: true },
    due_at: { title: words('答复期限', 'Due'), kind: 'instant', sort: true },
    photos: { title: words('照片', 'Photos'), kind: 'integer' },
    reopened: { title: words('再次打开', 'Reopened'), kind: 'integer', filter: true },
    answer: { title: words('答复', 'Answer'), kind: 'text' },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
    kind: { title: words('类别', 'Kind'), kind: 'text', hidden: true, filter: true },
    object_id: { title: words('对象编号', 'Thing id'), kind: 'id', hidden: true, filter: true },
    person_id: { title: words('报修人', 'Reporter'), kind: 'person', hidden: true },
    version: { title: words('版本', 'Version'), kind: 'integer', hidden: true },
  },
  moves: (row) => ({
    verbs: faultMoves.from(row['state'] as FaultState),
    place: {
      unit: row['unit_id'] as string,
      object: row['id'] as string,
      person: row['person_id'] as string | null,
    },
  }),
});
