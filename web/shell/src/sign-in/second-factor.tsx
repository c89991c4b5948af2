import { useRenewSession, useVerb, useWords } from '@opengoa/web-kit/light';
import { signInWords as words } from '../words.ts';
import { EnrolFactor } from './enrol-factor.tsx';
import { LightField, LightForm } from './light-form.tsx';
import { LightPage } from './light-page.tsx';
import { SignOutLink } from './sign-out-link.tsx';

interface SecondFactorProps {
  /** Being set up. Whoever holds the page keeps it until the recovery codes were seen, though the session is whole by then. */
  readonly enrolling: boolean;
  onEnrolling(enrolling: boolean): void;
}

/** The second factor, asked for after the password; whoever has none yet sets it up here. */
export function SecondFactorPage({ enrolling, onEnrolling }: SecondFactorProps) {
  const { w } = useWords();
  const renew = useRenewSession();
  const show = useVerb('kernel.show-second-factor');
  const enter = async (code: string) => {
    const outcome = await show.run({ code });
    if (outcome.ok) await renew();
    else if (outcome.problem.code === 'no-second-factor') onEnrolling(true);
  };
  if (enrolling) {
    return (
      <LightPage title={w(words.enrolTitle)} foot={<SignOutLink />}>
        <EnrolFactor
          onDone={() => {
            onEnrolling(false);
            void renew();
          }}
        />
      </LightPage>
    );
  }
  return (
    <LightPage
      title={w(words.factorTitle)}
      about={w(words.factorAbout)}
      foot={
        <>
          <button type="button" className="k-link" onClick={() => onEnrolling(true)}>
            {w(words.notEnrolled)}
          </button>
          <SignOutLink />
        </>
      }
    >
      <LightForm
        submit={w(words.confirm)}
        running={show.running}
        problem={show.problem}
        onSend={({ code = '' }) => {
          void enter(code.replaceAll(/\s/g, ''));
        }}
      >
        <LightField name="code" title={w(words.code)} autoComplete="one-time-code" autoFocus />
      </LightForm>
    </LightPage>
  );
}
