import { LedgerPage } from '@opengoa/web-kit';

export default function Sessions() {
  return (
    <LedgerPage
      list="kernel.sessions"
      about={{
        zh: '正在使用系统的会话。结束后，该设备须重新登录。',
        en: 'Sessions in use. Ended ones have to sign in again.',
      }}
      empty={{ title: { zh: '没有在线会话', en: 'Nobody is signed in' } }}
    />
  );
}
