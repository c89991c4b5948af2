import { z } from 'zod';
import { factType } from '../fact-type.ts';

const id = z.uuid();
const kind = z.string().max(60);
const text = z.string().trim().min(1).max(2_000);

export const WriteComment = z.strictObject({
  kind,
  id,
  text,
  /** Who is meant: told of it, if they may see the thing. */
  mentions: z.array(id).max(20).default([]),
  /** Files that the writer brought by `kernel.comment-file`. */
  files: z.array(id).max(6).default([]),
});
export const EditComment = z.strictObject({ comment: id, version: z.int(), text });
export const StrikeComment = z.strictObject({ comment: id });

/** The words themselves stay out of the Record: they may name people, and who may read them follows the thing. */
export const CommentWritten = factType('kernel.CommentWritten', {
  title: { zh: '发表意见', en: 'Comment written' },
  body: z.strictObject({ comment: id, mentions: z.array(id), told: z.array(id), files: z.array(id).optional() }),
});
export const CommentEdited = factType('kernel.CommentEdited', {
  title: { zh: '改写意见', en: 'Comment reworded' },
  body: z.strictObject({ comment: id, version: z.int() }),
});
export const CommentStruck = factType('kernel.CommentStruck', {
  title: { zh: '划去意见', en: 'Comment struck' },
  body: z.strictObject({ comment: id }),
});
