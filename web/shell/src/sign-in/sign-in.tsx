import type { Session } from '@opengoa/kernel/contract';
import { useRenewSession, useVerb, useWords } from '@opengoa/web-kit/light';
import { useEffect, useEffectEvent, useState } from 'react';
import { bringHouse } from '../bring-house.ts';
import { comesByItself, platformHere } from './by-itself.ts';
import { signInWords as words } from '../words.ts';
import { LightField, LightForm } from './light-form.tsx';
import { LightPage } from './light-page.tsx';
import { ResetPage } from './reset.tsx';

interface SignInProps {
  readonly demo: boolean;
  readonly providers: Session['providers'];
}

/** Name and password. Wrong name and wrong password are answered alike; what comes next is the session's to say. */
export function SignInPage({ demo, providers }: SignInProps) {
  const { w, language } = useWords();
  const renew = useRenewSession();
  const signIn = useVerb('kernel.sign-in');
  const oidc = useVerb('kernel.start-oidc');
  const leave = async (provider: string) => {
    const to = location.pathname + location.search;
    const outcome = await oidc.run({ provider, purpose: 'sign-in', to });
    // The address is the provider's own, from the server's settings, never from this page's address.
    if (outcome.ok && outcome.answer.result) location.assign(outcome.answer.result.url);
  };
  const here = platformHere(navigator.userAgent);
  const mine = providers.find(({ platform }) => platform !== undefined && platform === here);
  // Inside 企业微信 or 钉钉 one is known already: nobody types a password there.
  const come = useEffectEvent(() => {
    if (mine && comesByItself()) void leave(mine.id);
  });
  useEffect(() => come(), []);
  const [reset, setReset] = useState<'no' | 'asked' | 'done'>('no');
  if (reset === 'asked') return <ResetPage onDone={() => setReset('done')} onBack={() => setReset('no')} />;
  return (
    <LightPage
      title={w(words.title)}
      foot={
        <>
          <p className="k-faint">{w(words.forgot)}</p>
          <button type="button" className="k-link" onClick={() => setReset('asked')}>
            {w(words.haveCode)}
          </button>
          {demo && <p className="k-note">{w(words.demo)}</p>}
        </>
      }
    >
      {reset === 'done' && <p className="k-note">{w(words.resetDone)}</p>}
      <LightForm
        submit={w(words.enter)}
        running={signIn.running}
        problem={signIn.problem}
        onSend={({ name = '', password = '' }) => {
          // The frame comes while the server looks at the password.
          void bringHouse().catch(() => undefined);
          void signIn.run({ name: name.trim(), password }).then((outcome) => (outcome.ok ? renew() : undefined));
        }}
      >
        <LightField name="name" title={w(words.name)} autoComplete="username" autoFocus />
        <LightField name="password" title={w(words.password)} autoComplete="current-password" secret />
      </LightForm>
      {providers.length > 0 && (
        <div className="s-providers">
          <span className="k-faint">{w(words.or)}</span>
          {providers.map((provider) => (
            <button
              key={provider.id}
              type="button"
              className="k-button s-submit"
              disabled={oidc.running}
              onClick={() => void leave(provider.id)}
            >
              {w(provider.title)}
            </button>
          ))}
          {oidc.problem && (
            <p className="k-error" role="alert">
              {language === 'en' ? oidc.problem.messageEn : oidc.problem.message}
            </p>
          )}
        </div>
      )}
    </LightPage>
  );
}
