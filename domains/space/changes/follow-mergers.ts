import { type Follower, isRefusal, type Job, sql } from '@opengoa/kernel';

/** After a merger there is nothing to choose: premises follow by night, or as soon as the merger is on the Record. */
export const followMergersJob: Job = {
  name: 'follow-mergers',
  title: { zh: '机构合并后划转房屋', en: 'Premises follow merged units' },
  dailyAt: '03:50',
  async run({ reading, verb, context, signal }) {
    const merged = await reading((tx) =>
      tx.rows<{ unit: string; to: string }>(sql`
        select k.from_unit as unit, min(k.to_unit::text)::uuid as "to" from kernel.unit_succession k
         where k.day <= ${context.today}::date
           and (exists (select from space.room r where r.unit_id = k.from_unit and r.state <> 'disposed')
                or exists (select from space.building b where b.unit_id = k.from_unit))
         group by k.from_unit having count(*) = 1`),
    );
    for (const each of merged)
      for (let left = 1; left > 0 && !signal.aborted;) {
        const answer = await verb('space.follow-succession', each);
        if (isRefusal(answer)) break;
        ({ left } = answer.result as { left: number });
      }
  },
};

/** Looks at nothing itself: the job does the work, and does it again by night. */
export const followMergers: Follower = {
  name: 'space-mergers',
  of: ['kernel.UnitsMerged'],
  follow: async () => undefined,
  queues: () => ({ job: 'space.follow-mergers', asked: {} }),
};
