import { sql } from '../database/sql.ts';
import type { Tx } from '../database/tx.ts';
import type { ObjectRef } from '../fact-type.ts';
import type { Id } from '../id.ts';
import { refuse, Refused } from '../refusal.ts';

export interface StoredFile {
  readonly id: Id;
  readonly unit: Id;
  readonly person: Id | null;
  /** The upload point it came by. */
  readonly point: string;
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly scan: 'unscanned' | 'clean' | 'infected';
  readonly storedAt: Date;
  readonly object: ObjectRef | null;
}

interface FileRow extends Omit<StoredFile, 'bytes' | 'object'> {
  readonly bytes: string;
  readonly object_kind: string | null;
  readonly object_id: Id | null;
}

const columns = sql`
  id, unit_id as unit, person_id as person, point, name, media_type as "mediaType", bytes::text, sha256, scan, stored_at as "storedAt", object_kind, object_id`;

const fileOf = ({ object_kind: kind, object_id: id, bytes, ...row }: FileRow): StoredFile => ({
  ...row,
  bytes: Number(bytes),
  object: kind === null || id === null ? null : { kind, id },
});

/** A stored file that the reader may see, or undefined; removed ones are not there. */
export async function findFile(tx: Tx, id: Id): Promise<StoredFile | undefined> {
  const row = await tx.maybe<FileRow>(sql`select ${columns} from kernel.file where id = ${id} and removed_at is null`);
  return row && fileOf(row);
}

/** Files of a thing, in the order in which they came. */
export const filesOf = (tx: Tx, object: Id): Promise<StoredFile[]> => filesOfMany(tx, [object]);

/** Files of several things. */
export async function filesOfMany(tx: Tx, objects: readonly Id[]): Promise<StoredFile[]> {
  if (objects.length === 0) return [];
  const rows = await tx.rows<FileRow>(sql`
    select ${columns} from kernel.file where object_id = any (${[...objects]}::uuid[]) and removed_at is null order by id`);
  return rows.map(fileOf);
}

/**
 * A verb's save takes files for its thing. Each must be the actor's own or of a unit in scope, and free.
 * @throws Refused `not-found` when one of them is not there, not visible, or already belongs to something
 */
export async function attachFiles(tx: Tx, object: ObjectRef, files: readonly Id[]): Promise<void> {
  const wanted = [...new Set(files)];
  if (wanted.length === 0) return;
  const taken = await tx.run(sql`
    update kernel.file set object_kind = ${object.kind}, object_id = ${object.id}
     where id = any (${wanted}::uuid[]) and removed_at is null and scan <> 'infected'
       and (object_id is null or object_id = ${object.id})`);
  if (taken !== wanted.length) throw new Refused(refuse('not-found', {}, { status: 404 }));
}

/** Holds `bytes` more (or fewer) for a person or unit. Parallel callers queue on the row; false when the quota is full. */
export async function holdBytes(tx: Tx, holder: Id, bytes: number, mostBytes: number): Promise<boolean> {
  await tx.run(sql`
    insert into kernel.file_use (holder_id) values (${holder}) on conflict (node_id, holder_id) do nothing`);
  const held = await tx.run(sql`
    update kernel.file_use set bytes = bytes + ${bytes}, files = files + ${Math.sign(bytes)}
     where holder_id = ${holder} and bytes + ${bytes} <= ${mostBytes}`);
  return held === 1;
}

export type NewFile = Omit<StoredFile, 'object'>;

export async function insertFile(tx: Tx, file: NewFile): Promise<void> {
  await tx.run(sql`insert into kernel.file_place (id) values (${file.id})`);
  await tx.run(sql`
    insert into kernel.file (id, unit_id, person_id, point, name, media_type, bytes, sha256, scan, stored_at)
    values (${file.id}, ${file.unit}, ${file.person}, ${file.point}, ${file.name}, ${file.mediaType}, ${file.bytes},
            ${file.sha256}, ${file.scan}, ${file.storedAt})`);
}

/** The row stays and says that the file is gone; its bytes go with the next sweep. */
export async function markRemoved(tx: Tx, id: Id, at: Date): Promise<void> {
  await tx.run(sql`update kernel.file set removed_at = ${at} where id = ${id} and removed_at is null`);
  await tx.run(sql`delete from kernel.file_place where id = ${id}`);
}

/**
 * A verb's save lets go of all files of its thing: each is gone for everybody, its quota is free again, its bytes go with the next sweep.
 * @returns how many there were
 */
export const removeFilesOf = async (tx: Tx, object: Id, at: Date): Promise<number> =>
  (
    await tx.one<{ removed: number }>(
      sql`select kernel.remove_files_of(${object}::uuid, ${at}::timestamptz) as removed`,
    )
  ).removed;

/**
 * Which of these ids have bytes that belong to a file.
 * @throws Error without a node in the transaction: an empty answer would have the sweep remove everything
 */
export async function knownFiles(tx: Tx, ids: readonly Id[]): Promise<Set<Id>> {
  const { node } = await tx.one<{ node: number | null }>(sql`select kernel.node() as node`);
  if (node === null) throw new Error('the sweep asked without a node');
  const rows = await tx.rows<{ id: Id }>(sql`select id from kernel.file_place where id = any (${ids}::uuid[])`);
  return new Set(rows.map(({ id }) => id));
}

/** Files that no scanner has looked at, the oldest first, some at a time. */
export async function unscannedFiles(tx: Tx): Promise<Id[]> {
  const rows = await tx.rows<{ id: Id }>(
    sql`select id from kernel.file where scan = 'unscanned' and removed_at is null order by stored_at, id limit 200`,
  );
  return rows.map(({ id }) => id);
}

/** Once: what a scanner said is not said again. */
export const noteScan = (tx: Tx, id: Id, scan: 'clean' | 'infected') =>
  tx.run(sql`update kernel.file set scan = ${scan} where id = ${id} and scan = 'unscanned'`);
