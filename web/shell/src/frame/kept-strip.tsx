import { instant, Sheet, titleOf, useKeptActs, useSendKept, useWords } from '@opengoa/web-kit';
import { Button } from 'antd';
import { useState } from 'react';
import { keptWords as words } from './kept-words.ts';

/** What was pressed without a network: how many wait, what they are, and which the server refused. */
export function KeptStrip() {
  const { w, language } = useWords();
  const kept = useKeptActs();
  useSendKept(kept);
  const [shown, setShown] = useState(false);
  const { acts } = kept;
  const refused = acts.filter(({ refused: why }) => why).length;
  if (acts.length === 0) return null;
  return (
    <div className="k-stale f-strip f-kept" role="status">
      <span>
        {w(words.waiting).replace('{n}', String(acts.length - refused))}
        {refused > 0 && ` · ${w(words.refused).replace('{n}', String(refused))}`}
      </span>
      <button type="button" className="k-link" onClick={() => setShown(true)}>
        {w(words.show)}
      </button>
      {shown && (
        <Sheet kind="middle" title={w(words.title)} onClose={() => setShown(false)}>
          <p className="k-faint">{w(words.about)}</p>
          <ol className="f-kept-list">
            {acts.map((act) => (
              <li key={act.key}>
                <strong>{titleOf(act)}</strong> <span className="k-faint">{instant(act.at, language)}</span>
                {act.refused && <p role="alert">{language === 'en' ? act.refused.messageEn : act.refused.message}</p>}
                {act.refused && <Button onClick={() => kept.drop(act.key)}>{w(words.drop)}</Button>}
              </li>
            ))}
          </ol>
          <Button type="primary" onClick={() => kept.sendNow()}>
            {w(words.send)}
          </Button>
        </Sheet>
      )}
    </div>
  );
}
