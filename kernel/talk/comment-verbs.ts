import { z } from 'zod';
import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import { attachFiles } from '../files/file-store.ts';
import { newId, type Id } from '../id.ts';
import { notFound, refuse, stale, Refused } from '../refusal.ts';
import { saves, type Save } from '../verbs/saves.ts';
import { verb } from '../verbs/verb.ts';
import { CommentEdited, CommentStruck, CommentWritten, EditComment, StrikeComment, WriteComment } from './contract.ts';
import { commentFilePoint } from './comment-file-point.ts';
import { actorOf, open, type SeeThing } from './see-thing.ts';

/**
 * 发表意见: beside a thing that one may read. Whoever is meant is told if they may read it too; of the others the writer hears that they were not.
 * @param see how it is judged who reads the thing
 */
export const writeCommentBy = (see: SeeThing) =>
  verb('kernel.write-comment', {
    title: { zh: '发表意见', en: 'Write a comment' },
    input: WriteComment,
    who: ['signed-in'],
    facts: [CommentWritten],
    refusals: ['not-found', 'too-often'],
    result: z.strictObject({ comment: z.uuid(), notTold: z.array(z.string()) }),
    async load(tx, { kind, id, mentions, files }, { actor, organisation, now, today, standards }) {
      const meant = [...new Set(mentions)].filter((person) => person !== actor.person);
      const told: Id[] = [];
      for (const person of meant) if (await see(tx, actorOf(organisation, person), kind, id)) told.push(person);
      // Oneself last: the transaction goes on with one's own rights.
      const seen = await see(tx, actor, kind, id);
      const { sent } = await tx.one<{ sent: number }>(
        sql`select count(*)::int as sent from kernel.comment where person_id = ${actor.person} and at > ${new Date(now.getTime() - 60_000)}`,
      );
      // One's own, brought for this, and not taken yet: what a colleague brought is not handed on by whoever finds its id.
      const brought = [...new Set(files)];
      const { own } = await tx.one<{ own: number }>(sql`
        select count(*)::int as own from kernel.file
         where id = any (${brought}::uuid[]) and person_id = ${actor.person} and point = ${commentFilePoint.name} and object_id is null
           and removed_at is null and scan <> 'infected'`);
      return {
        seen,
        brought: own === brought.length ? brought : null,
        meant,
        told,
        often: sent >= standards.numberOn('kernel.comments', today, [], { item: 'a-minute' }),
        comment: newId(),
      };
    },
    at: ({ seen }, _input, { actor }) => ({ unit: seen?.unit ?? actor.unit ?? '' }),
    decide({ seen, brought, meant, told, often, comment }, { kind, id }, { actor, organisation }) {
      if (!seen || !brought || actor.person === null) return notFound();
      if (often) return refuse('too-often', {}, { status: 429 });
      return {
        facts: [
          CommentWritten.of({
            object: { kind, id },
            unit: seen.unit,
            body: { comment, mentions: meant, told, files: brought },
          }),
        ],
        result: {
          comment,
          notTold: meant
            .filter((person) => !told.includes(person))
            .map((person) => organisation.personName(person) ?? ''),
        },
      };
    },
    async also(tx, { seen, brought, told, comment }, { id, text }, { actor, now }) {
      if (!seen) return;
      await open(tx, id, [comment]);
      await attachFiles(tx, { kind: 'comment', id: comment }, brought ?? []);
      await keepText(tx, { comment, version: 1, unit: seen.unit, object: id, person: actor.person!, text, at: now });
      const by = actor.name;
      const title = {
        zh: `${by}在“${seen.name}”的讨论中提到您`.slice(0, 300),
        en: `${by} mentioned you at "${seen.name}"`.slice(0, 300),
      };
      for (const person of told)
        await tx.run(sql`
          insert into kernel.message (id, person_id, title, opens, object_id, at, kind)
          values (${newId()}, ${person}, ${JSON.stringify(title)}::jsonb, ${seen.opens}, ${id}, ${now}, 'mention')`);
    },
  });

const keepText = (
  tx: Tx,
  text: { comment: Id; version: number; unit: Id; object: Id; person: Id; text: string; at: Date },
) =>
  tx.run(sql`
    insert into kernel.comment_text (comment_id, version, unit_id, object_id, person_id, text, at)
    values (${text.comment}, ${text.version}, ${text.unit}, ${text.object}, ${text.person}, ${text.text}, ${text.at})`);

interface Row {
  readonly id: Id;
  readonly unit: Id;
  readonly kind: string;
  readonly object: Id;
  readonly person: Id;
  readonly at: Date;
  readonly version: number;
  readonly struck: boolean;
}

const lock = (tx: Tx, comment: Id): Promise<Row> =>
  tx.one<Row>(sql`
    select id, unit_id as unit, object_kind as kind, object_id as object, person_id as person, at, version, struck_at is not null as struck
      from kernel.comment where id = ${comment} for update`);

/** 改写意见: one's own, within the minutes of the standard; the wording before stays. */
export const editComment = verb('kernel.edit-comment', {
  title: { zh: '改写意见', en: 'Reword a comment' },
  input: EditComment,
  who: ['self'],
  on: 'comment',
  facts: [CommentEdited],
  refusals: ['not-found', 'stale-version', 'comment-struck', 'too-late-to-edit'],
  async load(tx, { comment }, { now, today, standards }) {
    const row = await lock(tx, comment);
    const minutes = standards.numberOn('kernel.comments', today, [], { item: 'edit' });
    return { ...row, minutes, late: now.getTime() - row.at.getTime() > minutes * 60_000 };
  },
  // One's own words alone, also while one stands in for somebody.
  at: ({ unit, person }, _input, { actor }) => ({ unit, person: person === actor.person ? person : null }),
  decide({ id, unit, kind, object, version, struck, late, minutes }, input) {
    if (input.version !== version) return stale({ version });
    if (struck) return refuse('comment-struck', {}, { status: 409 });
    if (late) return refuse('too-late-to-edit', { minutes }, { status: 409 });
    return [CommentEdited.of({ object: { kind, id: object }, unit, body: { comment: id, version: version + 1 } })];
  },
  also: async (tx, { id, unit, object, person, version }, { text }, { now }) => {
    await keepText(tx, { comment: id, version: version + 1, unit, object, person, text, at: now });
  },
});

/** 划去意见: by who wrote it or who leads the unit. That something stood there, by whom and when, stays to be seen. */
export const strikeComment = verb('kernel.strike-comment', {
  title: { zh: '划去意见', en: 'Strike a comment' },
  input: StrikeComment,
  who: ['self', 'head', 'leader'],
  on: 'comment',
  facts: [CommentStruck],
  refusals: ['not-found', 'comment-struck'],
  load: (tx, { comment }) => lock(tx, comment),
  at: ({ unit, person }) => ({ unit, person }),
  decide({ id, unit, kind, object, struck }) {
    if (struck) return refuse('comment-struck', {}, { status: 409 });
    return [CommentStruck.of({ object: { kind, id: object }, unit, body: { comment: id } })];
  },
});

export const commentSaves: readonly Save[] = [
  saves(CommentWritten, (tx, { object, unit, body }, { actor, now }) =>
    tx.run(sql`
      insert into kernel.comment (id, unit_id, object_kind, object_id, person_id, person_name, mentions, files, at)
      values (${body.comment}, ${unit}, ${object.kind}, ${object.id}, ${actor.person}, ${actor.name}, ${body.mentions}::uuid[],
              ${body.files ?? []}::uuid[], ${now})`),
  ),
  saves(CommentEdited, async (tx, { body }, { now }) => {
    const touched = await tx.run(sql`
      update kernel.comment set version = ${body.version}, edited_at = ${now} where id = ${body.comment} and version = ${body.version - 1}`);
    if (touched === 0) throw new Refused(stale({ version: body.version }));
  }),
  saves(CommentStruck, (tx, { body }, { actor, now }) =>
    tx.run(sql`update kernel.comment set struck_at = ${now}, struck_by = ${actor.name} where id = ${body.comment}`),
  ),
];

export const talkRefusals = {
  'comment-struck': { zh: '这条意见已被划去。', en: 'This comment was struck.' },
  'too-late-to-edit': {
    zh: '发表超过 {minutes} 分钟，不能再改写；可以再发表一条或划去。',
    en: 'It was written more than {minutes} minutes ago and may not be reworded; write another or strike it.',
  },
};
