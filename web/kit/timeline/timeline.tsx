import type { Answer } from '../client/door-types.ts';
import { day, instant, shanghaiParts } from '../formatters.ts';
import { useRead } from '../hooks/reads.ts';
import { factWords } from '../room.ts';
import { StatusTag } from '../frame/status-tag.tsx';
import { Shown } from '../states/known.tsx';
import { useWords } from '../words/i18n.ts';

/** One fact of an object's history. */
export type TimelineFact = Answer<'kernel.timeline'>['entries'][number];

/** What has happened to an object, from the Record. */
export function Timeline({ id }: { readonly id: string }) {
  const known = useRead('kernel.timeline', { object: id });
  return (
    <Shown known={known} lines={6}>
      {(answer) => <TimelineFacts facts={answer.entries} />}
    </Shown>
  );
}

/** Facts already at hand, drawn as a timeline, the latest first. */
export function TimelineFacts({ facts }: { readonly facts: readonly TimelineFact[] }) {
  const { t, w, language } = useWords();
  if (facts.length === 0) return <p className="k-faint">{t('timelineEmpty')}</p>;
  const latestFirst = facts.toSorted((a, b) => b.at.localeCompare(a.at) || b.id.localeCompare(a.id));
  return (
    <ol className="k-timeline">
      {latestFirst.map((fact) => (
        <li key={fact.id}>
          <time dateTime={fact.at} title={instant(fact.at, language)}>
            {day(shanghaiParts(fact.at)?.day, language)} {shanghaiParts(fact.at)?.clock.slice(0, 5)}
          </time>
          <div>
            <strong>{w(factWords(fact.type) ?? fact.type)}</strong>{' '}
            {fact.outcome === 'refused' && <StatusTag tone="refused">{t('wasRefused')}</StatusTag>}{' '}
            <span className="k-faint">
              {[fact.who ?? t('byProgram'), fact.post].filter(Boolean).join(' · ')}
              {fact.standInFor && ` (${t('deputy')} ${fact.standInFor})`}
            </span>
            {fact.why && <p className="k-quote">{fact.why}</p>}
          </div>
        </li>
      ))}
    </ol>
  );
}
