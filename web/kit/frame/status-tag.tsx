import type { ReactNode } from 'react';

/** red only for overdue or refused, amber for 待核实, green only for done, blue for under way, grey for the rest. */
export type Tone = 'plain' | 'busy' | 'check' | 'done' | 'refused';

const mark: Readonly<Record<Tone, string>> = { plain: '○', busy: '◐', check: '△', done: '✓', refused: '!' };

/** A state in words with a mark, so that colour never speaks alone. */
export function StatusTag({ tone = 'plain', children }: { readonly tone?: Tone; readonly children: ReactNode }) {
  return (
    <span className={`k-tag k-tag-${tone}`}>
      <span aria-hidden="true">{mark[tone]}</span> {children}
    </span>
  );
}
