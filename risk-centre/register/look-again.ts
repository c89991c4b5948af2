import { type Context, type Follower, type Job, type SealedFact } from '@opengoa/kernel';
import { addDays } from '@opengoa/kernel/calendar';
import { z } from 'zod';
import { runOne } from './run-kits.ts';

/** Facts that are older when they are numbered are what a load or an import brought: the night looks at them. */
const freshMs = 24 * 3_600_000;
/** Days back from today that a look at once covers, as the night does. */
const daysBack = 31;

const Asked = z.strictObject({ looks: z.record(z.string(), z.array(z.string()).max(2_000)) });

/** Which kits are to look at which things, from what was just numbered. */
export function looksFor(
  facts: readonly Pick<SealedFact, 'type' | 'objectId' | 'body' | 'outcome' | 'happenedAt'>[],
  { kits, now }: Pick<Context, 'kits' | 'now'>,
): Record<string, string[]> {
  const fresh = facts.filter(
    ({ outcome, happenedAt }) => outcome === 'done' && now.getTime() - happenedAt.getTime() < freshMs,
  );
  return Object.fromEntries(
    [...kits.values()].flatMap(({ kit, looksAgain }) => {
      if (!looksAgain) return [];
      const called = fresh.filter(({ type }) => looksAgain.of.includes(type)).map((fact) => looksAgain.at(fact));
      const things = [...new Set(called.filter((thing) => thing !== null))];
      return things.length === 0 ? [] : [[kit.id, things]];
    }),
  );
}

/** 即时核查: follows the Record and has the kits look at what a fact was about, moments after it was numbered. */
export const followFacts: Follower = {
  name: 'look-again',
  of: ['*'],
  follow: async () => undefined,
  queues(facts, context) {
    const looks = looksFor(facts, context);
    return Object.keys(looks).length === 0 ? undefined : { job: 'risk-centre.look-again', asked: { looks } };
  },
};

/** The kits that a fact called for, over the things alone that it named. What the process loses in between, the night finds. */
export const lookAgain: Job = {
  name: 'look-again',
  title: { zh: '即时核查', en: 'Look again at what a fact was about' },
  async run(run, asked) {
    const { looks } = Asked.parse({ looks: {}, ...asked });
    const { calendar, now } = run.context;
    const today = calendar.dayOf(now);
    for (const [kit, things] of Object.entries(looks)) {
      if (run.signal.aborted) return;
      const registered = run.kits.get(kit);
      if (registered) await runOne(run, registered, [addDays(today, -daysBack), addDays(today, 1)], things);
    }
  },
};
