import { createHash } from 'node:crypto';
import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { factType } from '../fact-type.ts';
import { newToken } from '../identity/session-token.ts';
import { newId } from '../id.ts';
import { refuse } from '../refusal.ts';
import { read } from '../reads/read.ts';
import { keepsNothing, type Save } from '../verbs/saves.ts';
import { verb } from '../verbs/verb.ts';

export const CalendarMade = factType('kernel.CalendarMade', {
  title: { zh: '生成日历订阅', en: 'Calendar feed made' },
  body: z.strictObject({ feed: z.uuid(), fleet: z.boolean() }),
});
export const CalendarRevoked = factType('kernel.CalendarRevoked', {
  title: { zh: '撤销日历订阅', en: 'Calendar feed revoked' },
  body: z.strictObject({ feed: z.uuid() }),
});

/** What the store keeps of the secret of a feed. */
export const feedHash = (token: string): Buffer =>
  createHash('sha256').update('opengoa calendar feed\0').update(token).digest();

/** The same as text, for counting. */
export const feedKey = (token: string): string => feedHash(token).toString('base64');

/** 生成订阅地址: a new one; the one before stops at once. The address is shown this once. */
export const makeCalendar = verb('kernel.make-calendar', {
  title: { zh: '生成日历订阅地址', en: 'Make a calendar address' },
  input: z.strictObject({ fleet: z.boolean().default(false) }),
  who: ['signed-in'],
  facts: [CalendarMade],
  refusals: ['person-unknown'],
  result: z.strictObject({ path: z.string() }),
  secrets: ['path'],
  load: async () => ({ id: newId(), token: newToken() }),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide({ id, token }, { fleet }, { actor }) {
    if (actor.person === null || actor.unit === null) return refuse('person-unknown', {}, { status: 404 });
    return {
      facts: [CalendarMade.of({ object: { kind: 'calendar-feed', id }, unit: actor.unit, body: { feed: id, fleet } })],
      result: { path: `/calendar/${token}.ics` },
    };
  },
  async also(tx, { id, token }, { fleet }, { actor, now }) {
    await tx.run(
      sql`update kernel.calendar_feed set revoked_at = ${now} where person_id = ${actor.person} and revoked_at is null`,
    );
    await tx.run(sql`
      insert into kernel.calendar_feed (id, person_id, token_hash, fleet, made_at) values (${id}, ${actor.person}, ${feedHash(token)}, ${fleet}, ${now})`);
  },
});

/** 撤销订阅: whoever has the address has nothing any longer. */
export const revokeCalendar = verb('kernel.revoke-calendar', {
  title: { zh: '撤销日历订阅', en: 'Revoke the calendar address' },
  input: z.strictObject({}),
  who: ['signed-in'],
  facts: [CalendarRevoked],
  refusals: [],
  load: async (tx, _input, { actor }) =>
    tx.maybe<{ id: string }>(
      sql`select id from kernel.calendar_feed where person_id = ${actor.person} and revoked_at is null`,
    ),
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  // None is as good as one that was taken back.
  decide: (feed, _input, { actor }) =>
    feed
      ? [
          CalendarRevoked.of({
            object: { kind: 'calendar-feed', id: feed.id },
            unit: actor.unit ?? '',
            body: { feed: feed.id },
          }),
        ]
      : [],
  also: async (tx, _feed, _input, { actor, now }) => {
    await tx.run(
      sql`update kernel.calendar_feed set revoked_at = ${now} where person_id = ${actor.person} and revoked_at is null`,
    );
  },
});

export const myCalendar = read('kernel.my-calendar', {
  title: { zh: '我的日历订阅', en: 'My calendar address' },
  query: z.strictObject({}),
  answer: z.strictObject({ madeAt: z.iso.datetime().nullable(), fleet: z.boolean() }),
  who: ['signed-in'],
  async fetch(tx, _query, { actor }) {
    const feed = await tx.maybe<{ madeAt: Date; fleet: boolean }>(
      sql`select made_at as "madeAt", fleet from kernel.calendar_feed where person_id = ${actor.person} and revoked_at is null`,
    );
    return { madeAt: feed?.madeAt.toISOString() ?? null, fleet: feed?.fleet ?? false };
  },
});

export const calendarSaves: readonly Save[] = [keepsNothing(CalendarMade), keepsNothing(CalendarRevoked)];
