import { LedgerPage, type Cells, type LedgerRow } from '@opengoa/web-kit';
import { deviceOf } from './device.ts';

const cells: Cells<LedgerRow> = { agent: (row) => deviceOf(row['agent']) };

export default function Sessions() {
  return (
    <LedgerPage
      list="kernel.sessions"
      cells={cells}
      about={{
        zh: '正在使用系统的会话。结束后，该设备须重新登录。',
        en: 'Sessions in use. Ended ones have to sign in again.',
      }}
      empty={{
        title: { zh: '没有在线会话', en: 'Nobody is signed in' },
        todo: {
          zh: '无需处理；有人登录后在此可见、可结束。',
          en: 'Nothing to do; whoever signs in is seen here and can be ended.',
        },
      }}
    />
  );
}
