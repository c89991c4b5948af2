import { roles } from './actor.ts';
import type { AnyCollect } from './collect/collect.ts';
import type { AnyTell } from './collect/tell.ts';
import { patternFault } from './collect/topic.ts';
import { houseReads } from './house/house-reads.ts';
import { recordList } from './house/record-list.ts';
import { verifyRecordIn } from './house/verify-record.ts';
import type { Kernel } from './kernel.ts';
import { remindIn } from './reminders/remind.ts';
import type { AnyRead } from './reads/read.ts';
import type { List } from './reads/list.ts';
import type { LabelledKind } from './labels/labelled.ts';
import { noKits, type KitRegister } from './risk-kit/register.ts';
import { connectNowhere } from './jobs/connect.ts';
import { deliverNoticesIn } from './messages/deliver-notices.ts';
import { importsIn } from './exchange/import-lists.ts';
import { nothingLeaves } from './messages/outside.ts';
import type { Job } from './room.ts';
import type { Save } from './verbs/saves.ts';
import type { AnyVerb } from './verbs/verb.ts';
import { writeCommentBy } from './talk/comment-verbs.ts';
import { seeThingIn } from './talk/see-thing.ts';
import type { Words } from './words.ts';

/** A room that contradicts itself is refused at start, with every problem named (SEC-AC-01). */
export class HouseRefused extends Error {}

export interface Assembly extends Pick<Kernel, 'node' | 'pool' | 'rooms' | 'registers' | 'crypto' | 'cursorKey'> {
  readonly clock?: () => Date;
  readonly setAside?: () => string | null;
  readonly applicationWall?: boolean;
  readonly kits?: KitRegister;
}

/** Puts rooms together and refuses doors without rights, facts without a place to go, refusals without words, and names used twice. */
export function assemble(assembly: Assembly): Kernel {
  const problems: string[] = [];
  const once = <T>(map: Map<string, T>, key: string, value: T, what: string) => {
    if (map.has(key)) problems.push(`${what} ${key} is declared twice`);
    map.set(key, value);
  };
  const verbs = new Map<string, AnyVerb>();
  const reads = new Map<string, AnyRead>();
  const lists = new Map<string, List>();
  const saves = new Map<string, Save>();
  const jobs = new Map<string, Job>();
  const collects = new Map<string, AnyCollect>();
  const tells = new Map<string, AnyTell>();
  const refusals = new Map<string, Words>();
  const labelled = new Map<string, LabelledKind>();
  const words = new Set<string>(roles);
  for (const room of assembly.rooms) {
    for (const verb of room.verbs) {
      once(verbs, verb.name, verb, 'verb');
      if (!verb.name.startsWith(`${room.name}.`))
        problems.push(`verb ${verb.name} does not begin with its room ${room.name}`);
      if (verb.who.length === 0) problems.push(`verb ${verb.name} declares no right`);
    }
    for (const read of room.reads) {
      if (read.kind === 'list') once(lists, read.name, read, 'list');
      else once(reads, read.name, read, 'read');
      if (read.who.length === 0) problems.push(`read ${read.name} declares no right`);
      if (!read.name.startsWith(`${room.name}.`))
        problems.push(`read ${read.name} does not begin with its room ${room.name}`);
    }
    for (const job of room.jobs ?? []) once(jobs, `${room.name}.${job.name}`, job, 'job');
    for (const save of room.saves) once(saves, save.fact, save, 'save of fact');
    for (const each of room.collects ?? []) {
      once(collects, each.topic, each, 'topic');
      const fault = patternFault(each.topic, room.name);
      if (fault !== null) problems.push(`topic ${each.topic} ${fault}`);
    }
    for (const each of room.tells ?? []) {
      once(tells, each.topic, each, 'topic');
      const fault = patternFault(each.topic, room.name);
      if (fault !== null) problems.push(`topic ${each.topic} ${fault}`);
    }
    for (const role of room.roles ?? []) words.add(role);
    for (const each of room.labelled ?? []) once(labelled, each.kind, each, 'labelled kind');
    for (const [code, words] of Object.entries(room.refusals)) refusals.set(`${room.name}/${code}`, words);
  }
  for (const room of assembly.rooms) {
    for (const verb of room.verbs) {
      for (const fact of verb.facts)
        if (!saves.has(fact.name)) problems.push(`verb ${verb.name}: fact ${fact.name} has no save`);
      for (const code of verb.refusals) {
        if (!refusals.has(`${room.name}/${code}`) && !refusals.has(`kernel/${code}`))
          problems.push(`verb ${verb.name}: refusal ${code} has no words`);
      }
    }
  }
  for (const { topic, verb } of [...collects.values(), ...tells.values()])
    if (!verbs.has(verb)) problems.push(`topic ${topic}: no verb ${verb}`);
  if (problems.length > 0) throw new HouseRefused(problems.join('\n'));
  const kernel: Kernel = {
    ...assembly,
    clock: assembly.clock ?? (() => new Date()),
    setAside: assembly.setAside ?? (() => null),
    applicationWall: assembly.applicationWall ?? true,
    kits: assembly.kits ?? noKits,
    labelled,
    roles: words,
    witness: null,
    queue: async () => undefined,
    connect: connectNowhere,
    outside: nothingLeaves,
    files: null,
    verbs,
    reads,
    lists,
    saves,
    jobs,
    collects: [...collects.values()],
    tells: [...tells.values()],
    refusals,
  };
  // These look over the assembled house, so they come last.
  for (const read of houseReads(kernel)) reads.set(read.name, read);
  const comment = writeCommentBy(seeThingIn(kernel));
  if (verbs.has(comment.name)) verbs.set(comment.name, comment);
  const record = recordList(kernel);
  if (lists.has(record.name)) lists.set(record.name, record);
  const history = importsIn(kernel);
  if (lists.has(history.name)) lists.set(history.name, history);
  const verify = verifyRecordIn(kernel);
  jobs.set(`kernel.${verify.name}`, verify);
  for (const job of [deliverNoticesIn(kernel), remindIn(kernel)])
    if (jobs.has(`kernel.${job.name}`)) jobs.set(`kernel.${job.name}`, job);
  return kernel;
}
