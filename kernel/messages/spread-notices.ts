import { z } from 'zod';
import { instantAt, dayOf } from '../calendar/calendar.ts';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { Id } from '../id.ts';
import type { Job } from '../room.ts';
import { verb } from '../verbs/verb.ts';
import { openChannels, type Channel } from './channel-store.ts';
import type { NoticeChoice } from './contract.ts';
import { planNotices, type Notice, type PlannedDelivery } from './plan-notices.ts';

/** Older than this when it is found: told in the house alone. A store that was away for a week must not wake everybody up. */
const STALE_MS = 24 * 3_600_000;
const AT_ONCE = 500;

/** What was written since the last look, locked: two who look at once share it out. */
async function newNotices(tx: Tx): Promise<(Notice & { readonly at: Date })[]> {
  const tasks = await tx.rows<Notice & { at: Date }>(sql`
    with held as (
      select h.task_id, h.person_id from kernel.task_holder h
       where h.noticed_at is null order by h.task_id limit ${AT_ONCE} for update skip locked),
    marked as (
      update kernel.task_holder h set noticed_at = now() from held
       where (h.task_id, h.person_id) = (held.task_id, held.person_id) and h.noticed_at is null
       returning h.task_id, h.person_id, h.part)
    select t.id as source, m.person_id as person, 'task' as kind, t.kind as "taskKind", t.unit_id as unit, t.title, t.summary, t.opens,
           t.object_id as object, t.raised_at as at
      from marked m join kernel.task t on t.id = m.task_id where m.part = 'holder' and t.state = 'open'`);
  const messages = await tx.rows<Notice & { at: Date }>(sql`
    with found as (
      select id from kernel.message where noticed_at is null order by at limit ${AT_ONCE} for update skip locked)
    update kernel.message m set noticed_at = now() from found where m.id = found.id
    returning m.id as source, m.person_id as person, m.kind, null as "taskKind", null::uuid as unit, m.title, '' as summary, m.opens,
              m.object_id as object, m.at`);
  return [...tasks, ...messages];
}

async function around(tx: Tx, persons: readonly Id[], today: string) {
  const choices = await tx.rows<{ person: Id; choice: NoticeChoice }>(
    sql`select person_id as person, choice from kernel.notice_choice where person_id = any (${persons}::uuid[])`,
  );
  const receivers = await tx.rows<{ person: Id; channel: Id }>(
    sql`select person_id as person, channel_id as channel from kernel.notice_receiver where person_id = any (${persons}::uuid[])`,
  );
  const pushed = await tx.rows<{ person: Id; channel: Id; object: Id; times: number }>(sql`
    select person_id as person, channel_id as channel, coalesce(object_id, source_id) as object, count(*)::int as times from kernel.notice_delivery
     where person_id = any (${persons}::uuid[]) and not merged and state in ('waiting', 'sent') and raised_at >= ${instantAt(today, 0)}
     group by 1, 2, 3`);
  const waiting = await tx.rows<{ channel: Id; waiting: number }>(
    sql`select channel_id as channel, count(*)::int as waiting from kernel.notice_delivery where state = 'waiting' group by 1`,
  );
  return { choices, receivers, pushed, waiting: new Map(waiting.map((row) => [row.channel, row.waiting])) };
}

const insert = (tx: Tx, planned: readonly PlannedDelivery[], now: Date) => {
  const rows = planned.map(({ id, channel, channelUnit, person, notice, title, merged, urgent, dueAt }) => ({
    id,
    unit_id: channelUnit,
    channel_id: channel,
    person_id: person,
    source_id: notice.source,
    kind: notice.kind,
    title,
    summary: notice.summary,
    opens: notice.opens,
    object_id: notice.object,
    of_unit_id: notice.unit,
    merged,
    urgent,
    state: 'waiting',
    raised_at: now,
    due_at: dueAt,
  }));
  return tx.run(sql`
    insert into kernel.notice_delivery
      (id, unit_id, channel_id, person_id, source_id, kind, title, summary, opens, object_id, of_unit_id, merged, urgent, state, raised_at, due_at)
    select id, unit_id, channel_id, person_id, source_id, kind, title, summary, opens, object_id, of_unit_id, merged, urgent, state, raised_at, due_at
      from jsonb_populate_recordset(null::kernel.notice_delivery, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`);
};

/**
 * 分发通知: takes what is new for people and writes what is to go out on their channels, in one transaction with the mark on what was taken. Nothing
 * leaves the house here.
 */
export const spreadNotices = verb('kernel.spread-notices', {
  title: { zh: '分发通知', en: 'Spread notices' },
  input: z.strictObject({}),
  who: ['job'],
  internal: true,
  facts: [],
  refusals: [],
  result: z.strictObject({ taken: z.int(), planned: z.int() }),
  async load(tx, _input, { now, today, standards, organisation, calendar }) {
    const channels = await openChannels(tx);
    const found = await newNotices(tx);
    const fresh = found.filter(({ at }) => now.getTime() - at.getTime() < STALE_MS);
    if (channels.length === 0 || fresh.length === 0) return { taken: found.length, deliveries: [], leftOut: new Map() };
    const holders = [...new Set(fresh.map(({ person }) => person))];
    const persons = [
      ...holders,
      ...holders.flatMap((person) => organisation.standInsFor(person).map((each) => each.person)),
    ];
    const { choices, receivers, pushed, waiting } = await around(tx, persons, dayOf(now));
    const limit = (item: string) => standards.numberOn('kernel.notices', today, [], { item });
    const urgent = standards.valueOn('kernel.urgent-notices', today, []);
    const plan = planNotices(fresh, {
      now,
      organisation,
      calendar,
      choices: new Map(choices.map(({ person, choice }) => [person, choice])),
      receivers: new Set(receivers.map(({ person, channel }) => `${person}/${channel}`)),
      channels: channels.map((channel: Channel) => ({
        id: channel.id,
        unit: channel.unit,
        kind: channel.kind,
        kinds: channel.settings.kinds,
        room: limit('waiting') - (waiting.get(channel.id) ?? 0),
      })),
      pushed: new Map(pushed.map(({ person, channel, object, times }) => [`${person}/${channel}/${object}`, times])),
      pushesADay: limit('pushes-a-day'),
      urgentKinds: urgent.found && Array.isArray(urgent.value) ? (urgent.value as readonly string[]) : [],
    });
    return { taken: found.length, ...plan };
  },
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide: ({ taken, deliveries }) => ({ facts: [], result: { taken, planned: deliveries.length } }),
  async also(tx, { deliveries, leftOut }, _input, { now }) {
    if (deliveries.length > 0) await insert(tx, deliveries, now);
    for (const [channel, count] of leftOut)
      await tx.run(sql`update kernel.notice_line set left_out = left_out + ${count} where id = ${channel}`);
  },
});

/** Looks every minute; a burst is taken in pieces. */
export const spreadNoticesJob: Job = {
  name: 'spread-notices',
  title: { zh: '分发通知', en: 'Spread notices' },
  everyMinutes: 1,
  async run({ verb: run, signal }) {
    for (let piece = 0; piece < 40 && !signal.aborted; piece += 1) {
      const answer = await run('kernel.spread-notices', {});
      if ('refused' in answer || (answer.result as { taken: number }).taken < AT_ONCE) return;
    }
  },
};
