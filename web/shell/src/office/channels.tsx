import { LedgerPage } from '@opengoa/web-kit';

export default function Channels() {
  return (
    <LedgerPage
      list="kernel.channels"
      tones={{ state: { open: 'done', closed: 'plain' } }}
      about={{
        zh: '消息离开本系统的全部去处。登记、变更、启停都要动态口令并记入操作记录；密钥加密保存，不再显示。',
        en: 'Every place that messages leave for. Entering and changing one asks for the second factor and goes into the Record; secrets are kept encrypted and not shown again.',
      }}
      empty={{
        title: { zh: '还没有站外通知渠道', en: 'No channels yet' },
        todo: {
          zh: '登记邮件、企业微信、钉钉或回调地址后，工作人员可在“通知”中选用。',
          en: 'Register mail, WeCom, DingTalk or a webhook; people then choose it under Notices.',
        },
      }}
    />
  );
}
