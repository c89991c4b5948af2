import type { Session } from '@opengoa/kernel/contract';
import { useQueryClient } from '@tanstack/react-query';
import { SESSION_KEY } from '../hooks/session.ts';
import { useWords } from '../words/i18n.ts';

const KEPT = 'opengoa.desk';

interface Desk {
  readonly name: string;
  readonly phone: string;
  readonly hours: string;
}

/** What was told last: when the network is away, the number is wanted most. */
function keptDesk(): Desk | null {
  try {
    return JSON.parse(localStorage.getItem(KEPT) ?? 'null') as Desk | null;
  } catch {
    return null;
  }
}

/** In every state of error: the office that answers, and its number. Where none is kept, who keeps the system. */
export function WhomToCall() {
  const { t, w } = useWords();
  // Only looked at: to ask for the session here would ask again each time that asking fails.
  const told = useQueryClient().getQueryData<Session>(SESSION_KEY)?.desk;
  if (told) localStorage.setItem(KEPT, JSON.stringify(told));
  const desk = told ?? keptDesk();
  if (!desk) return <p className="k-faint">{t('callOfficer')}</p>;
  return (
    <p className="k-call">
      {w({ zh: '还不行？请找', en: 'Still stuck? Call' })} <strong>{desk.name}</strong>{' '}
      <a className="k-link" href={`tel:${desk.phone.replaceAll(/[^0-9+]/g, '')}`}>
        {desk.phone}
      </a>{' '}
      {desk.hours}
    </p>
  );
}
