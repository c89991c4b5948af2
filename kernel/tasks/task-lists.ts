import { list } from '../reads/list.ts';

/** 我的待办 / 已办 / 我发起 / 抄送: one ledger over all rooms, chosen by `box`. */
export const myTasks = list('kernel.my-tasks', {
  title: { zh: '我的办件', en: 'My tasks' },
  view: 'kernel.my_task_v1',
  who: ['signed-in'],
  order: '-raised_at',
  opens: '{opens}',
  columns: {
    box: {
      title: { zh: '栏', en: 'Box' },
      kind: 'choice',
      always: true,
      filter: true,
      choices: {
        waiting: { zh: '待办', en: 'Waiting' },
        done: { zh: '已办', en: 'Done' },
        started: { zh: '我发起', en: 'Started by me' },
        copied: { zh: '抄送', en: 'Copied' },
      },
    },
    title: { title: { zh: '事项', en: 'Matter' }, kind: 'text', always: true },
    title_en: { title: { zh: '英文', en: 'English' }, kind: 'text', hidden: true },
    summary: { title: { zh: '摘要', en: 'Summary' }, kind: 'text', always: true },
    kind: { title: { zh: '类别', en: 'Kind' }, kind: 'text', always: true, filter: true },
    unit_id: { title: { zh: '单位', en: 'Unit' }, kind: 'unit', always: true, filter: true },
    object_kind: { title: { zh: '对象', en: 'Object' }, kind: 'text', always: true, filter: true },
    object_id: { title: { zh: '对象编号', en: 'Object id' }, kind: 'id', always: true, hidden: true, filter: true },
    asker_id: { title: { zh: '发起人', en: 'Asked by' }, kind: 'person' },
    raised_at: { title: { zh: '送达', en: 'Raised' }, kind: 'instant', sort: true, filter: true },
    due_at: { title: { zh: '期限', en: 'Due' }, kind: 'instant', sort: 'nullable' },
    overdue: { title: { zh: '逾期', en: 'Overdue' }, kind: 'yes-no', filter: true },
    state: { title: { zh: '状态', en: 'State' }, kind: 'text', always: true },
    answer: { title: { zh: '办理', en: 'Answer' }, kind: 'text' },
    verbs: { title: { zh: '可办', en: 'May' }, kind: 'json', hidden: true },
    opens: { title: { zh: '去处', en: 'Opens' }, kind: 'text', hidden: true },
  },
});

export const myMessages = list('kernel.my-messages', {
  title: { zh: '消息', en: 'Messages' },
  view: 'kernel.my_message_v1',
  who: ['signed-in'],
  order: '-at',
  opens: '{opens}',
  columns: {
    title: { title: { zh: '内容', en: 'Message' }, kind: 'text', always: true },
    title_en: { title: { zh: '英文', en: 'English' }, kind: 'text', hidden: true },
    at: { title: { zh: '时间', en: 'At' }, kind: 'instant', sort: true },
    seen: { title: { zh: '已读', en: 'Seen' }, kind: 'yes-no', always: true, filter: true },
    opens: { title: { zh: '去处', en: 'Opens' }, kind: 'text', hidden: true },
    object_id: { title: { zh: '对象', en: 'Object' }, kind: 'id', hidden: true },
  },
});
