import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Id } from '../id.ts';
import { read } from '../reads/read.ts';
import { personalKinds } from './channel.ts';
import { type ChannelKind, channelKinds, NoticeChoice, usualChoice } from './contract.ts';

/** 我的通知: what one chose, and the channels that reach one's unit. */
export const myNotices = read('kernel.my-notices', {
  title: { zh: '我的通知', en: 'My notices' },
  query: z.strictObject({}),
  answer: z.strictObject({
    choice: NoticeChoice,
    channels: z.array(
      z.strictObject({
        id: z.uuid(),
        kind: z.enum(channelKinds),
        title: z.string(),
        domains: z.array(z.string()),
        /** An address of one's own is kept there. It is not told again, not even to oneself. */
        set: z.boolean(),
        /** A code went to a new mail address and waits to be typed in, until then. */
        codeUntil: z.iso.datetime().nullable(),
      }),
    ),
  }),
  who: ['signed-in'],
  async fetch(tx, _query, { actor, organisation, now }) {
    const kept = await tx.maybe<{ choice: NoticeChoice }>(
      sql`select choice from kernel.notice_choice where person_id = ${actor.person}`,
    );
    const found = await tx.rows<{
      id: Id;
      unit: Id;
      kind: ChannelKind;
      title: string;
      domains: string[];
      set: boolean;
      codeUntil: Date | null;
    }>(sql`
      select c.id, c.unit_id as unit, c.kind, c.title, c.domains,
             exists (select 1 from kernel.notice_receiver r where r.channel_id = c.id and r.person_id = ${actor.person}) as set,
             (select k.expires_at from kernel.receiver_code k where k.channel_id = c.id and k.person_id = ${actor.person} and k.expires_at > ${now}) as "codeUntil"
        from kernel.notice_channel c where c.state = 'open' order by c.title, c.id limit 200`);
    const own = organisation.holdings
      .filter(({ person }) => person === actor.person)
      .map(({ post }) => organisation.post(post)?.unit);
    return {
      choice: kept?.choice ?? usualChoice,
      channels: found
        .filter(({ kind }) => personalKinds.includes(kind))
        .filter(({ unit }) => own.some((mine) => mine !== undefined && organisation.covers(unit, mine, true)))
        .map(({ unit: _unit, codeUntil, ...channel }) => ({ ...channel, codeUntil: codeUntil?.toISOString() ?? null })),
    };
  },
});
