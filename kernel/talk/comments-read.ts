import { z } from 'zod';
import { sql } from '../database/sql.ts';
import { filesOfMany, type StoredFile } from '../files/file-store.ts';
import type { Id } from '../id.ts';
import { read } from '../reads/read.ts';
import { open, type SeeThing } from './see-thing.ts';

const wording = z.strictObject({ text: z.string(), at: z.iso.datetime() });
const file = z.strictObject({
  id: z.uuid(),
  name: z.string(),
  mediaType: z.string(),
  bytes: z.int(),
  sha256: z.string(),
  scan: z.enum(['unscanned', 'clean', 'infected']),
  storedAt: z.iso.datetime(),
});
const comment = z.strictObject({
  id: z.uuid(),
  person: z.uuid(),
  name: z.string(),
  at: z.iso.datetime(),
  version: z.int(),
  /** Null when it was struck. */
  text: z.string().nullable(),
  /** Earlier wordings, oldest first; none of a struck one. */
  earlier: z.array(wording),
  editedAt: z.iso.datetime().nullable(),
  struck: z.strictObject({ by: z.string(), at: z.iso.datetime() }).nullable(),
  /** None of a struck one. Given out by `/api/files/<id>?talk=<kind>&of=<thing>`. */
  files: z.array(file),
  mentions: z.array(z.strictObject({ id: z.uuid(), name: z.string() })),
  may: z.array(z.enum(['kernel.edit-comment', 'kernel.strike-comment'])),
});

const told = ({ id, name, mediaType, bytes, sha256, scan, storedAt }: StoredFile) => ({
  id,
  name,
  mediaType,
  bytes,
  sha256,
  scan,
  storedAt: storedAt.toISOString(),
});

/** 讨论: beside a thing, for whoever may read the thing. */
export const commentsBy = (see: SeeThing) =>
  read('kernel.comments', {
    title: { zh: '讨论', en: 'Comments' },
    query: z.strictObject({ kind: z.string().max(60), id: z.uuid() }),
    /** `open`: there is such a thing, one may read it, and its kind is talked about; of what is not so nothing more is told. */
    answer: z.strictObject({ open: z.boolean(), comments: z.array(comment) }),
    who: ['signed-in'],
    async fetch(tx, { kind, id }, { actor, organisation, now, today, standards }) {
      const seen = await see(tx, actor, kind, id);
      if (!seen) return { open: false, comments: [] };
      await open(tx, id);
      const rows = await tx.rows<{
        id: Id;
        person: Id;
        name: string;
        at: Date;
        version: number;
        editedAt: Date | null;
        struckAt: Date | null;
        struckBy: string | null;
        mentions: Id[];
        files: Id[];
        texts: { text: string; at: string }[];
      }>(sql`
        select c.id, c.person_id as person, c.person_name as name, c.at, c.version, c.edited_at as "editedAt", c.struck_at as "struckAt",
               c.struck_by as "struckBy", c.mentions, c.files,
               (select coalesce(json_agg(json_build_object('text', t.text, 'at', t.at) order by t.version), '[]') from kernel.comment_text t
                 where t.comment_id = c.id) as texts
          from kernel.comment c where c.object_id = ${id} and c.object_kind = ${kind} order by c.at, c.id limit 500`);
      const standing = rows.filter(({ files, struckAt }) => files.length > 0 && struckAt === null);
      await open(
        tx,
        id,
        standing.map((row) => row.id),
      );
      const files = new Map(
        (
          await filesOfMany(
            tx,
            standing.map((row) => row.id),
          )
        ).map((each) => [each.id, each]),
      );
      const minutes = standards.numberOn('kernel.comments', today, [], { item: 'edit' });
      const leads = actor.grants.some(
        ({ role, unit, below }) =>
          (role === 'head' || role === 'leader') && organisation.covers(unit, seen.unit, below),
      );
      return {
        open: true,
        comments: rows.map(({ texts, struckAt, struckBy, editedAt, mentions, files: brought, at, ...row }) => {
          const own = row.person === actor.person;
          const open_ = struckAt === null;
          const fresh = now.getTime() - at.getTime() <= minutes * 60_000;
          const wordings = texts.map((each) => ({ text: each.text, at: new Date(each.at).toISOString() }));
          return {
            ...row,
            at: at.toISOString(),
            text: open_ ? (wordings.at(-1)?.text ?? '') : null,
            earlier: open_ ? wordings.slice(0, -1) : [],
            editedAt: editedAt?.toISOString() ?? null,
            struck: struckAt === null ? null : { by: struckBy ?? '', at: struckAt.toISOString() },
            files: (open_ ? brought : []).flatMap((each) => files.get(each) ?? []).map(told),
            mentions: mentions.map((person) => ({ id: person, name: organisation.personName(person) ?? '' })),
            may: [
              ...(own && open_ && fresh ? (['kernel.edit-comment'] as const) : []),
              ...((own || leads) && open_ ? (['kernel.strike-comment'] as const) : []),
            ],
          };
        }),
      };
    },
  });
