import { type Follower, sql } from '@opengoa/kernel';
import { z } from 'zod';

/** As much of a raised finding as a track is shown for. The centre that raises it is above this room: its facts are read, not its code. */
const Raised = z.looseObject({
  shadow: z.boolean(),
  subject: z.looseObject({ kind: z.string(), id: z.string() }),
  period: z.tuple([z.iso.date(), z.iso.date()]),
});

const over = ['risk-centre.FindingDismissed', 'risk-centre.FindingClosed'];

/** Which trips and vehicles have a finding open: while one is, the track it is about may be looked at (F10). */
export const followFindings: Follower = {
  name: 'open-findings',
  of: ['risk-centre.FindingRaised', ...over],
  async follow(tx, facts) {
    for (const { type, objectId, unit, body } of facts) {
      if (over.includes(type)) {
        await tx.run(sql`delete from vehicles.open_finding where id = ${objectId}`);
        continue;
      }
      const { subject, period, shadow } = Raised.parse(body);
      if (shadow || !subject.kind.startsWith('vehicles.') || !z.uuid().safeParse(subject.id).success) continue;
      await tx.run(sql`
        insert into vehicles.open_finding (id, unit_id, subject_kind, subject_id, from_day, to_day)
        values (${objectId}, ${unit}, ${subject.kind}, ${subject.id}, ${period[0]}, ${period[1]}) on conflict do nothing`);
    }
  },
};
