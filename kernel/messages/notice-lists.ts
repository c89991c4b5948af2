import { list } from '../reads/list.ts';
import { words } from '../words.ts';
import { channelKindWords } from './channel.ts';

/** 通知渠道: addresses outside the house, for the officer who keeps them. The secret is not among the columns of any view. */
export const channels = list('kernel.channels', {
  title: words('通知渠道', 'Notice channels'),
  view: 'kernel.channel_v1',
  who: ['system-admin', 'audit-admin'],
  order: 'title',
  columns: {
    title: { title: words('名称', 'Name'), kind: 'text', sort: true },
    kind: { title: words('类型', 'Kind'), kind: 'choice', always: true, choices: channelKindWords, filter: true },
    unit_id: { title: words('单位及下级', 'Unit and below'), kind: 'unit', filter: true },
    address: { title: words('地址', 'Address'), kind: 'text', always: true },
    inside: { title: words('允许的内网', 'Inner networks'), kind: 'text' },
    state: {
      title: words('状态', 'State'),
      kind: 'choice',
      always: true,
      choices: { open: words('启用', 'Open'), closed: words('停用', 'Closed') },
      filter: true,
    },
    waiting: { title: words('待发', 'Waiting'), kind: 'integer', always: true },
    dead: { title: words('失败', 'Given up'), kind: 'integer', always: true },
    left_out: { title: words('超限未发', 'Left out'), kind: 'integer', always: true },
    paused_until: { title: words('暂停至', 'Paused until'), kind: 'instant' },
    last_sent_at: { title: words('最近送达', 'Last sent'), kind: 'instant' },
    last_error: { title: words('最近错误', 'Last error'), kind: 'text' },
    version: { title: words('版本', 'Version'), kind: 'integer', always: true, hidden: true },
    settings: { title: words('设置', 'Settings'), kind: 'json', always: true, hidden: true },
  },
  moves: (row) => ({
    verbs: [
      ...(row['state'] === 'open' ? ['kernel.test-channel'] : []),
      'kernel.change-channel',
      'kernel.switch-channel',
    ],
    place: { unit: row['unit_id'] as string },
  }),
});

/** 送达台账: who, when, which kind and how it ended; what was said is not shown. */
export const deliveries = list('kernel.deliveries', {
  title: words('送达台账', 'Deliveries'),
  view: 'kernel.delivery_v1',
  who: ['system-admin', 'audit-admin'],
  order: '-raised_at',
  columns: {
    raised_at: { title: words('时间', 'At'), kind: 'instant', filter: true, sort: true },
    channel: { title: words('渠道', 'Channel'), kind: 'text', always: true, filter: true },
    kind: {
      title: words('类别', 'Kind'),
      kind: 'choice',
      always: true,
      choices: {
        task: words('待办', 'Task'),
        case: words('进展', 'Progress'),
        reminder: words('提醒', 'Reminder'),
        mention: words('提到', 'Mention'),
        test: words('试发', 'Test'),
        code: words('验证码', 'Code'),
      },
      filter: true,
    },
    receiver_id: { title: words('接收人', 'Receiver'), kind: 'person', filter: true },
    state: {
      title: words('结果', 'Outcome'),
      kind: 'choice',
      always: true,
      choices: {
        waiting: words('待发', 'Waiting'),
        sent: words('已送达', 'Sent'),
        dead: words('未送达', 'Given up'),
        dropped: words('不再需要', 'No longer needed'),
      },
      filter: true,
    },
    tries: { title: words('次数', 'Tries'), kind: 'integer', always: true },
    due_at: { title: words('下次', 'Next try'), kind: 'instant', always: true },
    ended_at: { title: words('结束', 'Ended'), kind: 'instant' },
    error: { title: words('原因', 'Why'), kind: 'text' },
    merged: { title: words('摘要', 'Digest'), kind: 'yes-no', always: true },
    object_id: { title: words('对象编号', 'Object id'), kind: 'id', hidden: true, filter: true },
    channel_id: { title: words('渠道编号', 'Channel id'), kind: 'id', always: true, hidden: true, filter: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
  },
  moves: (row) => ({
    verbs: row['state'] === 'dead' ? ['kernel.retry-delivery'] : [],
    place: { unit: row['unit_id'] as string },
  }),
});
