import { Sheet, useWords, VerbForm, whenFactorIsOld } from '@opengoa/web-kit';
import { useEffect, useState } from 'react';
import { signInWords as words } from '../words.ts';

/** Asks for the second factor again where an act of high value needs it, and lets the act go on (SEC-SE-06). */
export function FactorAgain() {
  const { w } = useWords();
  const [asked, setAsked] = useState<{ readonly answer: (shown: boolean) => void }>();
  useEffect(() => {
    whenFactorIsOld(
      () =>
        new Promise((answer) => {
          setAsked({ answer });
        }),
    );
    return () => whenFactorIsOld(() => Promise.resolve(false));
  }, []);
  if (!asked) return null;
  const end = (shown: boolean) => {
    setAsked(undefined);
    asked.answer(shown);
  };
  return (
    <Sheet kind="middle" title={w(words.factorAgain)} onClose={() => end(false)}>
      <p className="k-about">{w(words.factorAgainAbout)}</p>
      <VerbForm
        verb="kernel.show-second-factor"
        fields={[{ name: 'code', title: words.code, kind: 'text', maxLength: 40 }]}
        input={({ code }) => ({ code: String(code).replaceAll(/\s/g, '') })}
        submit={words.confirm}
        draft={false}
        onDone={() => end(true)}
        onCancel={() => end(false)}
      />
    </Sheet>
  );
}
