import { useRenewSession, useVerb, useWords } from '@opengoa/web-kit/light';
import { useEffect, useEffectEvent } from 'react';
import { signInWords as words } from '../words.ts';
import { LightPage } from './light-page.tsx';

/** Address the provider sends the browser back to: `/sign-in/<provider>?code=…`. */
export const providerOf = (path: string): string | undefined => /^\/sign-in\/([\w-]{1,64})$/.exec(path)?.[1];

/** Back from a provider: its answer is handed to the server once, then the address is cleared of it. */
export function FinishOidcPage({ provider, onEnd }: { readonly provider: string; readonly onEnd: () => void }) {
  const { w, language } = useWords();
  const renew = useRenewSession();
  const finish = useVerb('kernel.finish-oidc');
  const end = (to = '/') => {
    history.replaceState(null, '', to);
    onEnd();
  };
  const hand = useEffectEvent(async () => {
    const query = location.search.replace(/^\?/, '');
    history.replaceState(null, '', location.pathname);
    const outcome = await finish.run({ provider, query });
    if (!outcome.ok) return;
    await renew();
    end(outcome.answer.result?.to);
  });
  useEffect(() => void hand(), []);
  return (
    <LightPage title={w(words.oidc)} about={finish.problem ? '' : w(words.oidcComing)}>
      {finish.problem && (
        <>
          <p className="k-refusal" role="alert">
            {finish.problem.code === 'sign-in-failed'
              ? w(words.oidcUnknown)
              : language === 'en'
                ? finish.problem.messageEn
                : finish.problem.message}
          </p>
          <button type="button" className="k-link" onClick={() => end()}>
            {w(words.backToSignIn)}
          </button>
        </>
      )}
    </LightPage>
  );
}
