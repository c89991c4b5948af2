import { words } from '../words.ts';
import { list } from '../reads/list.ts';
import { parkedReasons } from './words.ts';

/** 搁置的设备报文: for those who keep what the devices measure, and for whoever opens their accounts. */
export const parkedMessages = list('kernel.parked-messages', {
  title: words('搁置的设备报文', 'Parked messages'),
  view: 'kernel.parked_message',
  who: ['room-clerk', 'system-admin'],
  order: '-parked_at',
  columns: {
    parked_at: { title: words('时间', 'At'), kind: 'instant', filter: true, sort: true },
    device: { title: words('设备账号', 'Device'), kind: 'text', filter: true },
    topic: { title: words('主题', 'Topic'), kind: 'text', filter: true },
    reason: { title: words('原因', 'Reason'), kind: 'choice', choices: parkedReasons, filter: true },
    detail: { title: words('说明', 'Detail'), kind: 'text' },
    excerpt: { title: words('报文开头', 'Beginning'), kind: 'text' },
    bytes: { title: words('字节', 'Bytes'), kind: 'integer' },
    sha256: { title: words('SHA-256', 'SHA-256'), kind: 'text', filter: true, hidden: true },
    unit_id: { title: words('单位', 'Unit'), kind: 'unit', filter: true },
  },
});
