import { sql, verb } from '@opengoa/kernel';
import { NoteSent } from './contract.ts';

/** What was handed to devices. Noted twice it stays as it was; what was answered meanwhile too. */
export const noteSent = verb('energy.note-sent', {
  title: { zh: '记录已发送', en: 'Note what was sent' },
  input: NoteSent,
  who: ['job'],
  internal: true,
  facts: [],
  refusals: [],
  load: async () => ({}),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: () => [],
  async also(tx, _known, { ids }, { now }) {
    await tx.run(sql`
      update energy.regulation_entry set tries = tries + 1, sent_at = ${now}, state = case when state = 'to-send' then 'sent' else state end
       where id = any (${ids}::uuid[]) and state in ('to-send', 'withdrawn')`);
  },
});
