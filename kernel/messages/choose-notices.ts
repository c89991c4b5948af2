import { sql } from '../database/sql.ts';
import { notFound } from '../refusal.ts';
import { verb } from '../verbs/verb.ts';
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

/** 接收地址: where a channel finds oneself. It is sealed, and shown to nobody but its owner, in part. */
export const setReceiver = verb('kernel.set-receiver', {
  title: { zh: '填写接收地址', en: 'Set one’s address on a channel' },
  input: SetReceiver,
  who: ['signed-in'],
  facts: [],
  refusals: ['not-found', 'not-a-personal-channel', 'mail-domain-not-registered'],
  secrets: ['address'],
  load: async (tx, { channel }) => ({
    channel: await tx.maybe<{ kind: ChannelKind; domains: string[] }>(
      sql`select kind, domains from kernel.notice_channel where id = ${channel} and state = 'open'`,
    ),
  }),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide({ channel }, { address }) {
    if (!channel) return notFound();
    return (address !== null && receiverFault(channel.kind, channel.domains, address)) || [];
  },
  async also(tx, _known, { channel, address }, { actor, now }, crypto) {
    const { person } = actor;
    if (address === null || person === null) {
      await tx.run(sql`delete from kernel.notice_receiver where person_id = ${person} and channel_id = ${channel}`);
      return;
    }
    const sealed = crypto.seal(address, receiverPlace(person, channel));
    await tx.run(sql`
      insert into kernel.notice_receiver (person_id, channel_id, address_sealed, kept_at) values (${person}, ${channel}, ${sealed}, ${now})
      on conflict (node_id, person_id, channel_id) do update set address_sealed = excluded.address_sealed, kept_at = excluded.kept_at`);
  },
});
