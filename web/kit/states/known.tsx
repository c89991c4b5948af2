import type { ReactNode } from 'react';
import type { Known } from '../hooks/reads.ts';
import { RefusedState, StaleNote } from './refusal.tsx';
import { Skeleton } from './skeleton.tsx';

interface ShownProps<Answer> {
  readonly known: Known<Answer>;
  /** Lines of the skeleton: about the height of what comes. */
  readonly lines?: number;
  readonly children: (answer: Answer) => ReactNode;
}

/** Draws a read in each of its states: skeleton, refusal, the answer, and the answer with a note that it is old. */
export function Shown<Answer>({ known, lines = 6, children }: ShownProps<Answer>) {
  if (known.answer !== undefined) {
    return (
      <>
        {known.problem && <StaleNote at={known.at} onAgain={known.again} />}
        {children(known.answer)}
      </>
    );
  }
  if (known.problem) return <RefusedState problem={known.problem} onAgain={known.again} />;
  return known.loading ? <Skeleton lines={lines} /> : null;
}
