import type { Actor } from '../actor.ts';
import { sql } from '../database/sql.ts';
import { givenOut, type OpenFile, waitedLongEnough } from '../files/file-desk.ts';
import type { FileFolder } from '../files/file-folder.ts';
import { findFile } from '../files/file-store.ts';
import type { Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { reading } from '../reads/run-read.ts';
import type { Refusal } from '../refusal.ts';
import { open, seeThingIn } from './see-thing.ts';

/**
 * Opens a file beside a comment, for whoever may read the thing that is talked about, by the thing's own read and nothing else; not of a struck
 * comment, and only where the file belongs to a comment of that very thing.
 */
export async function openTalkFile(
  kernel: Kernel,
  folder: FileFolder,
  { actor, id, talk, of }: { readonly actor: Actor; readonly id: Id; readonly talk: string; readonly of: Id },
): Promise<OpenFile | Refusal> {
  let unscanned = false;
  const see = seeThingIn(kernel);
  const file = await reading(kernel, { actor, who: ['signed-in'], room: 'kernel' }, async (tx, context) => {
    if (!(await see(tx, actor, talk, of))) return undefined;
    await open(tx, of);
    const comment = await tx.maybe<{ id: Id }>(sql`
      select id from kernel.comment where object_id = ${of} and object_kind = ${talk} and struck_at is null and ${id}::uuid = any (files)`);
    if (!comment) return undefined;
    await open(tx, of, [comment.id]);
    const found = await findFile(tx, id);
    if (found?.object?.id !== comment.id) return undefined;
    unscanned = waitedLongEnough(found, context);
    return found;
  });
  return givenOut(folder, actor, file, unscanned);
}
