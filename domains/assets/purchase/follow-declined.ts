import { type Id, refuse, sql, TaskRaised, verb } from '@opengoa/kernel';
import { DeclineFollowed, FollowDeclined } from './contract.ts';
import { openTask, taskToLookAgain } from './purchase.ts';

interface Declined {
  readonly id: Id;
  readonly unit: Id;
  readonly purchase: Id;
  readonly answer: 'taken' | 'declined';
  readonly followed: string | null;
  readonly number: string;
  readonly state: string;
  readonly plannedBy: Id | null;
  readonly thing: string;
}

/** 跟踪不选用: whoever is above reads why an idle thing was not taken, and agrees or asks to look once more; then whoever planned it has a task, and nothing is accepted until it is answered. */
export const followDeclined = verb('assets.follow-declined', {
  title: { zh: '跟踪', en: 'Follow up' },
  input: FollowDeclined,
  who: ['superior', 'leader'],
  on: 'assets.match-answer',
  facts: [DeclineFollowed, TaskRaised],
  refusals: ['not-declined'],
  load: async (tx, { answer }) => {
    const declined = await tx.one<Declined>(sql`
      select a.id, a.unit_id as unit, a.purchase_id as purchase, a.answer, a.followed, p.number, p.state, p.planned_by as "plannedBy",
             concat_ws(' ', a.card_number, a.card_name) as thing
        from assets.match_answer a join assets.purchase p on (p.node_id, p.id) = (a.node_id, a.purchase_id) where a.id = ${answer} for update of a`);
    return { ...declined, again: await openTask(tx, declined.purchase, 'assets.look-again') };
  },
  at: ({ unit }) => ({ unit }),
  decide(declined, { answer: id, followed, words }, context) {
    const { unit, purchase, answer, followed: before, state, again } = declined;
    if (answer !== 'declined' || before !== null) return refuse('not-declined', {}, { status: 409 });
    return [
      DeclineFollowed.of({
        object: { kind: 'assets.purchase', id: purchase },
        unit,
        body: { answer: id, followed, words },
      }),
      // A plan that has ended has nothing left to look at.
      ...(followed === 'look-again' && !again && ['planned', 'asked', 'approved'].includes(state)
        ? [taskToLookAgain({ ...declined, id: purchase }, { thing: declined.thing, words }, context)]
        : []),
    ];
  },
});
