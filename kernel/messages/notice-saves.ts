import { sql } from '../database/sql.ts';
import { stale, Refused } from '../refusal.ts';
import { saves, type Save } from '../verbs/saves.ts';
import {
  ChannelChanged,
  ChannelRegistered,
  ChannelSwitched,
  ChannelTested,
  DeliveryRetried,
  type ChannelSettings,
} from './contract.ts';

const plain = ({ domains: _domains, ...settings }: ChannelSettings) => JSON.stringify(settings);
const lower = (domains: readonly string[] = []) => domains.map((domain) => domain.toLowerCase());

/** How channels and the acts on deliveries become rows. */
export const noticeSaves: readonly Save[] = [
  saves(ChannelRegistered, async (tx, { object, unit, body }) => {
    await tx.run(sql`
      insert into kernel.notice_channel (id, unit_id, kind, title, domains, state)
      values (${object.id}, ${unit}, ${body.kind}, ${body.title}, ${lower(body.settings.domains)}, 'open')`);
    await tx.run(sql`
      insert into kernel.notice_line (id, unit_id, address, inside, settings)
      values (${object.id}, ${unit}, ${body.address}, ${body.inside}, ${plain(body.settings)}::jsonb)`);
  }),
  saves(ChannelChanged, async (tx, { object, body }) => {
    const touched = await tx.run(sql`
      update kernel.notice_channel set title = ${body.title}, domains = ${lower(body.settings.domains)}, version = version + 1
       where id = ${object.id} and version = ${body.version}`);
    if (touched === 0) throw new Refused(stale({ version: body.version + 1 }));
    await tx.run(sql`
      update kernel.notice_line
         set address = ${body.address}, inside = ${body.inside}, settings = ${plain(body.settings)}::jsonb, failures = 0, paused_until = null
       where id = ${object.id}`);
  }),
  saves(ChannelSwitched, async (tx, { object, body }) => {
    await tx.run(
      sql`update kernel.notice_channel set state = ${body.open ? 'open' : 'closed'}, version = version + 1 where id = ${object.id}`,
    );
    await tx.run(sql`update kernel.notice_line set failures = 0, paused_until = null where id = ${object.id}`);
  }),
  saves(ChannelTested, (tx, { object, unit, body }, { now }) =>
    tx.run(sql`
      insert into kernel.notice_delivery (id, unit_id, channel_id, person_id, source_id, kind, title, state, raised_at, due_at, urgent)
      values (${body.delivery}, ${unit}, ${object.id}, ${body.to}, ${body.delivery}, 'test',
              ${JSON.stringify({ zh: '试发通知：收到即表示渠道可用', en: 'A test: this channel works' })}::jsonb, 'waiting', ${now}, ${now}, true)`),
  ),
  saves(DeliveryRetried, (tx, { object }, { now }) =>
    tx.run(sql`
      update kernel.notice_delivery set state = 'waiting', tries = 0, due_at = ${now}, ended_at = null, error = null
       where id = ${object.id} and state = 'dead'`),
  ),
];
