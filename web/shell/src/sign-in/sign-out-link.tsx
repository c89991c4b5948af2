import { run, useRenewSession, useWords } from '@opengoa/web-kit/light';
import { signInWords as words } from '../words.ts';

/** The way out of a page that asks for one thing more. */
export function SignOutLink() {
  const { w } = useWords();
  const renew = useRenewSession();
  return (
    <button type="button" className="k-link" onClick={() => void run('kernel.sign-out', {}).then(renew, renew)}>
      {w(words.signOut)}
    </button>
  );
}
