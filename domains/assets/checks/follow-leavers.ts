import { type Follower, newId, sql } from '@opengoa/kernel';

/** 离岗: a post ends; where its person still holds things of that institution a clearance begins by itself. */
export const followLeavers: Follower = {
  name: 'leavers',
  of: ['kernel.AppointmentEnded'],
  async follow(tx, facts, { organisation }) {
    for (const { objectId: person, unit, happenedAt, recordedAt } of facts) {
      if (person === null || unit === null) continue;
      const institution = organisation.institutionOf(unit)?.id ?? unit;
      const cards = await tx.rows<{ unit: string }>(
        sql`select unit_id as unit from assets.card where user_id = ${person} and state <> 'disposed' limit 1000`,
      );
      if (!cards.some((card) => (organisation.institutionOf(card.unit)?.id ?? card.unit) === institution)) continue;
      const name = (await tx.maybe<{ name: string }>(sql`select name from kernel.person where id = ${person}`))?.name;
      await tx.run(sql`
        insert into assets.clearance (id, unit_id, person_id, person_name, left_on, opened_at)
        values (${newId()}, ${institution}, ${person}, ${name ?? organisation.personName(person) ?? ''},
                (${happenedAt}::timestamptz at time zone 'Asia/Shanghai')::date, ${recordedAt})
        on conflict do nothing`);
    }
  },
};
