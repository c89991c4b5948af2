import type { KeyObject } from 'node:crypto';
import type pg from 'pg';
import type { AnyCollect } from './collect/collect.ts';
import type { AnyTell } from './collect/tell.ts';
import type { Crypto } from './crypto/crypto.ts';
import type { Connect } from './jobs/connect.ts';
import type { FileFolder } from './files/file-folder.ts';
import type { Outside } from './messages/outside.ts';
import type { LabelledKind } from './labels/labelled.ts';
import type { KitRegister } from './risk-kit/register.ts';
import type { Registers } from './registers.ts';
import type { AnyRead } from './reads/read.ts';
import type { List } from './reads/list.ts';
import type { Job, Room } from './room.ts';
import type { Save } from './verbs/saves.ts';
import type { AnyVerb } from './verbs/verb.ts';
import type { WitnessStanding } from './witness/witness-grace.ts';
import type { Words } from './words.ts';

/** The assembled house: every door by name, the pool, and the registers kept in memory. */
export interface Kernel {
  readonly node: number;
  readonly pool: pg.Pool;
  readonly rooms: readonly Room[];
  readonly verbs: ReadonlyMap<string, AnyVerb>;
  readonly reads: ReadonlyMap<string, AnyRead>;
  readonly lists: ReadonlyMap<string, List>;
  readonly saves: ReadonlyMap<string, Save>;
  /** By `<room>.<job>`. */
  readonly jobs: ReadonlyMap<string, Job>;
  readonly collects: readonly AnyCollect[];
  readonly tells: readonly AnyTell[];
  readonly refusals: ReadonlyMap<string, Words>;
  readonly registers: Registers;
  readonly crypto: Crypto;
  readonly kits: KitRegister;
  /** The rights words of the house: the kernel's and those its rooms bring. */
  readonly roles: ReadonlySet<string>;
  /** Things that bear a QR label, by their kind. */
  readonly labelled: ReadonlyMap<string, LabelledKind>;
  readonly clock: () => Date;
  /** Writes are refused while this says why (disk nearly full, restoring). */
  readonly setAside: () => string | null;
  /** Seals page cursors, so that one made for a reader and query opens nothing else. */
  readonly cursorKey: KeyObject;
  /** False only in the test that shows the database alone keeps everything foreign out (SEC-AC-17). */
  readonly applicationWall: boolean;
  /** How the Record stands with its witness; null where none is configured. */
  witness: WitnessStanding | null;
  /** Opens a line to a device in a network that the operator named; the host gives it. */
  connect: Connect;
  /** Where stored files lie, for jobs that read them; null where this process keeps none. The host gives it. */
  files: FileFolder | null;
  /** What leaves the house, to registered addresses alone; the host gives it. */
  outside: Outside;
  /** Puts a job into the queue after an act that asked for it; the host gives it once a worker stands. */
  queue: (job: string, asked: Readonly<Record<string, unknown>>) => Promise<void>;
}
