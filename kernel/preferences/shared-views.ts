import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { factType } from '../fact-type.ts';
import { newId } from '../id.ts';
import { read } from '../reads/read.ts';
import { notFound, refuse } from '../refusal.ts';
import { saves, type Save } from '../verbs/saves.ts';
import { verb } from '../verbs/verb.ts';
import type { Words } from '../words.ts';

const list = z
  .string()
  .max(100)
  .regex(/^[a-z-]+\.[a-z-]+$/);
const title = z.string().trim().min(1).max(30);
/** As in the address of the ledger: `q`, `sort`, `f.<column>`. */
const search = z
  .record(z.string().regex(/^(?:q|sort|f\.[\w.-]{1,80})$/), z.string().max(500))
  .refine((kept) => Object.keys(kept).length <= 50);
const columns = z.array(z.string().regex(/^[\w.-]{1,80}$/)).max(100);

export const ViewShared = factType('kernel.ViewShared', {
  title: { zh: '共享视图', en: 'View shared' },
  body: z.strictObject({ view: z.uuid(), list, title, search, columns }),
});
export const SharedViewRemoved = factType('kernel.SharedViewRemoved', {
  title: { zh: '取消共享视图', en: 'Shared view removed' },
  body: z.strictObject({ view: z.uuid(), list, title }),
});

/** More than anybody finds their way in. */
const most = 50;

/** 共享视图: lends columns, filters and order to the people of one's own unit. What each of them sees by it is theirs to see anyway. */
export const shareView = verb('kernel.share-view', {
  title: { zh: '共享视图', en: 'Share a view' },
  input: z.strictObject({ list, title, search, columns: columns.default([]) }),
  who: ['signed-in'],
  facts: [ViewShared],
  refusals: ['not-found', 'not-in-a-unit', 'view-taken', 'views-too-many'],
  result: z.strictObject({ view: z.uuid() }),
  async load(tx, input, { actor }) {
    const kept = await tx.rows<{ title: string }>(
      sql`select title from kernel.shared_view where unit_id = ${actor.unit}::uuid and list = ${input.list}`,
    );
    return { titles: kept.map((view) => view.title), view: newId() };
  },
  at: (_known, _input, { actor }) => ({ unit: actor.unit ?? '' }),
  decide({ titles, view }, input, { actor }) {
    if (actor.person === null) return notFound();
    if (actor.unit === null) return refuse('not-in-a-unit');
    if (titles.includes(input.title)) return refuse('view-taken', { title: input.title }, { status: 409 });
    if (titles.length >= most) return refuse('views-too-many', { most }, { status: 409 });
    return {
      facts: [ViewShared.of({ object: { kind: 'shared-view', id: view }, unit: actor.unit, body: { view, ...input } })],
      result: { view },
    };
  },
});

/** 取消共享: by whoever shared it. */
export const removeSharedView = verb('kernel.remove-shared-view', {
  title: { zh: '取消共享视图', en: 'Remove a shared view' },
  input: z.strictObject({ view: z.uuid() }),
  who: ['self'],
  on: 'shared-view',
  facts: [SharedViewRemoved],
  refusals: ['not-found'],
  load: (tx, { view }) =>
    tx.one<{ unit: string; person: string; list: string; title: string }>(
      sql`select unit_id as unit, person_id as person, list, title from kernel.shared_view where id = ${view} and person_id = any (kernel.persons())`,
    ),
  at: ({ unit, person }) => ({ unit, person }),
  decide: ({ unit, list, title }, { view }) => [
    SharedViewRemoved.of({ object: { kind: 'shared-view', id: view }, unit, body: { view, list, title } }),
  ],
});

/** Views of one ledger that people of one's unit share. */
export const sharedViews = read('kernel.shared-views', {
  title: { zh: '本单位共享的视图', en: 'Views shared in the unit' },
  query: z.strictObject({ list }),
  answer: z.strictObject({
    views: z.array(
      z.strictObject({
        id: z.uuid(),
        title: z.string(),
        search: z.record(z.string(), z.string()),
        columns: z.array(z.string()),
        by: z.string(),
        mine: z.boolean(),
      }),
    ),
  }),
  who: ['signed-in'],
  async fetch(tx, query, { actor, organisation }) {
    const rows = await tx.rows<{
      id: string;
      title: string;
      search: Record<string, string>;
      columns: string[];
      person: string;
    }>(
      sql`select id, title, search, columns, person_id as person from kernel.shared_view
           where unit_id = ${actor.unit}::uuid and list = ${query.list} order by title, id limit ${most}`,
    );
    return {
      views: rows.map(({ person, ...view }) => ({
        ...view,
        by: organisation.personName(person) ?? '',
        mine: person === actor.person,
      })),
    };
  },
});

export const viewSaves: readonly Save[] = [
  saves(ViewShared, (tx, { body, unit }, { now, actor }) =>
    tx.run(sql`
      insert into kernel.shared_view (id, unit_id, person_id, list, title, search, columns, shared_at)
      values (${body.view}, ${unit}, ${actor.person}, ${body.list}, ${body.title}, ${JSON.stringify(body.search)}::jsonb, ${body.columns}::text[], ${now})`),
  ),
  saves(SharedViewRemoved, (tx, { body }) => tx.run(sql`delete from kernel.shared_view where id = ${body.view}`)),
];

export const viewRefusals: Readonly<Record<string, Words>> = {
  'not-in-a-unit': {
    zh: '您当前没有岗位，不能共享给本单位。',
    en: 'You hold no post now, so there is no unit to share it with.',
  },
  'view-taken': {
    zh: '本单位已有名为“{title}”的共享视图，请换一个名称。',
    en: 'Your unit shares a view called "{title}" already; choose another name.',
  },
  'views-too-many': {
    zh: '本单位在这个列表里已共享 {most} 个视图，请先取消不用的。',
    en: 'Your unit shares {most} views of this list already; remove one first.',
  },
};
