import { LedgerPage } from '@opengoa/web-kit';

export default function Keys() {
  return (
    <LedgerPage
      list="kernel.machine-keys"
      about={{
        zh: '系统之间调用接口用的密钥。在“账号”里为接口账号生成。',
        en: 'Keys by which systems call the API. Create them on a machine account.',
      }}
      empty={{
        title: { zh: '还没有接口密钥', en: 'No keys yet' },
        todo: {
          zh: '先开立一个“系统接口”账号，再为它生成密钥。',
          en: 'Create a machine account first, then a key for it.',
        },
      }}
    />
  );
}
