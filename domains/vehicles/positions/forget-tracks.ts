import { keepsNothing, sql, verb, type Job } from '@opengoa/kernel';
import { factType } from '@opengoa/kernel/contract';
import { z } from 'zod';

/** How much went; nothing of where anybody was (SEC-DC-05). What was driven a day and a trip stays with the trips. */
export const TracksForgotten = factType('vehicles.TracksForgotten', {
  title: { zh: '到期轨迹清除', en: 'Tracks forgotten' },
  body: z.strictObject({ before: z.string(), positions: z.int(), crossings: z.int() }),
});
export const tracksForgotten = keepsNothing(TracksForgotten);

/** 到期轨迹清除: positions and crossings older than the standard's days. */
export const forgetOldTracks = verb('vehicles.forget-old-tracks', {
  title: { zh: '到期轨迹清除', en: 'Forget old tracks' },
  input: z.strictObject({}),
  who: ['job'],
  internal: true,
  facts: [TracksForgotten],
  refusals: [],
  async load(tx, _input, { now, today, standards }) {
    const days = standards.numberOn('kernel.retention', today, [], { item: 'tracks' });
    const before = new Date(now.getTime() - days * 86_400_000);
    const positions = await tx.run(sql`delete from vehicles.position where at < ${before}`);
    const crossings = await tx.run(sql`delete from vehicles.crossing where at < ${before}`);
    return { before: before.toISOString(), positions, crossings };
  },
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: (known, _input, { actor, requestId }) => [
    TracksForgotten.of({ object: { kind: 'job', id: requestId }, unit: actor.unit ?? '', body: known }),
  ],
});

export const forgetTracks: Job = {
  name: 'forget-tracks',
  title: { zh: '到期轨迹清除', en: 'Forget old tracks' },
  dailyAt: '03:35',
  async run({ verb: run }) {
    await run('vehicles.forget-old-tracks', {});
  },
};
