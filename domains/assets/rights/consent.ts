import type { Context, Id, Words } from '@opengoa/kernel';
import type { Card } from '../cards/card.ts';
import { heirOf, type LastRight } from './right.ts';

/** Whose consent a disposal asks for: somebody with whom the right of disposal of these cards stands registered. */
export interface Consent {
  readonly holder: string;
  readonly cards: number;
}

/**
 * Holders of registered rights of disposal who are not the unit that proposes, each with how many of the cards; nothing where none is registered.
 * @param last the last entry of the right of disposal by card
 */
export function consentsOf(
  cards: readonly Card[],
  last: ReadonlyMap<Id, LastRight>,
  context: Pick<Context, 'organisation'>,
): readonly Consent[] {
  const found = new Map<string, number>();
  for (const { id, unit } of cards) {
    const right = last.get(id);
    if (!right || right.to !== null) continue;
    const heir = right.holderUnit === null ? null : heirOf(right.holderUnit, context);
    if (heir === unit) continue;
    const since = heir === null || heir === right.holderUnit ? undefined : context.organisation.unit(heir)?.name;
    const holder = since === undefined ? right.holder : `${right.holder}（现${since}）`;
    found.set(holder, (found.get(holder) ?? 0) + 1);
  }
  return [...found].map(([holder, count]) => ({ holder, cards: count }));
}

/** Said on the proposal; it stops nothing. */
export const consentNotices = (consents: readonly Consent[]): readonly Words[] =>
  consents.map(({ holder, cards }) => ({
    zh: `${cards} 项资产的处置权登记在“${holder}”，请附其同意意见。`,
    en: `The right to dispose of ${cards} is registered to “${holder}”: bring its consent.`,
  }));
