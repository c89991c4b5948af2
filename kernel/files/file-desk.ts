import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import type { Actor } from '../actor.ts';
import type { Context } from '../context.ts';
import { bearsMark } from '../classes/secrecy-marks.ts';
import { newId, type Id } from '../id.ts';
import type { Kernel } from '../kernel.ts';
import { reading } from '../reads/run-read.ts';
import { isRefusal, notFound, refuse, type Refusal } from '../refusal.ts';
import { mayAt } from '../rights/rights.ts';
import { runVerb } from '../verbs/run-verb.ts';
import type { WhoWord } from '../verbs/verb.ts';
import type { FileFolder } from './file-folder.ts';
import { findFile, type StoredFile } from './file-store.ts';
import { receiveUpload, type Scan } from './receive-upload.ts';
import type { UploadPoint } from './upload-point.ts';

/**
 * Takes an upload in and stores it: "stored" is answered only after the bytes, the folder and the row are on the disk
 * (SEC-FI-07). The file is the actor's own until a verb takes it for its thing.
 */
export async function storeUpload(
  kernel: Kernel,
  folder: FileFolder,
  order: {
    readonly actor: Actor;
    readonly point: UploadPoint;
    readonly name: string;
    readonly content: AsyncIterable<Uint8Array>;
    readonly scan?: Scan;
  },
): Promise<{ readonly id: Id; readonly name: string; readonly bytes: number; readonly sha256: string } | Refusal> {
  const { actor, point } = order;
  if (actor.unit === null) return refuse('not-your-right', {}, { status: 403 });
  if (bearsMark(order.name)) return refuse('state-secret-mark', { field: 'name' });
  const kept = await receiveUpload(folder, point, order, order.scan);
  if (isRefusal(kept)) return kept;
  const { kind: _kind, ...file } = kept;
  const input = {
    ...file,
    unit: actor.unit,
    point: point.name,
    personBytes: point.personBytes,
    unitBytes: point.unitBytes,
  };
  // When the answer to the commit is lost, the row may be there: the bytes stay, and the sweep finds out.
  const answer = await runVerb(kernel, { name: 'kernel.store-file', input, actor, requestId: newId() });
  if (isRefusal(answer)) {
    await folder.discard(kept.id);
    return answer;
  }
  return { id: kept.id, name: kept.name, bytes: kept.bytes, sha256: kept.sha256 };
}

export interface OpenFile {
  readonly file: StoredFile;
  /** Fails at its end when the bytes are not those that were stored. */
  content(): AsyncGenerator<Buffer>;
}

/**
 * Opens a stored file for an actor: by one of `who` at the file's unit, or as the one who brought it. A file that no
 * scanner has passed is shown only to who brought it, unless the unit's rule says otherwise (SEC-FI-10).
 * @param who roles that may read the thing the file belongs to, as its room's read declares them
 */
export async function openFile(
  kernel: Kernel,
  folder: FileFolder,
  order: {
    readonly actor: Actor;
    readonly id: Id;
    readonly who: readonly WhoWord[];
    /** Where points differ: which of `who` may read what came by this one. */
    readonly readersOf?: (point: string) => readonly WhoWord[];
    /** Whether others are given a file no scanner has passed; `by-rule`: as the standard of its place says (`kernel.unscanned-files`). */
    readonly unscannedToOthers: (file: StoredFile) => boolean | 'by-rule';
  },
): Promise<OpenFile | Refusal> {
  const { actor, id, who } = order;
  let given = false;
  const file = await reading(kernel, { actor, who, room: 'kernel' }, async (tx, context) => {
    const { organisation } = context;
    const found = await findFile(tx, id);
    if (!found) return undefined;
    const told = order.unscannedToOthers(found);
    given = told === true || (told === 'by-rule' && waitedLongEnough(found, context));
    const place = { unit: found.unit, person: found.person };
    const readers = order.readersOf?.(found.point) ?? who;
    return mayAt(actor, ['self', ...readers], place, organisation, { holds: false }) ? found : undefined;
  });
  return givenOut(folder, actor, file, given);
}

/** Whether the rule of its place lets a file that no scanner has seen go to others by now (`kernel.unscanned-files`). */
export function waitedLongEnough(
  { unit, storedAt }: StoredFile,
  { organisation, standards, today, now }: Context,
): boolean {
  const hours = standards.numberOn('kernel.unscanned-files', today, organisation.place(unit));
  return now.getTime() - storedAt.getTime() >= hours * 3_600_000;
}

/**
 * The last of opening a file, once the right was judged.
 * @param unscanned whether others than who brought it are given it before a scanner has seen it
 */
export function givenOut(
  folder: FileFolder,
  actor: Actor,
  file: StoredFile | undefined,
  unscanned: boolean,
): OpenFile | Refusal {
  if (!file || file.scan === 'infected') return notFound();
  const own = file.person !== null && file.person === actor.person;
  if (file.scan === 'unscanned' && !own && !unscanned) return refuse('file-not-scanned', {}, { status: 409 });
  return { file, content: () => checkedContent(folder.pathOf(file.id), file.sha256) };
}

export async function* checkedContent(path: string, sha256: string): AsyncGenerator<Buffer> {
  const hash = createHash('sha256');
  for await (const piece of createReadStream(path)) {
    hash.update(piece as Buffer);
    yield piece as Buffer;
  }
  if (hash.digest('hex') !== sha256) throw new Error('stored bytes differ from what was stored');
}
