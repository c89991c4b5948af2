import { day, instant, shanghaiParts } from '../formatters.ts';
import { useRead } from '../hooks/reads.ts';
import { factWords } from '../room.ts';
import { Shown } from '../states/known.tsx';
import { useWords } from '../words/i18n.ts';
import type { Words } from '@opengoa/kernel/contract';

/** One fact of an object's history, as `kernel.timeline` gives it. */
export interface TimelineFact {
  readonly id: string;
  readonly type: string;
  readonly title?: Words | string | null;
  readonly at: string;
  readonly person?: string | null;
  /** The post held then. */
  readonly post?: string | null;
  readonly unit?: string | null;
  readonly standInFor?: string | null;
  readonly why?: string | null;
  /** One sentence of what happened, where the room words it. */
  readonly says?: Words | string | null;
  readonly seq?: number | null;
}

/** What has happened to an object, from the Record, newest first. */
export function Timeline({ kind, id }: { readonly kind: string; readonly id: string }) {
  const known = useRead<{ facts: readonly TimelineFact[] }>('kernel.timeline', { kind, id });
  return (
    <Shown known={known} lines={6}>
      {(answer) => <TimelineFacts facts={answer.facts} />}
    </Shown>
  );
}

/** Facts already at hand, drawn as a timeline. */
export function TimelineFacts({ facts }: { readonly facts: readonly TimelineFact[] }) {
  const { t, w, language } = useWords();
  if (facts.length === 0) return <p className="k-faint">{t('timelineEmpty')}</p>;
  return (
    <ol className="k-timeline">
      {facts.map((fact) => (
        <li key={fact.id}>
          <time dateTime={fact.at} title={instant(fact.at, language)}>
            {day(shanghaiParts(fact.at)?.day, language)} {shanghaiParts(fact.at)?.clock.slice(0, 5)}
          </time>
          <div>
            <strong>{w(fact.title ?? factWords(fact.type) ?? fact.type)}</strong>
            <span className="k-faint">
              {' '}
              {[fact.person, fact.post, fact.unit].filter(Boolean).join(' · ')}
              {fact.standInFor && ` (${t('deputy')} ${fact.standInFor})`}
            </span>
            {fact.says && <p>{w(fact.says)}</p>}
            {fact.why && <p className="k-quote">{fact.why}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
