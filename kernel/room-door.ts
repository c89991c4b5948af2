/** The door for rooms: what an office needs to declare its nouns, verbs, facts, lists and jobs. */
export { verb, type Verb, type AnyVerb, type Place, type Offer, type Decision } from './verbs/verb.ts';
export { saves, keepsNothing, type Save } from './verbs/saves.ts';
export { read, type Read, type AnyRead } from './reads/read.ts';
export { list, type List, type Column } from './reads/list.ts';
export { factType, type FactType, type FactDraft } from './fact-type.ts';
export { refuse, isRefusal, notFound, stale, Refused, type Refusal } from './refusal.ts';
export {
  part,
  room,
  type DeviceDoor,
  type DoorTools,
  type OpenDeviceDoor,
  type Room,
  type RoomPart,
  type Follower,
  type Importer,
  type ImportAsked,
  type ImportOutcome,
  type ImportTools,
  type Job,
  type JobRun,
  type VerbAnswer,
} from './room.ts';
export { NotReachable, type Connect, type Endpoint } from './jobs/connect.ts';
export { collect, type Collect, type MessageAbout } from './collect/collect.ts';
export { tell, type Tell, type Told } from './collect/tell.ts';
export type { RiskCase, RiskSource } from './risk-kit/source.ts';
export type { FactSeen, LooksAgain } from './risk-kit/kit.ts';
export { newId, isId, type Id } from './id.ts';
export { fillWords, words, type Words } from './words.ts';
export type { Context } from './context.ts';
export { concernsOwn } from './rights/concerns-own.ts';
export { inScope } from './rights/in-scope.ts';
export { jobActor, nobody, type Actor, type Grant } from './actor.ts';
export type { Tx } from './database/tx.ts';
export { sql, join, empty, raw, type Sql } from './database/sql.ts';
export { Facets, Cost } from './facets.ts';
export { tableOfMoves, type TableOfMoves, type Moves } from './moves/table-of-moves.ts';
export { searchPieces, bigrams } from './reads/bigrams.ts';
export { lockCase, findCase } from './tasks/case-store.ts';
/** What moving a case may be refused with. */
export { stepRefusals as caseRefusals } from './steps/steps.ts';
export type { CaseRow, CaseAct, CaseMove, StepAhead } from './tasks/cases.ts';
export { TaskRaised, TaskEnded } from './tasks/contract.ts';
export { endTasksOf } from './tasks/end-tasks.ts';
export { moveCaseOf } from './tasks/move-case.ts';
export type { SealedFact } from './record/sealed-fact.ts';
export type { DueThing, Reminder } from './reminders/reminder.ts';
export { leaveMessages } from './messages/leave-messages.ts';
export { nearestHolders } from './organisation/nearest-holders.ts';
export type { LabelledKind } from './labels/labelled.ts';
export { codeForm, tokenIn } from './labels/label.ts';
export { followReport, reportToFollow } from './fault-reports/fault-report.ts';
export { FaultReportFollowed } from './fault-reports/contract.ts';
export type { Agenda, AgendaEntry, AgendaOf } from './agenda/agenda.ts';
export { talk, type Talk } from './talk/talk.ts';
