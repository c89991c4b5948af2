import { type CaseAct, type CaseRow, type Context, type Id, lockCase, moveCaseOf, type Tx } from '@opengoa/kernel';
import { MatchApproved, MatchDeclined } from './contract.ts';
import { matchMoves, matchOf } from './demand.ts';
import { lockMatch, type Match } from './match-store.ts';

export interface MatchInApproval {
  readonly match: Match;
  readonly row: CaseRow | undefined;
}

/** What both acts of approval have in common: whoever holds the task at the giver decides, and nobody else. */
export const inApproval = {
  on: 'assets.match',
  object: <Input extends { match: Id }>({ match }: Input) => match,
  load: async <Input extends { match: Id }>(tx: Tx, { match }: Input): Promise<MatchInApproval> => ({
    match: await lockMatch(tx, match),
    row: await lockCase(tx, match),
  }),
  at: ({ match }: MatchInApproval) => ({ unit: match.giver, object: match.id }),
};

/** Moves the case; where that ends it, the match moves with it. */
export const moveMatch = ({ match, row }: MatchInApproval, verb: string, act: CaseAct, context: Context) =>
  moveCaseOf(matchMoves.refusal(match.state, verb), row, act, context, (ended, opinion) => {
    const about = { object: matchOf(match.id), unit: match.unit, body: { opinion } };
    if (ended === 'approved') return [MatchApproved.of(about)];
    return ended === 'refused' ? [MatchDeclined.of(about)] : [];
  });
