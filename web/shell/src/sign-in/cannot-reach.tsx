import type { Problem } from '@opengoa/kernel/contract';
import { useWords, WhomToCall } from '@opengoa/web-kit/light';
import { signInWords as words } from '../words.ts';
import { LightPage } from './light-page.tsx';

/** Not even the session could be asked for. */
export function CannotReach({ problem, onAgain }: { readonly problem: Problem; readonly onAgain: () => void }) {
  const { w, language } = useWords();
  return (
    <LightPage title={w(words.cannotReach)} about={language === 'en' ? problem.messageEn : problem.message}>
      <button type="button" className="k-button" onClick={onAgain}>
        {w(words.retry)}
      </button>
      <WhomToCall />
    </LightPage>
  );
}
