/** The door for rooms: what an office needs to declare its nouns, verbs, facts, lists and jobs. */
export { verb, type Verb, type AnyVerb, type Place, type Decision } from './verbs/verb.ts';
export { saves, keepsNothing, type Save } from './verbs/saves.ts';
export { read, type Read, type AnyRead } from './reads/read.ts';
export { list, type List, type Column } from './reads/list.ts';
export { factType, type FactType, type FactDraft } from './fact-type.ts';
export { refuse, isRefusal, notFound, stale, Refused, type Refusal } from './refusal.ts';
export { room, type Room, type Follower, type Job, type JobRun, type SealedFact, type VerbAnswer } from './room.ts';
export { newId, isId, type Id } from './id.ts';
export { fillWords, type Words } from './words.ts';
export type { Context } from './context.ts';
export { jobActor, nobody, type Actor, type Grant } from './actor.ts';
export type { Tx } from './database/tx.ts';
export { sql, join, empty, raw, type Sql } from './database/sql.ts';
export { Facets, Cost } from './facets.ts';
