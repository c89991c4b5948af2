import { Ledger, Section, useSession, useVerb, useWords, type Cells, type LedgerRow } from '@opengoa/web-kit';
import { Button } from 'antd';
import { providerCell } from '../office/provider-cell.ts';

/** Where else I may come in from: bound once, signed in, and taken off here. Nothing where the house knows no other place. */
export function BoundIdentities() {
  const { w, language } = useWords();
  const { providers } = useSession();
  const start = useVerb('kernel.start-oidc');
  if (providers.length === 0) return null;
  const bind = async (provider: string) => {
    const outcome = await start.run({ provider, purpose: 'link', to: location.pathname });
    // The address is the provider's own, from the server's settings.
    if (outcome.ok && outcome.answer.result) location.assign(outcome.answer.result.url);
  };
  const cells: Cells<LedgerRow> = { issuer: (row) => providerCell(providers, row['issuer'], language) };
  return (
    <Section title={{ zh: '统一身份与企业微信、钉钉', en: 'Other ways to sign in' }}>
      <p className="k-note">
        {w({
          zh: '关联后，在那里打开本系统不用再输口令。解除时，其他设备上的登录一并结束。',
          en: 'Once bound, opening this system there asks for no password. Unbinding ends your other sessions.',
        })}
      </p>
      <p className="o-row">
        {providers.map((provider) => (
          <Button key={provider.id} loading={start.running} onClick={() => void bind(provider.id)}>
            {w({ zh: '关联', en: 'Bind' })}：{w(provider.title)}
          </Button>
        ))}
      </p>
      <Ledger
        list="kernel.my-identities"
        inside
        bare
        cells={cells}
        empty={{
          title: { zh: '还没有关联', en: 'Nothing bound yet' },
          todo: { zh: '点上面的“关联”，在那里确认一次即可。', en: 'Press Bind above and confirm once there.' },
        }}
      />
      {start.problem && (
        <p className="k-error" role="alert">
          {language === 'en' ? start.problem.messageEn : start.problem.message}
        </p>
      )}
    </Section>
  );
}
