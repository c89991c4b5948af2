import { useVerb, useWords } from '@opengoa/web-kit/light';
import { useState } from 'react';
import { signInWords as words } from '../words.ts';
import { LightField, LightForm } from './light-form.tsx';
import { LightPage } from './light-page.tsx';

/** A new password with the code that a security officer started. */
export function ResetPage({ onDone, onBack }: { readonly onDone: () => void; readonly onBack: () => void }) {
  const { w } = useWords();
  const finish = useVerb('kernel.finish-reset');
  const [wrong, setWrong] = useState<string>();
  return (
    <LightPage
      title={w(words.resetTitle)}
      foot={
        <button type="button" className="k-link" onClick={onBack}>
          {w(words.backToSignIn)}
        </button>
      }
    >
      <LightForm
        submit={w(words.confirm)}
        running={finish.running}
        problem={finish.problem}
        wrong={wrong}
        onSend={({ name = '', code = '', next = '', again = '' }) => {
          setWrong(next === again ? undefined : w(words.notSame));
          if (next !== again) return;
          void finish.run({ name: name.trim(), code: code.trim(), next }).then((outcome) => outcome.ok && onDone());
        }}
      >
        <LightField name="name" title={w(words.name)} autoComplete="username" autoFocus />
        <LightField name="code" title={w(words.resetCode)} autoComplete="one-time-code" />
        <LightField name="next" title={w(words.next)} autoComplete="new-password" secret />
        <LightField name="again" title={w(words.again)} autoComplete="new-password" secret />
      </LightForm>
    </LightPage>
  );
}
