import type { Problem } from '@opengoa/kernel/contract';
import { Button } from 'antd';
import { actOf } from '../room.ts';
import { useWords } from '../words/i18n.ts';
import { instant } from '../formatters.ts';
import { Icon } from '../frame/icon.tsx';
import { WhomToCall } from './whom-to-call.tsx';

/** The problem in the reader's language. */
export function useProblemWords(problem: Problem | undefined): string {
  const { language } = useWords();
  if (!problem) return '';
  return language === 'en' ? problem.messageEn || problem.message : problem.message;
}

/** What a refusal says can be done instead: names of verbs become their titles, other words stand as they are. */
export function PossibleInstead({ problem }: { readonly problem: Problem | undefined }) {
  const { t, w } = useWords();
  if (!problem?.possible?.length) return null;
  return (
    <p className="k-note">
      {t('possible')} {problem.possible.map((each) => w(actOf(each)?.title ?? each)).join('、')}
    </p>
  );
}

/** A refusal beside the button that was pressed: why, and what is possible. */
export function RefusalNote({
  problem,
  onClose,
}: {
  readonly problem: Problem | undefined;
  readonly onClose?: () => void;
}) {
  const { t } = useWords();
  const message = useProblemWords(problem);
  if (!problem) return null;
  return (
    <div className="k-refusal" role="alert">
      <Icon name="warning" />
      <div>
        <p>{message}</p>
        <PossibleInstead problem={problem} />
      </div>
      {onClose && (
        <button type="button" className="k-icon-button" aria-label={t('close')} onClick={onClose}>
          <Icon name="close" size={14} />
        </button>
      )}
    </div>
  );
}

/** A whole page or panel that is refused, not found, or cannot be read now. */
export function RefusedState({ problem, onAgain }: { readonly problem: Problem; readonly onAgain?: () => void }) {
  const { t } = useWords();
  const message = useProblemWords(problem);
  const closed = problem.status === 403 || problem.status === 401;
  return (
    <div className="k-state" role="alert">
      <Icon name={problem.status === 404 ? 'search' : 'warning'} size={28} />
      <h2>{problem.status === 404 ? t('notFound') : closed ? t('refused') : message}</h2>
      <p>{closed ? `${message} ${t('refusedDo')}` : problem.status === 404 ? message : null}</p>
      {problem.requestId && (
        <p className="k-faint">
          {t('requestId')} {problem.requestId}
        </p>
      )}
      <WhomToCall />
      {onAgain && !closed && problem.status !== 404 && <Button onClick={onAgain}>{t('retry')}</Button>}
    </div>
  );
}

/** What is shown is old, because asking again failed. */
export function StaleNote({ at, onAgain }: { readonly at: number; readonly onAgain: () => void }) {
  const { t, language } = useWords();
  return (
    <div className="k-stale" role="status">
      <Icon name="clock" size={16} />
      <span>{t('stale', { time: instant(new Date(at), language) })}</span>
      <button type="button" className="k-link" onClick={onAgain}>
        {t('retry')}
      </button>
    </div>
  );
}
