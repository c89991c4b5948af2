import { type Result, useVerb, useWords } from '@opengoa/web-kit/light';
import { lazy, Suspense, useState } from 'react';
import { signInWords as words } from '../words.ts';
import { LightField, LightForm } from './light-form.tsx';

type Offered = Result<'kernel.enrol-second-factor'>;

const QR_PX = 200;
/** Asked for when there is something to draw: most people sign in without it. */
const DrawnCode = lazy(async () => ({ default: (await import('../qr/drawn-code.tsx')).DrawnCode }));

/** Setting up the second factor: the code to scan, the first digits back, the recovery codes once. */
export function EnrolFactor({ onDone }: { readonly onDone: () => void }) {
  const { w } = useWords();
  const enrol = useVerb('kernel.enrol-second-factor');
  const confirm = useVerb('kernel.confirm-second-factor');
  const [offered, setOffered] = useState<Offered>();
  const [codes, setCodes] = useState<readonly string[]>();

  if (codes) {
    return (
      <div>
        <h2>{w(words.recovery)}</h2>
        <p className="k-faint">{w(words.recoveryAbout)}</p>
        <ol className="s-codes">
          {codes.map((code) => (
            <li key={code}>{code}</li>
          ))}
        </ol>
        <button type="button" className="k-button k-button-primary" onClick={onDone}>
          {w(words.recoveryKept)}
        </button>
      </div>
    );
  }
  if (!offered) {
    return (
      <LightForm
        submit={w(words.enrolStart)}
        running={enrol.running}
        problem={enrol.problem}
        onSend={() => void enrol.run({}).then((outcome) => outcome.ok && setOffered(outcome.answer.result))}
      >
        <p>{w(words.enrolAbout)}</p>
      </LightForm>
    );
  }
  return (
    <LightForm
      submit={w(words.confirm)}
      running={confirm.running}
      problem={confirm.problem}
      onSend={({ code = '' }) =>
        void confirm
          .run({ code: code.replaceAll(/\s/g, '') })
          .then((outcome) => outcome.ok && setCodes(outcome.answer.result?.recoveryCodes ?? []))
      }
    >
      <div className="s-qr">
        <Suspense>
          <DrawnCode text={offered.uri} label={w(words.enrolTitle)} px={QR_PX} />
        </Suspense>
      </div>
      <p className="k-faint">
        {w(words.enrolKey)} <code className="s-key">{offered.secret}</code>
      </p>
      <LightField name="code" title={w(words.code)} autoComplete="one-time-code" numeric autoFocus />
    </LightForm>
  );
}
