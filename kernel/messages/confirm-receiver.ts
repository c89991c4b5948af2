import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import { refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { isAddressCode } from './address-code.ts';
import { ConfirmReceiver } from './contract.ts';

interface Waiting {
  readonly delivery: Id;
  readonly address: string;
  readonly hash: string;
  readonly tries: number;
  readonly expiresAt: Date;
}

/**
 * 确认接收地址: the code that a mail brought is typed in, and from then on notices go to the new address. A wrong code is an answer and no refusal: it
 * is counted, and what is refused is taken back.
 */
export const confirmReceiver = verb('kernel.confirm-receiver', {
  title: { zh: '确认接收地址', en: 'Confirm one’s address' },
  input: ConfirmReceiver,
  who: ['signed-in'],
  facts: [],
  refusals: ['no-code-waiting', 'code-over'],
  secrets: ['code'],
  result: z.strictObject({ confirmed: z.boolean(), left: z.int() }),
  async load(tx, { channel, code }, { actor, now, today, standards }) {
    const waiting = await tx.maybe<Waiting>(sql`
      select delivery_id as delivery, address_sealed as address, code_hash as hash, tries, expires_at as "expiresAt" from kernel.receiver_code
       where person_id = ${actor.person} and channel_id = ${channel} for update`);
    const most = standards.numberOn('kernel.address-codes', today, [], { item: 'tries' });
    return {
      waiting,
      over: waiting !== undefined && (waiting.expiresAt <= now || waiting.tries >= most),
      right: waiting !== undefined && isAddressCode(waiting.hash, waiting.delivery, code),
      left: most - (waiting?.tries ?? 0) - 1,
    };
  },
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide({ waiting, over, right, left }) {
    if (!waiting) return refuse('no-code-waiting', {}, { status: 409 });
    if (over) return refuse('code-over', {}, { status: 409 });
    return { facts: [], result: { confirmed: right, left: right ? 0 : left } };
  },
  async also(tx, { waiting, right }, { channel }, { actor, now }) {
    const { person } = actor;
    if (!waiting || person === null) return;
    const own = sql`person_id = ${person} and channel_id = ${channel}`;
    if (!right) {
      await tx.run(sql`update kernel.receiver_code set tries = tries + 1 where ${own}`);
      return;
    }
    await tx.run(sql`delete from kernel.receiver_code where ${own}`);
    await tx.run(sql`
      insert into kernel.notice_receiver (person_id, channel_id, address_sealed, kept_at) values (${person}, ${channel}, ${waiting.address}, ${now})
      on conflict (node_id, person_id, channel_id) do update set address_sealed = excluded.address_sealed, kept_at = excluded.kept_at`);
  },
});
