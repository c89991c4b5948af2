import { LedgerPage } from '@opengoa/web-kit';

export default function Messages() {
  return (
    <LedgerPage
      list="kernel.my-messages"
      opens="page"
      cells={{
        title: (row) => (row['seen'] === false ? <strong>{String(row['title'])}</strong> : String(row['title'])),
      }}
      empty={{
        title: { zh: '还没有消息', en: 'No messages yet' },
        todo: { zh: '办件有进展时会通知您。', en: 'You are told when a case of yours moves.' },
      }}
    />
  );
}
