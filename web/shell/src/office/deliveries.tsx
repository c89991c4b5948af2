import { LedgerPage } from '@opengoa/web-kit';

export default function Deliveries() {
  return (
    <LedgerPage
      list="kernel.deliveries"
      searchBy={['state', 'kind', 'raised_at']}
      tones={{ state: { waiting: 'busy', sent: 'done', dead: 'refused', dropped: 'plain' } }}
      about={{
        zh: '每条站外通知的送达情况。失败的按间隔重试，仍不成功的列为“未送达”，可在排除原因后重新发送。不显示通知内容。',
        en: 'How each message outside ended. Failures are tried again with growing pauses; what was given up can be tried again by hand. What was said is not shown.',
      }}
      empty={{
        title: { zh: '还没有站外通知', en: 'Nothing was sent yet' },
        todo: {
          zh: '登记渠道并由接收人填写地址后开始发送。',
          en: 'It begins once a channel is registered and people gave an address.',
        },
      }}
    />
  );
}
