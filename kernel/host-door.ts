/** The door for the host: assembling the house and running what comes through its doors. */
export { assemble, HouseRefused, type Assembly } from './assemble.ts';
export type { Kernel } from './kernel.ts';
export { kernelRoom } from './kernel-room.ts';
export { liveRegisters, type LiveRegisters } from './live-registers.ts';
export { migrate, MigrationRefused, schemaOf } from './database/migrate.ts';
export { openPool } from './database/open-pool.ts';
export { runVerb, type RunVerb } from './verbs/run-verb.ts';
export { runVerbs } from './verbs/run-verbs.ts';
export { onTheWay } from './verbs/refusals-on-the-way.ts';
export { contextFor } from './verbs/context-for.ts';
export { runRead, reading, admitReader } from './reads/run-read.ts';
export { runList, runListText, allRows } from './reads/run-list.ts';
export { isSensitive } from './reads/list.ts';
export { parseListQuery } from './reads/list-query.ts';
export {
  readColumns,
  CatalogueRefused,
  dataClasses,
  personalMarks,
  type CataloguedColumn,
} from './classes/read-columns.ts';
export { channels, maskingTable, sealedFields, type Channel } from './personal/masking.ts';
export { soundsSecret } from './classes/secrecy-marks.ts';
export { withholdSmall } from './classes/small-counts.ts';
export { retentions } from './classes/retention.ts';
export { loadSteps, type StepsDefinitions } from './tasks/cases.ts';
export { stepIn, setContext, actorKey } from './database/step-in.ts';
export { mayCome, mayAt, scopeOf } from './rights/rights.ts';
export { staleFactor } from './rights/stale-factor.ts';
export { txOn } from './database/tx.ts';
export { keysInDatabase } from './crypto/key-store.ts';
export { jobActorAtRoots } from './jobs/job-actor.ts';
export { runJob } from './jobs/run-job.ts';
export { doorTools } from './jobs/door-tools.ts';
export { loadKits } from './risk-kit/load-kits.ts';
export { matchTopic, subscriptionOf } from './collect/topic.ts';
export type { AnyCollect } from './collect/collect.ts';
export type { AnyTell, Told } from './collect/tell.ts';
export type { ParkedReason } from './collect/words.ts';
export { boundedQueue, type BoundedQueue } from './identity/bounded-queue.ts';
export * from './identity/identity.ts';
export {
  NotSent,
  type Outside,
  type OutsideAnswer,
  type OutsideCall,
  type OutsideLimits,
  type OutsideMail,
} from './messages/outside.ts';
export { reportableBy } from './fault-reports/report-fault.ts';
export {
  limitOf as faultLimitOf,
  otherFault,
  reportByTracking,
  reopeningOver,
  trackingDigest,
  trackingForm,
  trackingFrom,
} from './fault-reports/fault-report.ts';
export { faultPhotoPoint } from './fault-reports/fault-photo-point.ts';
export { faultStates } from './fault-reports/words.ts';
export { labelByToken, thingsOf } from './labels/label.ts';
export { openFeed } from './agenda/open-feed.ts';
export { feedKey } from './agenda/calendar-verbs.ts';
export { deskFor } from './service-desk/keep-service-desk.ts';
