import { isRefusal, newId, verb, type Follower, type Id, type Job } from '@opengoa/kernel';
import { z } from 'zod';
import { MineRules, MiningAsked } from './contract.ts';

/** 挖掘规律: asked for by an officer; who asked for a proposal does not sign it. */
export const mineRules = verb('risk-centre.mine-rules', {
  title: { zh: '挖掘规律', en: 'Mine rules' },
  about: {
    zh: '由已核实的异常和少见的共现拟出规律草案，只作试运行，签署前不起作用。',
    en: 'Drafts rules from verdicts and from kits that hardly ever meet; tried beside the work, of no effect before one is signed.',
  },
  input: MineRules,
  who: ['risk-officer'],
  facts: [MiningAsked],
  refusals: [],
  load: async () => ({}),
  at: (_known, _input, { actor, organisation }) => ({
    unit: officeOf(actor)?.unit ?? organisation.units[0]?.id ?? '',
  }),
  decide: (_known, _input, { actor }) => [
    MiningAsked.of({ object: { kind: 'risk-centre.mining', id: newId() }, unit: officeOf(actor)!.unit, body: {} }),
  ],
  queues: (_known, _input, { actor }) => ({
    job: 'risk-centre.mine-rules',
    asked: { desk: officeOf(actor)!.unit, askedBy: actor.person },
  }),
});

const officeOf = ({ grants }: { readonly grants: readonly { readonly role: string; readonly unit: string }[] }) =>
  grants.find(({ role }) => role === 'risk-officer');

const Asked = z.object({
  desk: z.string().optional(),
  askedBy: z.string().nullish(),
  mines: z.boolean().default(true),
});

/** Every desk by night, or the one that asked. */
export const mineRulesJob: Job = {
  name: 'mine-rules',
  title: { zh: '挖掘规律', en: 'Mine rules' },
  dailyAt: '05:40',
  async run({ verb: does, context, signal }, asked) {
    const { desk: only, askedBy = null, mines } = Asked.parse(asked);
    const { organisation } = context;
    const desks = organisation.units.filter(
      ({ id }) => (only === undefined || id === only) && organisation.holdersOfRole('risk-officer', id).length > 0,
    );
    for (const { id: desk } of desks) {
      if (signal.aborted) return;
      const answer = await does('risk-centre.draft-rules', { desk, mines, askedBy: askedBy as Id | null });
      if (isRefusal(answer)) throw new Error(`rules at ${desk}: ${answer.code}`);
    }
  },
};

/** Older facts are what a load or an import brought: the night looks at them. */
const freshMs = 24 * 3_600_000;

/** What is raised during the day is held against drafts and rules in force at once; nothing is mined for it. */
export const markAtOnce: Follower = {
  name: 'mark-by-rules',
  of: ['risk-centre.FindingRaised', 'risk-centre.SignalMerged'],
  follow: async () => undefined,
  queues: (facts, { now }) =>
    facts.some(({ outcome, happenedAt }) => outcome === 'done' && now.getTime() - happenedAt.getTime() < freshMs)
      ? { job: 'risk-centre.mine-rules', asked: { mines: false } }
      : undefined,
};
