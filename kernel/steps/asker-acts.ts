/** What the asker may do: take the case back, hurry it, send it again. */
import { runOf, tasksOf, wrongAttribute, type StepFact } from './case.ts';
import type { Attributes } from './condition.ts';
import type { PersonId } from './definition.ts';
import { advance, end, Halt, note, type Work } from './work.ts';

/** What anybody may say with an act. */
export type Said = { readonly opinion?: string; readonly papers?: readonly string[] };

export const saidOf = ({ opinion, papers }: Said): Pick<StepFact, 'opinion' | 'papers'> => ({
  ...(opinion === undefined ? {} : { opinion }),
  ...(papers === undefined ? {} : { papers: [...papers] }),
});

/** The asker, or somebody standing in for them: that is no approval, so it is allowed. */
function asAsker(work: Work, by: PersonId): Pick<StepFact, 'by' | 'standingInFor'> {
  const { asker } = work.of;
  if (by === asker) return { by };
  if (work.world.standInsFor(asker).includes(by)) return { by, standingInFor: asker };
  throw new Halt('not-the-asker', {}, 403);
}

export function withdraw(work: Work, given: Said & { by: PersonId }): void {
  asAsker(work, given.by);
  const decided = Object.keys(work.of.nodes).some((id) =>
    runOf(work.of, id)?.sittings.some(({ seats }) => seats.some((seat) => seat.decided)),
  );
  if (decided && work.definition.withdraw === 'before-first-decision') throw new Halt('already-decided');
  for (const { key } of tasksOf(work.definition, work.of)) work.reasons.set(key, { why: 'withdrawn', by: given.by });
  const { by, ...standing } = asAsker(work, given.by);
  end(work, 'withdrawn', by, { ...standing, ...saidOf(given) });
}

export function urge(work: Work, given: Said & { by: PersonId }): void {
  const who = asAsker(work, given.by);
  if (work.of.withAsker) throw new Halt('with-asker');
  const today = work.world.calendar.dayOf(work.now);
  const last = work.of.history.findLast(({ kind }) => kind === 'urged');
  if (last && work.world.calendar.dayOf(new Date(last.at)) === today) throw new Halt('urged-today', {}, 429);
  const tasks = tasksOf(work.definition, work.of);
  for (const { key } of tasks) work.reminded.set(key, 'urged');
  note(work, { kind: 'urged', ...who, to: tasks.map(({ person }) => person), ...saidOf(given) });
}

export function resubmit(work: Work, given: Said & { by: PersonId; attributes?: Attributes }): void {
  const who = asAsker(work, given.by);
  const { of } = work;
  if (!of.withAsker) throw new Halt('not-with-asker');
  const attributes = { ...of.attributes, ...given.attributes };
  const wrong = wrongAttribute(work.definition, attributes);
  if (wrong) throw new Halt('bad-attributes', wrong, 422);
  work.reasons.set(of.withAsker, { why: 'resubmitted', by: given.by });
  of.attributes = attributes;
  of.withAsker = null;
  of.round += 1;
  of.day = work.world.calendar.dayOf(work.now);
  note(work, { kind: 'resubmitted', ...who, ...saidOf(given) });
  advance(work);
}
