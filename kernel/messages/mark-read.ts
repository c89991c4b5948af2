import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { verb } from '../verbs/verb.ts';

/** The bell is a person's own; reading it tells nobody anything (no read-receipt pressure), so it leaves no fact. */
export const markRead = verb('kernel.mark-read', {
  title: { zh: '标为已读', en: 'Mark as read' },
  input: z.strictObject({ messages: z.array(z.uuid()).min(1).max(200) }),
  who: ['signed-in'],
  facts: [],
  refusals: [],
  load: async () => ({}),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: () => [],
  also: async (tx, _known, { messages }, { actor, now }) => {
    await tx.run(
      sql`update kernel.message set read_at = ${now} where id = any (${messages}::uuid[]) and person_id = ${actor.person} and read_at is null`,
    );
  },
});
