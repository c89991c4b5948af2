import type { Id, Tx } from '@opengoa/kernel';
import { bodyOf, factsBefore, type PastFact } from '../facts-before.ts';
import { MatchDeclined } from '../matches/contract.ts';
import {
  DeliveryAccepted,
  IdleTaken,
  InquiryLinked,
  PurchaseApproved,
  PurchaseAsked,
  PurchasePlanned,
  PurchaseRefused,
  type PurchaseState,
  PurchaseWithdrawn,
} from './contract.ts';

/** A plan of purchase as facts leave it. Money in fen. */
export interface PastPurchase {
  readonly id: Id;
  readonly unit: Id;
  readonly number: string;
  readonly plannedAt: Date;
  readonly state: PurchaseState;
  /** Of what is still to be bought. */
  readonly totalFen: number;
  /** Of the inquiry that it was linked to. */
  readonly agreedFen: number | null;
  /** Of its first line. */
  readonly name: string;
  readonly class: string;
}

interface Going extends PastPurchase {
  readonly prices: ReadonlyMap<Id, number>;
  /** What was taken by a match, by the match. */
  readonly byMatch: ReadonlyMap<Id, number>;
}

/**
 * Plans of purchase as these facts leave them, in the order in which they were planned. Pure.
 * @param facts the oldest first, and all of them from the first on
 */
export function purchasesFrom(facts: readonly PastFact[]): PastPurchase[] {
  const plans = new Map<Id, Going>();
  for (const fact of facts) {
    const planned = bodyOf(PurchasePlanned, fact);
    if (planned) {
      const { number, totalFen, lines } = planned;
      plans.set(fact.object, {
        id: fact.object,
        unit: fact.unit,
        number,
        plannedAt: fact.at,
        state: 'planned',
        totalFen,
        agreedFen: null,
        name: lines[0]?.name ?? '',
        class: lines[0]?.class ?? '',
        prices: new Map(lines.map(({ id, priceFen }) => [id, priceFen])),
        byMatch: new Map(),
      });
    }
    // The giver keeps it: a plan that is still being made wants the piece again.
    if (bodyOf(MatchDeclined, fact))
      for (const plan of plans.values())
        if (plan.state === 'planned' && plan.byMatch.has(fact.object))
          plans.set(plan.id, { ...plan, totalFen: plan.totalFen + plan.byMatch.get(fact.object)! });
    const plan = plans.get(fact.object);
    if (plan) plans.set(plan.id, { ...plan, ...turned(plan, fact) });
  }
  return [...plans.values()].toSorted(
    (a, b) => a.plannedAt.getTime() - b.plannedAt.getTime() || (a.id < b.id ? -1 : 1),
  );
}

/** What a fact of its own makes of a plan. */
function turned(plan: Going, fact: PastFact): Partial<Going> {
  const taken = bodyOf(IdleTaken, fact);
  if (taken) {
    const fen = (plan.prices.get(taken.line) ?? 0) * taken.quantity;
    const byMatch = taken.match === null ? plan.byMatch : new Map([...plan.byMatch, [taken.match, fen]]);
    return { totalFen: plan.totalFen - fen, byMatch };
  }
  const linked = bodyOf(InquiryLinked, fact);
  if (linked) return { agreedFen: linked.agreedFen };
  const delivered = bodyOf(DeliveryAccepted, fact);
  if (delivered) return { state: delivered.last ? 'received' : 'approved' };
  if (bodyOf(PurchaseAsked, fact)) return { state: 'asked' };
  if (bodyOf(PurchaseApproved, fact)) return { state: 'approved' };
  if (bodyOf(PurchaseRefused, fact)) return { state: 'refused' };
  if (bodyOf(PurchaseWithdrawn, fact)) return { state: 'withdrawn' };
  return {};
}

const kinds = [
  PurchasePlanned,
  PurchaseAsked,
  PurchaseApproved,
  PurchaseRefused,
  PurchaseWithdrawn,
  InquiryLinked,
  DeliveryAccepted,
  IdleTaken,
  MatchDeclined,
] as const;

/** Every plan of purchase as the Record had told of it before an instant. */
export const purchasesAsKnown = async (tx: Tx, before: Date): Promise<readonly PastPurchase[]> =>
  purchasesFrom(await factsBefore(tx, kinds, before));
