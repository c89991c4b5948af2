import type { Words } from '@opengoa/kernel/contract';
import { useState, type ReactNode } from 'react';
import { ActButtons } from '../acts/act-buttons.tsx';
import { due, instant } from '../formatters.ts';
import { Page, Section } from '../frame/page.tsx';
import { StatusTag, type Tone } from '../frame/status-tag.tsx';
import { Tabs, type Tab } from '../frame/tabs.tsx';
import { useWay, withQuery } from '../frame/way.tsx';
import type { ActObject } from '../room.ts';
import { Talk } from '../talk/talk.tsx';
import { Timeline } from '../timeline/timeline.tsx';
import { useWords } from '../words/i18n.ts';

export interface ThingFigure {
  readonly title: Words | string;
  /** Usually a `<Figure>`. */
  readonly value: ReactNode;
  readonly note?: ReactNode;
}

export interface ThingPageProps {
  /** The object's id, as facts carry it. */
  readonly id: string;
  /** What it is. */
  readonly title: Words | string;
  readonly status?: { readonly tone: Tone; readonly words: Words | string };
  /** One sentence that says it all. */
  readonly summary?: ReactNode;
  /** Who holds it, and until when. */
  readonly holder?: string | readonly string[] | null | undefined;
  readonly dueAt?: string | null | undefined;
  /** What you may do: from the answer. */
  readonly may?: readonly string[] | undefined;
  readonly object?: ActObject;
  /** The three figures that matter. */
  readonly figures?: readonly ThingFigure[];
  /** Kind of the thing, as its facts name it: with it, people talk beside it. */
  readonly talk?: string;
  /** The first tab is open first; a last tab 经过 is added when there are tabs. */
  readonly tabs?: readonly Tab[];
  readonly children?: ReactNode;
  /** Next dates, QR, neighbours. */
  readonly rail?: ReactNode;
}

/** A page of one thing with its four corners: what it is, who holds it and until when, what you may do, what has happened. */
export function ThingPage({
  id,
  title,
  status,
  summary,
  holder,
  dueAt,
  may,
  object,
  figures,
  talk,
  tabs,
  children,
  rail,
}: ThingPageProps) {
  const { t, w, language } = useWords();
  const way = useWay();
  const [now] = useState(() => new Date());
  const late = dueAt ? new Date(dueAt) < now : false;
  const holders = typeof holder === 'string' ? holder : holder?.join('、');
  const history = <Timeline id={id} />;
  const comments = talk === undefined ? null : <Talk kind={talk} id={id} />;
  return (
    <Page
      title={title}
      tag={status && <StatusTag tone={status.tone}>{w(status.words)}</StatusTag>}
      acts={<ActButtons may={may} object={object ?? { id }} keys />}
    >
      <div className="k-thing">
        <div className="k-thing-main">
          {(summary || holder !== undefined || dueAt) && (
            <div className="k-thing-head">
              {summary && <p className="k-summary">{summary}</p>}
              {(holder !== undefined || dueAt) && (
                <p className="k-holder">
                  {holder !== undefined && (
                    <span>
                      {t('holder')} <strong>{holders || t('nobodyHolds')}</strong>
                    </span>
                  )}
                  {dueAt && (
                    <span className={late ? 'k-late' : undefined} title={instant(dueAt, language)}>
                      {t('dueAt')} {instant(dueAt, language)} · {due(dueAt, now, language)}
                    </span>
                  )}
                </p>
              )}
            </div>
          )}
          {figures && figures.length > 0 && (
            <div className="k-figures">
              {figures.map((figure) => (
                <div key={w(figure.title)}>
                  <span className="k-faint">{w(figure.title)}</span>
                  <div className="k-figures-value">{figure.value}</div>
                  {figure.note && <span className="k-faint">{figure.note}</span>}
                </div>
              ))}
            </div>
          )}
          {tabs && tabs.length > 0 ? (
            <Tabs
              tabs={[
                ...tabs,
                ...(comments === null
                  ? []
                  : [{ key: 'talk', title: w({ zh: '讨论', en: 'Comments' }), content: comments }]),
                { key: 'timeline', title: t('timeline'), content: history },
              ]}
              open={way.query['tab'] ?? tabs[0]?.key ?? ''}
              onOpen={(key) => way.go(withQuery(way, { tab: key }), { replace: true })}
            />
          ) : (
            <>
              {children}
              {comments}
              <Section title={t('timeline')}>{history}</Section>
            </>
          )}
        </div>
        {rail && <aside className="k-rail">{rail}</aside>}
      </div>
    </Page>
  );
}
