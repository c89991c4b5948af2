import type { Words } from '../words.ts';

/** How long the rows of a table stay, and what ends them. `columns.yaml` names one of these for each table (SEC-DC-05). */
export interface Retention {
  readonly title: Words;
  /** The standard that gives the time, and its item; none where rows end with what they belong to. */
  readonly standard?: string;
  readonly item?: string;
  /** The job that clears what is older: `<room>.<job>`. */
  readonly job?: string;
}

export const retentions: Readonly<Record<string, Retention>> = {
  'in-use': { title: { zh: '使用期间，随主体删除', en: 'While in use; goes with what it belongs to' } },
  business: {
    title: { zh: '业务档案期限，移交前不删除', en: 'As papers of business, until handed to the archive' },
    standard: 'kernel.archive-years',
  },
  record: {
    title: { zh: '记录保存期，产品内不可删除', en: 'As the Record; cannot be deleted by the product' },
    standard: 'kernel.record-retention',
  },
  telemetry: {
    title: { zh: '计量原始数据，随业务档案', en: 'Raw measurements, as papers of business' },
    standard: 'kernel.archive-years',
  },
  tracks: {
    title: { zh: '行踪轨迹，到期清除', en: 'Tracks; cleared when their time is over' },
    standard: 'kernel.retention',
    item: 'tracks',
    job: 'vehicles.forget-tracks',
  },
  sessions: {
    title: { zh: '会话与重置码，到期清除', en: 'Sessions and reset codes; cleared when their time is over' },
    standard: 'kernel.retention',
    item: 'sessions',
    job: 'kernel.run-retention',
  },
  messages: {
    title: { zh: '已读消息，到期清除', en: 'Read messages; cleared when their time is over' },
    standard: 'kernel.retention',
    item: 'messages',
    job: 'kernel.run-retention',
  },
  'import-rows': {
    title: { zh: '导入原行，到期清除', en: 'Imported rows as they came; cleared when their time is over' },
    standard: 'kernel.retention',
    item: 'import-rows',
    job: 'kernel.run-retention',
  },
  requests: {
    title: { zh: '请求记忆，到期清除', en: 'Remembered answers; cleared when their time is over' },
    standard: 'kernel.request-memory',
    job: 'kernel.forget-requests',
  },
  tries: {
    title: { zh: '失败计数，两日内清除', en: 'Counters of tries; cleared within two days' },
    job: 'kernel.forget-tries',
  },
  parked: {
    title: { zh: '搁置报文，到期清除', en: 'Parked messages; cleared when their time is over' },
    standard: 'kernel.collecting',
    item: 'parked-days',
  },
};
