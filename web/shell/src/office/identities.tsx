import { LedgerPage, useSession, useWords, type Cells, type LedgerRow } from '@opengoa/web-kit';
import { providerCell } from './provider-cell.ts';

export default function Identities() {
  const { language } = useWords();
  const { providers } = useSession();
  const cells: Cells<LedgerRow> = { issuer: (row) => providerCell(providers, row['issuer'], language) };
  return (
    <LedgerPage
      list="kernel.identities"
      cells={cells}
      about={{
        zh: '谁可以从统一身份、企业微信或钉钉直接登录。解除后，由它登录的会话立即结束。',
        en: 'Who signs in from a provider, WeCom or DingTalk. Unbinding ends the sessions it opened.',
      }}
      empty={{
        title: { zh: '还没有关联', en: 'Nothing bound yet' },
        todo: {
          zh: '开立账号时或在“账号”里关联尚未使用的账号；已使用的账号由本人在“我的登录”里关联。',
          en: 'Bind a new account under Accounts; an account in use is bound by its owner under My sessions.',
        },
      }}
    />
  );
}
