import { z } from 'zod';
import { factType } from '../fact-type.ts';
import { refuse, Refused } from '../refusal.ts';
import { saves, type Save } from '../verbs/saves.ts';
import { type AnyVerb, verb } from '../verbs/verb.ts';
import { findFile, holdBytes, insertFile, markRemoved, noteScan } from './file-store.ts';
import { inMb } from './receive-upload.ts';

const anyRole = ['signed-in', 'any-role'] as const;
const label = z.string().min(1).max(255);

const stored = {
  point: z.string().max(100),
  name: label,
  mediaType: z.string(),
  bytes: z.int().positive(),
  sha256: z.string().length(64),
  scan: z.enum(['clean', 'unscanned']),
  /** Quotas of the upload point as they stood. */
  personBytes: z.int(),
  unitBytes: z.int(),
};

export const FileStored = factType('kernel.FileStored', {
  title: { zh: '附件入库', en: 'File stored' },
  body: z.strictObject(stored),
});

export const FileRemoved = factType('kernel.FileRemoved', {
  title: { zh: '附件移除', en: 'File removed' },
  body: z.strictObject({ name: label, sha256: z.string(), bytes: z.int() }),
});

export const FileScanned = factType('kernel.FileScanned', {
  title: { zh: '附件查毒', en: 'File scanned' },
  body: z.strictObject({ name: label, scan: z.enum(['clean', 'infected']) }),
});

/** Internal: run by {@link storeUpload} once the bytes lie flushed on the disk, so that the row never promises more than is there. */
const storeFile = verb('kernel.store-file', {
  title: { zh: '附件入库', en: 'Store a file' },
  input: z.strictObject({ id: z.uuid(), unit: z.uuid(), ...stored }),
  who: anyRole,
  internal: true,
  facts: [FileStored],
  refusals: ['person-quota-full', 'unit-quota-full'],
  load: async () => ({}),
  at: (_known, { unit }, { actor }) => ({ unit, person: actor.person }),
  decide: (_known, { id, unit, ...body }) => [FileStored.of({ object: { kind: 'file', id }, unit, body })],
});

/** The person who brought a file takes it away again, while nothing holds it. */
const removeFile = verb('kernel.remove-file', {
  title: { zh: '移除附件', en: 'Remove a file' },
  input: z.strictObject({ file: z.uuid() }),
  who: ['self'],
  facts: [FileRemoved],
  refusals: ['file-in-use'],
  object: ({ file }) => file,
  load: async (tx, { file }) => {
    const found = await findFile(tx, file);
    if (!found) throw new Refused(refuse('not-found', {}, { status: 404 }));
    return found;
  },
  at: ({ unit, person }) => ({ unit, person }),
  decide(found, { file }) {
    if (found.object) return refuse('file-in-use', { name: found.name }, { status: 409 });
    const { name, sha256, bytes } = found;
    return [FileRemoved.of({ object: { kind: 'file', id: file }, unit: found.unit, body: { name, sha256, bytes } })];
  },
});

/** Internal: a file that came while no scanner stood ready was looked at afterwards. An infected one is given to nobody any more. */
const noteScanned = verb('kernel.note-scan', {
  title: { zh: '附件查毒', en: 'Note a scan' },
  input: z.strictObject({ file: z.uuid(), scan: z.enum(['clean', 'infected']) }),
  who: ['job'],
  internal: true,
  facts: [FileScanned],
  refusals: ['not-found'],
  async load(tx, { file }) {
    const found = await findFile(tx, file);
    if (!found || found.scan !== 'unscanned') throw new Refused(refuse('not-found', {}, { status: 404 }));
    return found;
  },
  at: ({ unit }) => ({ unit }),
  decide: ({ unit, name }, { file, scan }) => [
    FileScanned.of({ object: { kind: 'file', id: file }, unit, body: { name, scan } }),
  ],
});

export const fileVerbs: readonly AnyVerb[] = [storeFile, removeFile, noteScanned];

export const fileSaves: readonly Save[] = [
  saves(FileStored, async (tx, { object, unit, body }, { actor, now }) => {
    const { personBytes, unitBytes, bytes } = body;
    const { person } = actor;
    // Always the unit before the person: two uploads never wait for each other crosswise.
    if (!(await holdBytes(tx, unit, bytes, unitBytes)))
      throw new Refused(refuse('unit-quota-full', { maxMb: inMb(unitBytes) }));
    if (person !== null && !(await holdBytes(tx, person, bytes, personBytes)))
      throw new Refused(refuse('person-quota-full', { maxMb: inMb(personBytes) }));
    await insertFile(tx, { id: object.id, unit, person, storedAt: now, ...body });
  }),
  saves(FileScanned, (tx, { object, body }) => noteScan(tx, object.id, body.scan)),
  saves(FileRemoved, async (tx, { object, unit, body }, { actor, now }) => {
    await markRemoved(tx, object.id, now);
    const anyAmount = Number.MAX_SAFE_INTEGER;
    await holdBytes(tx, unit, -body.bytes, anyAmount);
    if (actor.person !== null) await holdBytes(tx, actor.person, -body.bytes, anyAmount);
  }),
];
