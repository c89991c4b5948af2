import { sql } from '../database/sql.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { AppointmentEnded, EndAppointment } from './contract.ts';

/** 免职: from that day the post's rights are gone (SEC-ID-14). */
export const endAppointment = verb('kernel.end-appointment', {
  title: { zh: '免职', en: 'End an appointment' },
  input: EndAppointment,
  who: ['system-admin'],
  facts: [AppointmentEnded],
  refusals: ['appointment-already-ended', 'ends-before-it-begins'],
  load: (tx, { holding }) =>
    tx.one<{ person: string; unit: string; from: string; to: string | null }>(sql`
      select h.person_id as person, p.unit_id as unit, h.valid_from::text as from, h.valid_to::text as to
        from kernel.holding h join kernel.post p on (p.node_id, p.id) = (h.node_id, h.post_id)
       where h.id = ${holding} for update of h`),
  at: ({ unit }) => ({ unit }),
  decide({ person, unit, from, to }, input) {
    if (to !== null) return refuse('appointment-already-ended', { day: to });
    if (input.to <= from) return refuse('ends-before-it-begins', { from, to: input.to });
    return [AppointmentEnded.of({ object: { kind: 'person', id: person }, unit, body: input })];
  },
});
