import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { newId, type Id } from '../id.ts';
import { notFound, refuse } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
import { addressCodeHash, codePlace, newAddressCode } from './address-code.ts';
import { receiverFault, receiverPlace } from './channel.ts';
import { type ChannelKind, NoticeChoice, SetReceiver } from './contract.ts';

/** 通知偏好: what a person keeps for themself; not a fact of the office, so no fact. */
export const chooseNotices = verb('kernel.choose-notices', {
  title: { zh: '保存通知偏好', en: 'Choose one’s notices' },
  input: NoticeChoice,
  who: ['signed-in'],
  facts: [],
  refusals: [],
  load: async () => ({}),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: () => [],
  async also(tx, _known, choice, { actor, now }) {
    await tx.run(sql`
      insert into kernel.notice_choice (person_id, choice, kept_at) values (${actor.person}, ${JSON.stringify(choice)}::jsonb, ${now})
      on conflict (node_id, person_id) do update set choice = excluded.choice, kept_at = excluded.kept_at`);
  },
});

/**
 * 接收地址: where a channel finds oneself. It is sealed, and shown to nobody. A mail address counts once the code that is sent there is typed in
 * ({@link confirmReceiver}); until then notices go where they went before.
 */
export const setReceiver = verb('kernel.set-receiver', {
  title: { zh: '填写接收地址', en: 'Set one’s address on a channel' },
  input: SetReceiver,
  who: ['signed-in'],
  facts: [],
  refusals: ['not-found', 'not-a-personal-channel', 'mail-domain-not-registered', 'codes-too-often'],
  secrets: ['address'],
  result: z.strictObject({ codeSent: z.boolean() }),
  async load(tx, { channel }, { actor, now, today, standards }) {
    const limit = (item: string) => standards.numberOn('kernel.address-codes', today, [], { item });
    // Two at once by one person wait for each other here, so that both are counted.
    await tx.rows(sql`select pg_advisory_xact_lock(hashtextextended(${`address-code/${actor.person ?? ''}`}, 0))`);
    const { sent } = await tx.one<{ sent: number }>(sql`
      select count(*)::int as sent from kernel.notice_delivery
       where person_id = ${actor.person} and kind = 'code' and raised_at > ${new Date(now.getTime() - 3_600_000)}`);
    return {
      channel: await tx.maybe<{ kind: ChannelKind; domains: string[]; unit: Id }>(
        sql`select kind, domains, unit_id as unit from kernel.notice_channel where id = ${channel} and state = 'open'`,
      ),
      often: sent >= limit('an-hour'),
      most: limit('an-hour'),
      minutes: limit('minutes'),
      delivery: newId(),
      code: newAddressCode(),
    };
  },
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide({ channel, often, most }, { address }) {
    if (!channel) return notFound();
    const fault = address !== null && receiverFault(channel.kind, channel.domains, address);
    if (fault) return fault;
    const codeSent = address !== null && channel.kind === 'mail';
    if (codeSent && often) return refuse('codes-too-often', { most }, { status: 429 });
    return { facts: [], result: { codeSent } };
  },
  queues: () => ({ job: 'kernel.deliver-notices', asked: {} }),
  async also(tx, { channel: known, minutes, delivery, code }, { channel, address }, { actor, now }, crypto) {
    const { person } = actor;
    await tx.run(sql`delete from kernel.receiver_code where person_id = ${person} and channel_id = ${channel}`);
    if (address === null || person === null || !known) {
      await tx.run(sql`delete from kernel.notice_receiver where person_id = ${person} and channel_id = ${channel}`);
      return;
    }
    const sealed = crypto.seal(address, receiverPlace(person, channel));
    if (known.kind === 'mail') {
      await tx.run(sql`
        insert into kernel.receiver_code (person_id, channel_id, delivery_id, address_sealed, code_sealed, code_hash, asked_at, expires_at)
        values (${person}, ${channel}, ${delivery}, ${sealed}, ${crypto.seal(code, codePlace(person, channel))},
                ${addressCodeHash(delivery, code)}, ${now}, ${new Date(now.getTime() + minutes * 60_000)})`);
      // The code is put in where the mail is written: the ledger of deliveries does not hold it.
      await tx.run(sql`
        insert into kernel.notice_delivery (id, unit_id, channel_id, person_id, source_id, kind, title, state, raised_at, due_at, urgent)
        values (${delivery}, ${known.unit}, ${channel}, ${person}, ${delivery}, 'code',
                ${JSON.stringify({ zh: '确认接收通知的邮箱', en: 'Confirm this address for notices' })}::jsonb, 'waiting', ${now}, ${now}, true)`);
      return;
    }
    await tx.run(sql`
      insert into kernel.notice_receiver (person_id, channel_id, address_sealed, kept_at) values (${person}, ${channel}, ${sealed}, ${now})
      on conflict (node_id, person_id, channel_id) do update set address_sealed = excluded.address_sealed, kept_at = excluded.kept_at`);
  },
});
