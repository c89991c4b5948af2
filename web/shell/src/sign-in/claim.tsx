import { type Input, useRenewSession, useVerb, useWords } from '@opengoa/web-kit/light';
import { useState } from 'react';
import { levels, signInWords as words } from '../words.ts';
import { LightField, LightForm } from './light-form.tsx';
import { LightPage } from './light-page.tsx';

/** An empty house: whoever holds the one-time code from the terminal becomes its first administrator. */
export function ClaimPage() {
  const { w } = useWords();
  const renew = useRenewSession();
  const claim = useVerb('kernel.claim-first-administrator');
  const [wrong, setWrong] = useState<string>();
  return (
    <LightPage title={w(words.claimTitle)} about={w(words.claimAbout)}>
      <LightForm
        submit={w(words.claim)}
        running={claim.running}
        problem={claim.problem}
        wrong={wrong}
        onSend={({ code = '', unit = '', level = '', personName = '', name = '', password = '', again = '' }) => {
          setWrong(password === again ? undefined : w(words.notSame));
          if (password !== again) return;
          void claim
            .run({
              code: code.trim(),
              unit: { name: unit.trim(), level: level as Input<'kernel.claim-first-administrator'>['unit']['level'] },
              personName: personName.trim(),
              name: name.trim(),
              password,
            })
            .then((outcome) => (outcome.ok ? renew() : undefined));
        }}
      >
        <LightField name="code" title={w(words.oneTimeCode)} autoComplete="one-time-code" autoFocus />
        <LightField name="unit" title={w(words.unitName)} autoComplete="organization" />
        <LightField
          name="level"
          title={w(words.level)}
          autoComplete="off"
          choices={Object.fromEntries(Object.entries(levels).map(([key, text]) => [key, w(text)]))}
        />
        <LightField name="personName" title={w(words.personName)} autoComplete="name" />
        <LightField name="name" title={w(words.accountName)} autoComplete="username" />
        <LightField name="password" title={w(words.password)} autoComplete="new-password" secret />
        <LightField name="again" title={w(words.again)} autoComplete="new-password" secret />
      </LightForm>
    </LightPage>
  );
}
