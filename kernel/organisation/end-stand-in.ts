import { words } from '../words.ts';
import { sql } from '../database/sql.ts';
import { refuse } from '../refusal.ts';
import { list } from '../reads/list.ts';
import { verb } from '../verbs/verb.ts';
import { EndStandIn, StandInEnded } from './contract.ts';

/** 结束代理: back earlier than thought, or the leave was given back. From today on the stand-in has none of the other's rights. */
export const endStandIn = verb('kernel.end-stand-in', {
  title: { zh: '结束代理', en: 'End a stand-in' },
  input: EndStandIn,
  who: ['self', 'system-admin'],
  on: 'stand-in',
  facts: [StandInEnded],
  refusals: ['not-found', 'stand-in-over'],
  async load(tx, { standIn }, { organisation }) {
    const row = await tx.one<{ forPerson: string; to: string }>(
      sql`select for_person_id as "forPerson", valid_to::text as to from kernel.stand_in where id = ${standIn} for update`,
    );
    const post = organisation.holdings.find(({ person }) => person === row.forPerson)?.post;
    return { ...row, unit: post === undefined ? undefined : organisation.post(post)?.unit };
  },
  // Ended by oneself: whoever stands in does not decide how long.
  at: ({ unit, forPerson }, _input, { actor }) => ({
    unit: unit ?? '',
    person: actor.standInFor === null ? forPerson : null,
  }),
  decide({ forPerson, to, unit }, { standIn }, { today, actor }) {
    if (to <= today) return refuse('stand-in-over', {}, { status: 409 });
    return [
      StandInEnded.of({
        object: { kind: 'person', id: forPerson },
        unit: unit ?? actor.unit ?? '',
        body: { standIn, to: today },
      }),
    ];
  },
});

/** 请假与代理: my own leaves, and those for whom I stand in. */
export const myStandIns = list('kernel.my-stand-ins', {
  title: words('请假与代理', 'Leave and stand-ins'),
  view: 'kernel.my_stand_in_v1',
  who: ['signed-in'],
  order: '-valid_from',
  columns: {
    side: {
      title: words('类别', 'Which'),
      kind: 'choice',
      always: true,
      choices: { mine: words('我请假', 'My leave'), for: words('我代理', 'I stand in') },
      filter: true,
    },
    for_person_id: { title: words('请假人', 'Away'), kind: 'person', always: true },
    stand_in_id: { title: words('代理人', 'Stand-in'), kind: 'person', always: true },
    valid_from: { title: words('自', 'From'), kind: 'day', sort: true },
    valid_to: { title: words('至', 'Until'), kind: 'day', always: true },
    reason: { title: words('事由', 'Reason'), kind: 'text', always: true },
    state: {
      title: words('状态', 'State'),
      kind: 'choice',
      always: true,
      choices: { now: words('代理中', 'Now'), ahead: words('未开始', 'Ahead'), over: words('已结束', 'Over') },
      filter: true,
    },
  },
  moves: (row) => ({
    verbs: row['side'] === 'mine' && row['state'] !== 'over' ? ['kernel.end-stand-in'] : [],
    place: { unit: '', person: row['for_person_id'] as string },
  }),
});
