/** Which steps a case will go through, told before it is sent: 需何科长审批，因距离 126 超过 100。 */
import type { Words } from '../words.ts';
import type { Start } from './act.ts';
import { termValueFor, type Case, type StepsWorld, type Via } from './case.ts';
import { holds, whyWords } from './condition.ts';
import { stepsOf, wayTo, type Definition, type Mode, type PersonId } from './definition.ts';
import { findHolders } from './holders.ts';

export type StepAhead = {
  readonly step: string;
  readonly title: Words;
  /** `maybe`: an attribute is not known yet. */
  readonly will: 'yes' | 'no' | 'maybe';
  readonly mode: Mode;
  /** Who would hold it today; empty means that nobody is found and the case could not be sent. */
  readonly holders: readonly { readonly person: PersonId; readonly via: Via }[];
  /** Why it is walked, where it has a condition. */
  readonly why: readonly Words[];
};

/**
 * Foretells the path.
 * @param start as for `openCase`; attributes may still be incomplete
 */
export function explainPath(
  definition: Definition,
  start: Omit<Start, 'id'>,
  now: Date,
  world: StepsWorld,
): StepAhead[] {
  const of: Case = {
    id: '',
    definition: { id: definition.id, hash: definition.hash },
    ...start,
    place: [...start.place],
    attributes: { ...start.attributes },
    day: world.calendar.dayOf(now),
    status: 'open',
    withAsker: null,
    round: 1,
    keys: 0,
    nodes: {},
    history: [],
  };
  const valueOf = termValueFor(of, world.standards);
  const nameOf = (attribute: string): Words =>
    definition.attributes[attribute]?.title ?? { zh: attribute, en: attribute };
  const foreseen = new Map<string, readonly PersonId[]>();
  const ahead: StepAhead[] = [];
  for (const step of stepsOf(definition.root)) {
    const conditions = wayTo(definition.root, step.id).flatMap(({ when }) => (when ? [when] : []));
    const judged = conditions.map((when) => holds(when, of.attributes, valueOf));
    let will: StepAhead['will'] = judged.includes(false) ? 'no' : judged.includes(undefined) ? 'maybe' : 'yes';
    if (step.unlessDecided) {
      if (ahead.some((other) => other.will === 'yes')) continue;
      will = ahead.some((other) => other.will === 'maybe') ? 'maybe' : 'yes';
    }
    const holders =
      will === 'no'
        ? []
        : findHolders(
            step.holders,
            step.mode,
            definition.fallback,
            of,
            world,
            (earlier) => foreseen.get(earlier) ?? [],
          );
    foreseen.set(step.id, holders.map(({ person }) => person).slice(0, step.mode === 'any' ? 1 : undefined));
    ahead.push({
      step: step.id,
      title: step.title,
      will,
      mode: step.mode,
      holders,
      why: will === 'no' ? [] : conditions.flatMap((when) => whyWords(when, of.attributes, valueOf, nameOf)),
    });
  }
  return ahead;
}
