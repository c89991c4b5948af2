import type { Agenda } from './agenda/agenda.ts';
import type { AnyCollect } from './collect/collect.ts';
import type { AnyTell } from './collect/tell.ts';
import type { Context } from './context.ts';
import type { Crypto } from './crypto/crypto.ts';
import type { Tx } from './database/tx.ts';
import type { Connect } from './jobs/connect.ts';
import type { AnyRead } from './reads/read.ts';
import type { LabelledKind } from './labels/labelled.ts';
import type { KitRegister } from './risk-kit/register.ts';
import type { RiskSource } from './risk-kit/source.ts';
import type { List } from './reads/list.ts';
import type { Save } from './verbs/saves.ts';
import type { AnyVerb, WhoWord } from './verbs/verb.ts';
import type { Refusal } from './refusal.ts';
import type { SealedFact } from './record/sealed-fact.ts';
import type { Words } from './words.ts';
import type { SheetDefinition } from './exchange/sheet-definition.ts';
import type { Reminder } from './reminders/reminder.ts';
import type { Talk } from './talk/talk.ts';
import type { FileFolder } from './files/file-folder.ts';
import type { DeclaredUpload } from './files/upload-point.ts';

/** Reacts to sealed facts in order, at least once, with its cursor saved in the same transaction. */
export interface Follower {
  readonly name: string;
  /** Fact types it cares about; `*` for all. */
  readonly of: readonly string[];
  follow(tx: Tx, facts: readonly SealedFact[], context: Context): Promise<void>;
  /** A job to be queued once the batch is kept. Lost with the process if it dies in between: only for what is done at night anyway. */
  queues?(
    facts: readonly SealedFact[],
    context: Context,
  ): { readonly job: string; readonly asked: Readonly<Record<string, unknown>> } | undefined;
}

/** Work on a clock, run by the worker under its own identity. */
export interface Job {
  readonly name: string;
  readonly title: Words;
  /** When: every so many minutes, or daily at an Asia/Shanghai time `HH:MM`; neither means only when asked. */
  readonly everyMinutes?: number;
  readonly dailyAt?: string;
  run(run: JobRun, asked: Readonly<Record<string, unknown>>): Promise<void>;
}

export interface JobRun {
  readonly context: Context;
  /** Every kit with where its inputs come from. */
  readonly kits: KitRegister;
  /** Runs a verb as this job. */
  verb(name: string, input: unknown, requestId?: string): Promise<VerbAnswer | Refusal>;
  /** Reads inside a read-only transaction that sees what the job's grants cover. */
  reading<T>(work: (tx: Tx, context: Context) => Promise<T>): Promise<T>;
  /** Opens a line to a device in a network that the operator allows. */
  readonly connect: Connect;
  /** Where stored files lie. @throws where this process keeps none */
  files(): FileFolder;
  progress(done: number, of: number, words?: Words): void;
  readonly signal: AbortSignal;
}

export interface VerbAnswer {
  readonly facts: readonly { id: string; type: string; object: { kind: string; id: string } }[];
  readonly result?: unknown;
}

/** Takes a whole archive in a layout of its own, where a sheet's one verb a row would be too slow: `opengoa import <kind> <path>`. */
export interface Importer {
  /** `<room>.<noun>`; no sheet of the house bears the same. */
  readonly kind: string;
  readonly title: Words;
  /** Rights of whoever may import; the verbs it runs judge again, row by row. */
  readonly who: readonly WhoWord[];
  /** What the path must hold, and which names `map` knows. */
  readonly about: Words;
  run(asked: ImportAsked, tools: ImportTools): Promise<ImportOutcome>;
}

export interface ImportAsked {
  readonly path: string;
  /** `--map a=b`: the importer's own words. */
  readonly map: Readonly<Record<string, string>>;
  /** Reads and judges everything, changes nothing. */
  readonly dryRun: boolean;
}

/** What an importer works with: it changes things through verbs alone, as whoever started it. */
export interface ImportTools {
  verb(name: string, input: unknown): Promise<VerbAnswer | Refusal>;
  reading<T>(work: (tx: Tx, context: Context) => Promise<T>): Promise<T>;
  progress(done: number, of: number, words?: Words): void;
  readonly signal: AbortSignal;
}

export interface ImportOutcome {
  /** `stopped`: cancelled; what went in stays, and the same import goes on from there. */
  readonly state: 'done' | 'stopped' | 'refused';
  /** What was counted, by the importer's own words: `{ buildings: 57, readings: 1903056 }`. */
  readonly counts: Readonly<Record<string, number>>;
  readonly problems: readonly { readonly where: string; readonly why: Words }[];
}

/** Where devices come that do not speak HTTP: a port of their own, opened by the parts of the program that face them. */
export interface DeviceDoor {
  /** `jt808`: `OPENGOA_JT808_PORT` says where it listens. */
  readonly name: string;
  readonly title: Words;
  open(at: { readonly host: string; readonly port: number }, tools: DoorTools): Promise<OpenDeviceDoor>;
}

/** What a door works with: it changes things through verbs alone, as itself (kind `device`, with the role `job` at every root). */
export interface DoorTools {
  verb(name: string, input: unknown, requestId?: string): Promise<VerbAnswer | Refusal>;
  reading<T>(work: (tx: Tx, context: Context) => Promise<T>): Promise<T>;
  /** Digests of the codes that devices show. */
  readonly crypto: Pick<Crypto, 'mac' | 'checkMac'>;
  clock(): Date;
  warn(what: Readonly<Record<string, unknown>>, said: string): void;
}

export interface OpenDeviceDoor {
  readonly port: number;
  /** Takes nothing more, finishes what it has in hand, and ends. */
  close(): Promise<void>;
}

export interface RoomDefinition {
  /** Folder name and first part of every verb and read: `vehicles`. */
  readonly name: string;
  readonly title: Words;
  readonly verbs: readonly AnyVerb[];
  readonly reads: readonly (AnyRead | List)[];
  readonly saves: readonly Save[];
  readonly followers?: readonly Follower[];
  readonly jobs?: readonly Job[];
  readonly risks?: readonly RiskSource[];
  readonly sheets?: readonly SheetDefinition[];
  readonly importers?: readonly Importer[];
  /** What people are reminded of until it is done. */
  readonly reminders?: readonly Reminder[];
  /** Kinds of things that people talk about, by the object kind of their facts. */
  readonly talks?: Readonly<Record<string, Talk>>;
  /** What stands in people's calendars. */
  readonly agendas?: readonly Agenda[];
  /** What devices send on their own, by MQTT or through an outside broker. */
  readonly collects?: readonly AnyCollect[];
  /** What the program tells devices, by MQTT or through an outside broker. */
  readonly tells?: readonly AnyTell[];
  readonly doors?: readonly DeviceDoor[];
  /** Where files may be brought in: `POST /api/files/<point>`. */
  readonly uploads?: readonly DeclaredUpload[];
  /** Things that bear a QR label. */
  readonly labelled?: readonly LabelledKind[];
  /** Rights words that this room brings: who keeps its ledgers (`space-clerk`). */
  readonly roles?: readonly string[];
  /** Wording of this room's refusals by code. */
  readonly refusals: Readonly<Record<string, Words>>;
}

/** A room with the folder it lives in: migrations/, standards/, steps/ and risks/ are found beside it. */
export interface Room extends RoomDefinition {
  readonly folder: string;
}

/** What one folder of a room brings: some of what a room may have. */
export type RoomPart = Partial<Omit<RoomDefinition, 'name' | 'title'>>;

/** A room told folder by folder: `parts` beside what is left to say of the whole. */
export interface RoomInParts extends RoomPart {
  readonly name: string;
  readonly title: Words;
  readonly parts: readonly RoomPart[];
}

const lists = [
  'verbs',
  'reads',
  'saves',
  'followers',
  'jobs',
  'risks',
  'sheets',
  'importers',
  'reminders',
  'agendas',
  'collects',
  'tells',
  'doors',
  'uploads',
  'labelled',
  'roles',
] as const satisfies readonly (keyof RoomPart)[];

/** `export const rooms = part({ … })` in the `part.ts` of a room's folder: named in the `parts` of its `domain.ts`, and nowhere else. */
export const part = (brings: RoomPart): RoomPart => brings;

/**
 * Refusals of all folders of a room. A code is one sentence of the whole room: two of them would overwrite each other, and somebody would read the
 * sentence of another door.
 */
export function joinRefusals(
  name: string,
  parts: readonly Pick<RoomPart, 'refusals'>[],
): Readonly<Record<string, Words>> {
  const joined: Record<string, Words> = {};
  const twice = new Set<string>();
  for (const [code, words] of parts.flatMap(({ refusals }) => Object.entries(refusals ?? {}))) {
    const before = joined[code];
    if (before && (before.zh !== words.zh || before.en !== words.en)) twice.add(code);
    joined[code] = words;
  }
  if (twice.size > 0) throw new Error(`room ${name}: refusal ${[...twice].join(', ')} has two different texts`);
  return joined;
}

/** `export default room(import.meta.dirname, { … })` in the room's `domain.ts`. */
export function room(folder: string, definition: RoomDefinition | RoomInParts): Room {
  if (!('parts' in definition)) return { folder, ...definition };
  const { name, title, parts, ...rest } = definition;
  const all: readonly RoomPart[] = [rest, ...parts];
  const joined = Object.fromEntries(
    lists.map((list) => [list, all.flatMap((each): readonly unknown[] => each[list] ?? [])]),
  );
  const talks = Object.assign({}, ...all.map((each) => each.talks));
  const refusals = joinRefusals(name, all);
  // Each list is made of lists of its own kind.
  return { folder, name, title, talks, refusals, ...joined } as unknown as Room;
}
