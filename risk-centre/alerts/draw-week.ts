import { isRefusal, type Follower, type Job } from '@opengoa/kernel';
import { z } from 'zod';
import { levels } from '../contract.ts';
import { mondayOf } from './week.ts';

/** Older facts are what a load or an import brought: the morning looks at them. */
const freshMs = 24 * 3_600_000;

/** 本周提示: at every desk of risk officers, each morning after the kits have run, and whenever something new is raised. */
export const drawWeek: Job = {
  name: 'draw-alerts',
  title: { zh: '发出本周提示', en: 'Draw up the alerts of the week' },
  dailyAt: '05:10',
  async run({ verb, context, signal }) {
    const { organisation, calendar, now } = context;
    const week = mondayOf(calendar.dayOf(now));
    const desks = organisation.units.filter(({ id }) => organisation.holdersOfRole('risk-officer', id).length > 0);
    for (const { id: desk } of desks) {
      if (signal.aborted) return;
      const answer = await verb('risk-centre.draw-alerts', { desk, week });
      if (isRefusal(answer)) throw new Error(`alerts at ${desk}: ${answer.code}`);
    }
  },
};

/** What is raised during the day is weighed against the rest of the week at once, and not the morning after; what is no alert by its colour waits. */
export const drawAtOnce: Follower = {
  name: 'draw-alerts',
  of: ['risk-centre.FindingRaised', 'risk-centre.SignalMerged'],
  follow: async () => undefined,
  queues: (facts, { now }) =>
    facts.some(
      ({ outcome, happenedAt, body }) =>
        outcome === 'done' &&
        now.getTime() - happenedAt.getTime() < freshMs &&
        Coloured.safeParse(body).data?.level !== 'blue',
    )
      ? { job: 'risk-centre.draw-alerts', asked: {} }
      : undefined,
};

const Coloured = z.object({ level: z.enum(levels) });
