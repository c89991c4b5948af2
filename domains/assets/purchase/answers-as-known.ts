import { type Id, sql, type Tx } from '@opengoa/kernel';
import { bodyOf, factsBefore, type PastFact } from '../facts-before.ts';
import { MatchDeclined } from '../matches/contract.ts';
import { DeclineFollowed, IdleDeclined, IdleTaken, PurchaseWithdrawn } from './contract.ts';

/** What plans of purchase had said of idle things. */
export interface PastAnswers {
  /** Cards that a plan had taken. */
  readonly taken: ReadonlySet<Id>;
  /** By card the units that declined it with a reason which whoever is above agreed to. */
  readonly declinedBy: ReadonlyMap<Id, readonly Id[]>;
}

interface Answer {
  readonly id: Id;
  readonly purchase: Id;
  readonly card: Id;
  readonly unit: Id;
  readonly taken: boolean;
  readonly agreed: boolean;
  readonly match: Id | null;
}

/**
 * Answers as these facts leave them; one given anew takes the place of the former. Pure.
 * @param facts the oldest first, and all of them from the first on
 * @param stands whether an answer still stands in the ledger today: a plan that was withdrawn frees what it had put by, unless that was all it wanted
 */
export function answersFrom(facts: readonly PastFact[], stands: (answer: Id) => boolean): PastAnswers {
  const answers = new Map<string, Answer>();
  const change = (which: (answer: Answer) => boolean, to: Partial<Answer>) => {
    for (const [key, answer] of answers) if (which(answer)) answers.set(key, { ...answer, ...to });
  };
  for (const fact of facts) {
    const taken = bodyOf(IdleTaken, fact);
    const given = taken ?? bodyOf(IdleDeclined, fact);
    if (given) {
      const { answer: id, card, line } = given;
      const of = { id, purchase: fact.object, card, unit: fact.unit };
      answers.set(`${line} ${card}`, { ...of, taken: taken !== undefined, agreed: false, match: taken?.match ?? null });
    }
    const followed = bodyOf(DeclineFollowed, fact);
    if (followed) change(({ id }) => id === followed.answer, { agreed: followed.followed === 'agreed' });
    if (bodyOf(MatchDeclined, fact)) change(({ match }) => match === fact.object, { taken: false });
    if (bodyOf(PurchaseWithdrawn, fact))
      for (const [key, { purchase, taken: put, match, id }] of answers)
        if (purchase === fact.object && put && match === null && !stands(id)) answers.delete(key);
  }
  const all = [...answers.values()];
  const agreed = Map.groupBy(
    all.filter((answer) => answer.agreed),
    ({ card }) => card,
  );
  return {
    taken: new Set(all.flatMap((answer) => (answer.taken ? [answer.card] : []))),
    declinedBy: new Map([...agreed].map(([card, own]) => [card, [...new Set(own.map(({ unit }) => unit))]])),
  };
}

const kinds = [IdleTaken, IdleDeclined, DeclineFollowed, MatchDeclined, PurchaseWithdrawn] as const;

/** What plans of purchase had said of idle things, as the Record had told of it before an instant. */
export async function answersAsKnown(tx: Tx, before: Date): Promise<PastAnswers> {
  const standing = await tx.rows<{ id: Id }>(sql`select id from assets.match_answer where answer = 'taken'`);
  const ids = new Set(standing.map(({ id }) => id));
  return answersFrom(await factsBefore(tx, kinds, before), (answer) => ids.has(answer));
}
