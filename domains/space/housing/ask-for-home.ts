import { newId, refuse, sql, verb } from '@opengoa/kernel';
import { taskToDecide } from '../decision-task.ts';
import { applicationOf } from './application.ts';
import { AskForHome, HomeAskedFor } from './contract.ts';
import { unitInFull } from './unit-in-full.ts';
import { homeReasons } from './words.zh.ts';

/** 申请周转住房: by somebody in service for themselves. Name, unit and post come from the organisation; nothing else of the person is asked. */
export const askForHome = verb('space.ask-for-home', {
  title: { zh: '申请周转住房', en: 'Ask for a home' },
  about: {
    zh: '填写原因和起止日期，由所在单位负责人审批后安排住房',
    en: 'Reason and days; whoever leads your unit approves, then a home is assigned',
  },
  input: AskForHome,
  who: ['self'],
  facts: [HomeAskedFor],
  refusals: ['asker-unknown', 'home-backwards', 'home-reason-needed', 'home-held-already', 'home-applied-already'],
  // One's own stays and applications are one's own wherever they lie in the tree.
  load: async (tx, _input, { actor }) => ({
    id: newId(),
    unit: actor.unit ?? '',
    lives: await tx.maybe(
      sql`select 1 from space.stay where person_id = ${actor.person}::uuid and out_day is null limit 1`,
    ),
    waits: await tx.maybe(
      sql`select 1 from space.home_application where asker_id = ${actor.person}::uuid and state in ('asked', 'approved', 'assigned') limit 1`,
    ),
  }),
  at: ({ unit }, _input, { actor }) => ({ unit, person: actor.person }),
  decide({ id, unit, lives, waits }, wanted, context) {
    const { actor, organisation } = context;
    if (actor.person === null || unit === '') return refuse('asker-unknown');
    if (wanted.to <= wanted.from) return refuse('home-backwards');
    if (wanted.reason === 'other' && wanted.note === '') return refuse('home-reason-needed');
    if (lives) return refuse('home-held-already', {}, { status: 409 });
    if (waits) return refuse('home-applied-already', {}, { status: 409 });
    const held = organisation.holdings.filter(({ person }) => person === actor.person);
    const here = held.filter(({ post }) => organisation.post(post)?.unit === unit);
    const main = here.find(({ kind }) => kind === 'main') ?? here[0];
    const post = (main && organisation.post(main.post)?.title) ?? '';
    const object = applicationOf({ id });
    return [
      HomeAskedFor.of({ object, unit, body: { ...wanted, post } }),
      ...taskToDecide(
        {
          object,
          unit,
          kind: 'space.decide-home-application',
          title: { zh: '审批住房申请', en: 'Decide on an application for a home' },
          summary: `${actor.name}（${unitInFull(context, unit)} ${post}）申请周转住房：${homeReasons[wanted.reason].zh}，${wanted.from} 至 ${wanted.to}`,
          opens: `/space/home-applications/${id}`,
          verbs: ['space.approve-home-application', 'space.refuse-home-application'],
        },
        context,
      ),
    ];
  },
});
