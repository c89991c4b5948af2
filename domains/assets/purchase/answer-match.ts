import { type Context, type Id, newId, notFound, refuse, type Refusal, sql, type Tx } from '@opengoa/kernel';
import type { Match } from './contract.ts';
import { gone, lookAgain, matchesOf } from './matches.ts';
import { linesOf, type LineRow } from './purchase-store.ts';
import { endTask, lockPurchase, openTask, type Purchase, purchaseMoves } from './purchase.ts';
import { purchaseStates } from './words.zh.ts';

/** What the answer to one idle thing is decided from. */
export interface KnownMatch {
  readonly id: Id;
  readonly purchase: Purchase;
  readonly line: LineRow | undefined;
  readonly match: Match | undefined;
  /** Who was asked to look again, where this is the last answer that was to be given anew. */
  readonly again: { readonly id: Id } | undefined;
}

export async function loadMatch(
  tx: Tx,
  { purchase: asked, line: lineId, card }: { readonly purchase: Id; readonly line: Id; readonly card: Id },
  context: Context,
): Promise<KnownMatch> {
  const purchase = await lockPurchase(tx, asked);
  // Two plans that want the same thing come one after the other.
  await tx.rows(sql`select from assets.idle_listing where card_id = ${card} for update`);
  const lines = await linesOf(tx, asked);
  const line = lines.find((each) => each.id === lineId);
  const matches = await matchesOf(tx, purchase, lines, context);
  const match = matches.get(lineId)?.find((each) => each.card === card);
  const left = [...matches.values()].flat().filter((each) => lookAgain(each) && each !== match);
  return {
    id: newId(),
    purchase,
    line,
    match,
    again: match && lookAgain(match) && left.length === 0 ? await openTask(tx, asked, 'assets.look-again') : undefined,
  };
}

/** Why a match cannot be answered now; nothing when it can. */
export function matchRefusal({ purchase, line, match }: KnownMatch, verb: string): Refusal | undefined {
  const closed = purchaseMoves.refusal(purchase.state, verb);
  if (closed) return closed;
  if (!line) return notFound();
  if (!match || (match.state === gone && verb === 'assets.take-idle'))
    return refuse('thing-not-idle', {}, { status: 409 });
  if (lookAgain(match)) return undefined;
  // Once it was sent on, only what is asked anew is answered.
  if (purchase.state !== 'planned')
    return refuse('not-now', { state: purchaseStates[purchase.state] }, { status: 409 });
  if (match.answer !== null) return refuse('match-answered', {}, { status: 409 });
  return undefined;
}

/** The task to look again ends with the last answer that was asked for. */
export const endLookAgain = ({ purchase, again }: KnownMatch, context: Context) =>
  endTask(purchase, again, 'done', context);

export const answeredOf = ({ id, line, match }: KnownMatch, quantity: number) => ({
  answer: id,
  line: line!.id,
  card: match!.card,
  cardUnit: match!.unit,
  cardNumber: match!.number,
  cardName: match!.name,
  quantity,
  valueFen: match!.valueFen,
});
