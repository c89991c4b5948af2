import { sql, verb } from '@opengoa/kernel';
import { NotePoll } from './contract.ts';
import { lockGateway } from './gateway-store.ts';

/** How the last round with a gateway went. What it said stands in the batches; this is for whoever looks why nothing comes. */
export const notePoll = verb('energy.note-poll', {
  title: { zh: '记录轮询结果', en: 'Note a round of asking' },
  input: NotePoll,
  who: ['job'],
  internal: true,
  facts: [],
  refusals: [],
  load: async (tx, { gateway }) => ({ gateway: await lockGateway(tx, gateway) }),
  at: ({ gateway }) => ({ unit: gateway.unit }),
  decide: () => [],
  async also(tx, _known, { gateway, read, fault }, { now }) {
    await tx.run(sql`
      update energy.gateway set tried_at = ${now}, fault = ${fault}, failures = case when ${read}::int > 0 then 0 else failures + 1 end,
             answered_at = case when ${read}::int > 0 then ${now}::timestamptz else answered_at end
       where id = ${gateway}`);
  },
});
