import type { Words } from '@opengoa/kernel/contract';
import { useEffect, type ReactNode } from 'react';
import { useWords } from '../words/i18n.ts';

interface PageProps {
  readonly title: Words | string;
  /** A tag beside the title, one sentence under it. */
  readonly tag?: ReactNode;
  readonly about?: Words | string;
  /** Top right: one primary act, the rest under 更多. */
  readonly acts?: ReactNode;
  readonly children: ReactNode;
  /** Uses the whole width without a limit of line length (boards, charts). */
  readonly wide?: boolean;
  /** As high as the window, scrolling inside (ledgers, boards). */
  readonly fill?: boolean;
}

/** A page with its title; also the title of the browser's tab. */
export function Page({ title, tag, about, acts, children, wide = true, fill = false }: PageProps) {
  const { w } = useWords();
  const text = w(title);
  useEffect(() => {
    document.title = `${text} · OpenGOA`;
  }, [text]);
  return (
    <div className={`k-page${wide ? '' : ' k-page-narrow'}${fill ? ' k-page-fill' : ''}`}>
      <header className="k-page-head">
        <div>
          <h1>
            {text} {tag}
          </h1>
          {about && <p className="k-faint">{w(about)}</p>}
        </div>
        {acts && <div className="k-page-acts">{acts}</div>}
      </header>
      {children}
    </div>
  );
}

/** A titled part of a page. */
export function Section({
  title,
  acts,
  children,
}: {
  readonly title?: Words | string;
  readonly acts?: ReactNode;
  readonly children: ReactNode;
}) {
  const { w } = useWords();
  return (
    <section className="k-section">
      {(title || acts) && (
        <div className="k-section-head">
          {title && <h2>{w(title)}</h2>}
          {acts}
        </div>
      )}
      {children}
    </section>
  );
}

export interface Pair {
  readonly term: Words | string;
  readonly value: ReactNode;
  readonly wide?: boolean;
  /** As high as the window, scrolling inside (ledgers, boards). */
  readonly fill?: boolean;
}

/** Names and values of a thing, in as many columns as fit. */
export function Pairs({ pairs }: { readonly pairs: readonly Pair[] }) {
  const { w } = useWords();
  return (
    <dl className="k-pairs">
      {pairs.map((pair) => (
        <div key={w(pair.term)} className={pair.wide ? 'k-pair k-pair-wide' : 'k-pair'}>
          <dt>{w(pair.term)}</dt>
          <dd>{pair.value}</dd>
        </div>
      ))}
    </dl>
  );
}
