import { digestNamed, sameSecret } from '../crypto/crypto.ts';
import type { Tx } from '../database/tx.ts';
import { sql } from '../database/sql.ts';
import { type Checkpoint, readCheckpoint, type VerifierKey } from '../record/record.ts';
import { verifyConsistency } from '../record/merkle.ts';

/** What a Record asks of its witness, after https://c2sp.org/tlog-witness: countersign that this head continues the one you saw last. */
export interface WitnessRequest {
  /** The size the asker believes the witness saw last; 0 when none. */
  readonly oldSize: number;
  /** Consistency proof from that size to the checkpoint's (RFC 9162 §2.1.4); empty where they are equal or the old size is 0. */
  readonly proof: readonly Uint8Array[];
  readonly note: string;
}

export type WitnessRefusal =
  | { readonly why: 'unknown-record' }
  | { readonly why: 'not-signed-by-the-record' }
  /** The asker is behind or ahead of what the witness saw: here is the size to prove from. */
  | { readonly why: 'wrong-old-size'; readonly size: number }
  /** Two heads of one size with different roots: the Record was rewritten, and both notes are the evidence. */
  | { readonly why: 'different-root'; readonly size: number; readonly seen: string }
  | { readonly why: 'not-consistent' };

export type Witnessed =
  | { readonly witnessed: true; readonly checkpoint: Checkpoint }
  | ({ readonly witnessed: false } & WitnessRefusal);

interface Seen {
  readonly size: number;
  readonly root: Buffer;
  readonly note: string;
}

/** The rules alone: what the witness answers, given what it saw last. Order of the refusals is the specification's. */
export function judgeCheckpoint(
  { oldSize, proof, note }: WitnessRequest,
  trusted: readonly VerifierKey[],
  seen: Seen | null,
): Witnessed {
  const read = readCheckpoint(note, trusted);
  if (!read) return { witnessed: false, why: 'not-signed-by-the-record' };
  const { checkpoint, signedBy } = read;
  if (!trusted.some(({ name }) => name === checkpoint.origin)) return { witnessed: false, why: 'unknown-record' };
  if (!signedBy.some(({ name }) => name === checkpoint.origin))
    return { witnessed: false, why: 'not-signed-by-the-record' };
  const last = seen?.size ?? 0;
  if (oldSize !== last || oldSize > checkpoint.size) return { witnessed: false, why: 'wrong-old-size', size: last };
  if (seen && checkpoint.size === seen.size) {
    return sameSecret(checkpoint.root, seen.root)
      ? { witnessed: true, checkpoint }
      : { witnessed: false, why: 'different-root', size: seen.size, seen: seen.note };
  }
  const continues =
    seen === null
      ? proof.length === 0
      : verifyConsistency(
          digestNamed(checkpoint.hashAlgorithm),
          { size: seen.size, root: seen.root },
          { size: checkpoint.size, root: checkpoint.root },
          proof,
        );
  return continues ? { witnessed: true, checkpoint } : { witnessed: false, why: 'not-consistent' };
}

/**
 * Checks and stores in one locked row before anything is answered (SEC-RE-05): of two requests at once the second is judged against
 * what the first left.
 */
export async function witnessCheckpoint(
  tx: Tx,
  request: WitnessRequest,
  trusted: readonly VerifierKey[],
  now: Date,
): Promise<Witnessed> {
  const origin = request.note.split('\n', 1)[0] ?? '';
  // The row is made first, so that there is something to lock even for a Record that was never seen.
  await tx.run(
    sql`insert into kernel.witnessed (origin, size, root, note, at) values (${origin}, 0, ''::bytea, '', ${now}) on conflict do nothing`,
  );
  const row = await tx.one<Seen>(
    sql`select size::float8 as size, root, note from kernel.witnessed where origin = ${origin} for update`,
  );
  const answer = judgeCheckpoint(request, trusted, row.note === '' ? null : row);
  if (answer.witnessed) {
    const { size, root } = answer.checkpoint;
    await tx.run(
      sql`update kernel.witnessed set size = ${size}, root = ${root}, note = ${request.note}, at = ${now} where origin = ${origin}`,
    );
  }
  return answer;
}
