import { useRenewSession, useVerb, useWords } from '@opengoa/web-kit/light';
import { useState } from 'react';
import { signInWords as words } from '../words.ts';
import { LightField, LightForm } from './light-form.tsx';
import { LightPage } from './light-page.tsx';
import { SignOutLink } from './sign-out-link.tsx';

/** A password of one's own, before anything else opens. */
export function NewPasswordPage() {
  const { w } = useWords();
  const renew = useRenewSession();
  const change = useVerb('kernel.change-password');
  const [wrong, setWrong] = useState<string>();
  return (
    <LightPage title={w(words.newTitle)} about={w(words.newAbout)} foot={<SignOutLink />}>
      <LightForm
        submit={w(words.confirm)}
        running={change.running}
        problem={change.problem}
        wrong={wrong}
        onSend={({ current = '', next = '', again = '' }) => {
          setWrong(next === again ? undefined : w(words.notSame));
          if (next !== again) return;
          void change.run({ current, next }).then((outcome) => (outcome.ok ? renew() : undefined));
        }}
      >
        <LightField name="current" title={w(words.current)} autoComplete="current-password" secret autoFocus />
        <LightField name="next" title={w(words.next)} autoComplete="new-password" secret />
        <LightField name="again" title={w(words.again)} autoComplete="new-password" secret />
      </LightForm>
    </LightPage>
  );
}
