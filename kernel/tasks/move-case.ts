import type { Context } from '../context.ts';
import type { FactDraft } from '../fact-type.ts';
import { isRefusal, notFound, type Refusal } from '../refusal.ts';
import type { CaseAct, CaseMove, CaseRow } from './cases.ts';

/**
 * Moves the case that decides on a thing by one act; where that ends it, the thing moves with it.
 *
 * @param closed why the state of the thing lets nobody decide now
 * @param whenEnded what follows for the thing, with the opinion that was said
 */
export function moveCaseOf(
  closed: Refusal | undefined,
  row: CaseRow | undefined,
  act: CaseAct,
  { cases }: Pick<Context, 'cases'>,
  whenEnded: (ended: NonNullable<CaseMove['ended']>, opinion: string) => readonly FactDraft[],
): Refusal | FactDraft[] {
  if (closed) return closed;
  if (!row) return notFound();
  const moved = cases.act(row, act);
  if (isRefusal(moved)) return moved;
  if (moved.ended === null) return [...moved.facts];
  return [...moved.facts, ...whenEnded(moved.ended, ('opinion' in act ? act.opinion : undefined) ?? '')];
}
