/** The door for the host: assembling the house and running what comes through its doors. */
export { assemble, HouseRefused, type Kernel, type Assembly } from './kernel.ts';
export { kernelRoom } from './kernel-room.ts';
export { liveRegisters, type LiveRegisters } from './live-registers.ts';
export { migrate, MigrationRefused, schemaOf } from './database/migrate.ts';
export { openPool } from './database/open-pool.ts';
export { runVerb, fieldsOf, type RunVerb } from './verbs/run-verb.ts';
export { contextFor } from './verbs/context-for.ts';
export { runRead, reading } from './reads/run-read.ts';
export { runList, allRows } from './reads/run-list.ts';
export { parseListQuery } from './reads/list-query.ts';
export { loadSteps, type StepsDefinitions } from './tasks/cases.ts';
export { stepIn, setContext, actorKey } from './database/step-in.ts';
export { mayCome, mayAt, scopeOf } from './rights/rights.ts';
export { txOn } from './database/tx.ts';
export { keysInDatabase } from './crypto/key-store.ts';
export { jobActorAtRoots } from './jobs/job-actor.ts';
export { runJob } from './jobs/run-job.ts';
export { loadKits } from './risk-kit/register.ts';
