import { type Context, type Id, refuse, type Refusal, type Words } from '@opengoa/kernel';
import { check, explain } from '@opengoa/kernel/standards';
import type { Card } from '../cards/card.ts';
import type { ProposeDisposal } from './contract.ts';
import { manners } from './words.zh.ts';

/** Whole years between two days. */
export function yearsBetween(from: string, to: string): number {
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4));
  return to.slice(5) < from.slice(5) ? years - 1 : years;
}

const listed = (id: string, unit: Id, { standards, today, organisation }: Context): readonly string[] => {
  const found = standards.valueOn(id, today, organisation.place(unit));
  return found.found && Array.isArray(found.value) ? (found.value as string[]) : [];
};

/**
 * What the rules say to a disposal: scrapping names a ground that the regulation knows; age counts only beside unfitness and only when it is reached;
 * what is scrapped before its fewest years of use needs a certificate; what is sold needs an appraisal. Only what is confirmed stops it.
 * @param equipment item of the standard of equipment for each card, where it is one
 * @returns a refusal, or what is kept with the proposal as notices
 */
export function judgeDisposal(
  cards: readonly Card[],
  equipment: ReadonlyMap<Id, string>,
  { manner, grounds, why, certificate, appraisal, appraisalFen, recipient }: ProposeDisposal,
  context: Context,
): Refusal | readonly Words[] {
  const { unit } = cards[0]!;
  if (listed('assets.appraisal-needed', unit, context).includes(manner) && (appraisal === '' || appraisalFen === null))
    return refuse('appraisal-wanted', { manner: manners[manner] });
  if ((manner === 'donate' || manner === 'allocate') && recipient === '') return refuse('recipient-wanted');
  if (manner !== 'scrap') return [];
  const known = listed('assets.scrap-grounds', unit, context);
  if (!grounds.some((ground) => known.includes(ground))) return refuse('ground-wanted');
  if (grounds.includes('over-age') && why === '') return refuse('age-alone');
  const notices: Words[] = [];
  for (const card of cards) {
    const verdict = ageVerdict(card, equipment.get(card.id), context);
    if (!verdict || verdict.outcome === 'ok') continue;
    const { number, name } = card;
    const told = explain(verdict);
    const onlyAge = grounds.every((ground) => ground === 'over-age');
    if (verdict.outcome !== 'block') notices.push(told);
    else if (onlyAge) return refuse('under-age', { number, name, why: told });
    else if (grounds.includes('obsolete') && certificate === '') return refuse('certificate-wanted', { number, name });
    else notices.push(told);
  }
  return [...new Map(notices.map((each) => [each.zh, each])).values()].slice(0, 20);
}

/** Its age beside the fewest years of use of its item; nothing where no standard names it. */
function ageVerdict({ unit, acquiredOn }: Card, item: string | undefined, context: Context) {
  if (item === undefined) return undefined;
  const { standards, today, organisation } = context;
  const years = standards.valueOn('assets.equipment-years', today, organisation.place(unit), { item });
  return years.found ? check(years, yearsBetween(acquiredOn, today)) : undefined;
}
