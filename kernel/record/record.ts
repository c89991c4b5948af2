/**
 * The Record: facts are appended by acts, numbered and chained by one sealer, followed by number, and proven to outsiders.
 * Nobody calls an audit function: the kernel appends with every verb.
 */
export { appendFacts } from './append-facts.ts';
export type { FactRow } from './fact-row.ts';
export { asRole, type RecordPlace } from './as-role.ts';
export { type Checkpoint, readCheckpoint, recordKeys } from './checkpoint.ts';
export {
  follow,
  type Follower,
  type FollowerStanding,
  followers,
  type FollowOptions,
  type Handle,
  resumeFollower,
} from './follow.ts';
export { holdLease, type Lease, returnLease, takeLease } from './lease.ts';
export { type FactProof, proveConsistency, proveFact, verifyFactProof } from './record-proof.ts';
export { recordStanding, type RecordStanding } from './record-standing.ts';
export { RecordDamaged } from './seal-batch.ts';
export { type SealedFact, readSealed } from './sealed-fact.ts';
export { originOf, sealOnce, type Sealer, type SealerOptions, startSealer } from './sealer.ts';
export { readVerifierKey, type VerifierKey, writeVerifierKey } from './signed-note.ts';
export { eraseSubject, eraseSubjectIn, openPersonalFields, type PersonalFields } from './subject-key.ts';
export { exportCheckpoint, type TreeHead } from './tree-head.ts';
export { verifyRecord, type VerifyOptions, type VerifyReport } from './verify-record.ts';
export { type Problem, type ProblemKind, problemKinds } from './verify-report.ts';
