import { useSession, useWords, VerbForm, type ActDialogProps } from '@opengoa/web-kit';

/** Who this person is at a provider or a platform. */
export default function BindIdentity({ object, onDone, onCancel }: ActDialogProps) {
  const { w } = useWords();
  const { providers } = useSession();
  if (providers.length === 0)
    return (
      <p>
        {w({
          zh: '本系统没有接入统一身份、企业微信或钉钉；由运维人员在启动设置里接入。',
          en: 'No provider, WeCom or DingTalk is set up; the operator adds it in the settings of the start.',
        })}
      </p>
    );
  return (
    <VerbForm
      verb="kernel.bind-identity"
      draft={false}
      fields={[
        {
          name: 'issuer',
          title: { zh: '身份来源', en: 'Provider' },
          kind: 'choice',
          initial: providers[0]!.issuer,
          choices: Object.fromEntries(providers.map(({ issuer, title }) => [issuer, title])),
        },
        {
          name: 'subject',
          title: { zh: '在该处的账号', en: 'Account there' },
          kind: 'text',
          maxLength: 255,
          help: {
            zh: '企业微信、钉钉通讯录里的“账号”（UserID），不是手机号。',
            en: 'The UserID in the directory of WeCom or DingTalk, not a telephone number.',
          },
        },
      ]}
      known={{ account: object.id }}
      submit={{ zh: '关联', en: 'Bind' }}
      onCancel={onCancel}
      onDone={() => onDone()}
    />
  );
}
